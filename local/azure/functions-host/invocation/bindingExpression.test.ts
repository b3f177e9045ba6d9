import { fillExpression, payloadFields, toParameterizedQuery } from './bindingExpression';

const data = { id: '7', customer: { name: 'Kim' }, MessageId: 'm1' };

test.each([
  ['{id}', '7'],
  ['x-{customer.name}-y', 'x-Kim-y'],
  ['{messageid}', 'm1'],
  ['plain', 'plain'],
])('%s becomes %s', (text, expected) => {
  expect(fillExpression(text, data)).toBe(expected);
});

test('a name without a value is named', () => {
  expect(() => fillExpression('{nothing}', data)).toThrow("'nothing'");
});

test('each {rand-guid} is another', () => {
  const [one, two] = fillExpression('{rand-guid} {rand-guid}', {}).split(' ');
  expect(one).toMatch(/^[0-9a-f-]{36}$/);
  expect(one).not.toBe(two);
});

test('a query takes its values as parameters', () => {
  expect(toParameterizedQuery('SELECT * FROM c WHERE c.id = {id} AND c.n = {customer.name}', data)).toEqual({
    query: 'SELECT * FROM c WHERE c.id = @p0 AND c.n = @p1',
    parameters: [
      { name: '@p0', value: '7' },
      { name: '@p1', value: 'Kim' },
    ],
  });
});

test.each([
  ['{"a":1}', { a: 1 }],
  ['[1]', {}],
  ['no json', {}],
  [{ b: 2 }, { b: 2 }],
])('fields of %j are %j', (payload, fields) => {
  expect(payloadFields(payload)).toEqual(fields);
});
