import net from 'node:net';
import { expectProblem, testGateway } from '../../../tests/samples/gateway';

const { open, get, text, gateway } = testGateway();

describe('files', () => {
  beforeEach(() => open([]));

  test('the landing page, with a policy, and 304 to its ETag', async () => {
    const response = await get('/');
    expect(await response.text()).toBe('<h1>Marquee</h1>');
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(response.headers.get('content-security-policy')).toContain("default-src 'self'");
    const etag = response.headers.get('etag') ?? '';
    expect((await get('/', { headers: { 'if-none-match': etag } })).status).toBe(304);
  });

  test.each([
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/.hidden',
    '/%00',
    '/%zz',
    '/nothing',
    '/..%5csecret.txt',
  ])('%s is not found', async (url) => {
    await expectProblem(await get(url), 404, 'not-found');
  });

  test('a path sent raw does not climb out', async () => {
    const socket = net.connect(gateway().port, '127.0.0.1');
    socket.write('GET /../secret.txt HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n');
    let received = '';
    for await (const chunk of socket) received += chunk;
    expect(received).toMatch(/^HTTP\/1.1 404/);
    expect(received).not.toContain('secret');
  });

  test('files are only read', async () => {
    await expectProblem(await get('/', { method: 'POST' }), 405, 'method-not-allowed');
  });

  test('/docs is a reader of /api/openapi.json', async () => {
    const page = await get('/docs');
    expect(page.url).toBe(`${gateway().url}/docs/`);
    const html = await page.text();
    for (const file of html.match(/(?<=(src|href)=")[^"#]+/g) ?? []) {
      expect((await get(`/docs/${file.replace('./', '')}`)).status).toBe(200);
    }
    expect(await text('/docs/swagger-initializer.js')).toContain("'/api/openapi.json'");
  });
});
