import { createRouter, decodePath } from './router';

const router = createRouter(
  [
    'api/items/{id:int}',
    'api/items/special',
    'api/items/{name}',
    'api/items/{id:int}/parts/{part?}',
    'api/files/{*path}',
    'api/files/{name:alpha}',
    'api/pages/{page=1}',
    'api/v{major:int}.{minor:int}',
    'api/codes/{code:regex(^[a-z]{{3}}$)}',
    'api/range/{n:range(5,9)}',
    '{*rest}',
  ].map((template) => ({
    template,
    methods: template === '{*rest}' ? ['PATCH'] : ['GET'],
    target: template,
  })),
);

test.each([
  ['/api/items/5', 'api/items/{id:int}', { id: '5' }],
  ['/api/items/-5', 'api/items/{id:int}', { id: '-5' }],
  ['/api/items/2147483648', 'api/items/{name}', { name: '2147483648' }],
  ['/api/items/special', 'api/items/special', {}],
  ['/API/Items/SPECIAL/', 'api/items/special', {}],
  ['/api/items/a%20b', 'api/items/{name}', { name: 'a b' }],
  ['/api/items/a%2Fb', 'api/items/{name}', { name: 'a%2Fb' }],
  ['/api/items/%E0%A4%A', 'api/items/{name}', { name: '%E0%A4%A' }],
  ['/api/items/%ED%95%9C', 'api/items/{name}', { name: '한' }],
  ['/api/items/5/parts', 'api/items/{id:int}/parts/{part?}', { id: '5' }],
  ['/api/items/5/parts/x', 'api/items/{id:int}/parts/{part?}', { id: '5', part: 'x' }],
  ['/api/files/abc', 'api/files/{name:alpha}', { name: 'abc' }],
  ['/api/files/a1', 'api/files/{*path}', { path: 'a1' }],
  ['/api/files/a/b/c', 'api/files/{*path}', { path: 'a/b/c' }],
  ['/api/files', 'api/files/{*path}', {}],
  ['/api/pages', 'api/pages/{page=1}', { page: '1' }],
  ['/api/v1.22', 'api/v{major:int}.{minor:int}', { major: '1', minor: '22' }],
  ['/api/codes/abc', 'api/codes/{code:regex(^[a-z]{{3}}$)}', { code: 'abc' }],
  ['/api/range/7', 'api/range/{n:range(5,9)}', { n: '7' }],
])('GET %s goes to %s', (path, target, params) => {
  expect(router('GET', path)).toEqual({ target, params });
});

test.each(['/api/codes/abcd', '/api/range/10', '/api/items/', '/api/items//5', '/', '/other'])(
  'GET %s is not found',
  (path) => {
    expect(router('GET', path)).toBeUndefined();
  },
);

test('a method is part of the route', () => {
  expect(router('PATCH', '/api/items/5')).toEqual({ target: '{*rest}', params: { rest: 'api/items/5' } });
  expect(router('POST', '/api/items/5')).toBeUndefined();
});

test.each([
  ['{a', /unclosed/],
  ['{a:nonsense}', /Unknown route constraint "nonsense"/],
])('%s is refused', (template, message) => {
  expect(() => createRouter([{ template, methods: ['GET'], target: 1 }])).toThrow(message);
});

test('an encoded percent sign is decoded once', () => {
  expect(decodePath('a%252Fb')).toBe('a%2Fb');
});
