import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { expectProblem, testGateway } from '../../../tests/samples/gateway';

const { open, get, text, gateway, folder } = testGateway();

beforeEach(async () => {
  const assets = path.join(folder(), 'web/assets');
  mkdirSync(assets);
  writeFileSync(path.join(assets, 'index-a1.js'), 'let x = 1;\n'.repeat(500));
  await open([]);
});

describe('the app', () => {
  test.each([
    '/',
    '/musicals/1',
    '/login/callback?code=x&state=y',
    '/performances/p1/seats',
    '/%zz',
    '/nothing',
  ])('%s is the app, asked for anew each time', async (address) => {
    const response = await get(address);
    expect(response.status).toBe(200);
    expect(await response.text()).toBe('<h1>Marquee</h1>');
    expect(response.headers.get('content-type')).toBe('text/html;charset=utf-8');
    expect(response.headers.get('cache-control')).toBe('no-cache');
  });

  test.each([
    ['/staff', 'staff'],
    ['/staff/', 'staff'],
    ['/staff/counter/m1.p1', 'staff'],
    ['/staff/login/callback?code=x&state=y', 'staff'],
    ['/door/performances/p1', 'door'],
    ['/doors', 'index'],
  ])('%s is answered with %s.html', async (address, page) => {
    for (const name of ['staff', 'door']) writeFileSync(path.join(folder(), `web/${name}.html`), name);
    expect(await text(address)).toBe(page === 'index' ? '<h1>Marquee</h1>' : page);
  });

  test('its policy lets it reach API, sign-in and payment, read QR codes, and nothing else', async () => {
    const { headers } = await get('/');
    const policy = (headers.get('content-security-policy') ?? '').split('; ');
    const others = 'http://127.0.0.1:9999 http://127.0.0.1:9900';
    expect(policy).toEqual([
      "default-src 'self'",
      "script-src 'self' 'wasm-unsafe-eval'",
      "img-src 'self' data:",
      `connect-src 'self' ${others}`,
      `form-action 'self' ${others}`,
      "base-uri 'none'",
      "frame-ancestors 'none'",
    ]);
    expect(headers.get('permissions-policy')).toContain('camera=(self)');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
  });

  test('what has not changed is 304', async () => {
    for (const address of ['/', '/musicals/1', '/assets/index-a1.js']) {
      const etag = (await get(address)).headers.get('etag') ?? '';
      expect(etag).not.toBe('');
      expect((await get(address, { headers: { 'if-none-match': etag } })).status).toBe(304);
    }
  });

  test('a web built meanwhile is shown', async () => {
    await get('/');
    writeFileSync(path.join(folder(), 'web/index.html'), '<h1>Newer</h1>');
    writeFileSync(path.join(folder(), 'web/assets/index-b2.js'), 'newer');
    expect(await text('/')).toBe('<h1>Newer</h1>');
    expect(await text('/assets/index-b2.js')).toBe('newer');
  });

  test('while it is not built, a page says what to run', async () => {
    rmSync(path.join(folder(), 'web'), { recursive: true });
    for (const address of ['/', '/musicals/1']) {
      const response = await get(address);
      expect(response.status).toBe(503);
      expect(await response.text()).toContain('npm run build -w web');
    }
  });

  test('its settings', async () => {
    const response = await get('/config.json');
    expect(response.headers.get('cache-control')).toBe('no-cache');
    expect(await response.json()).toEqual({
      apiUrl: '/api',
      issuer: 'http://127.0.0.1:9999',
      clientId: 'marquee-web',
      payment: { kind: 'stand-in', url: 'http://127.0.0.1:9900/pay' },
      theatre: 'Marquee',
    });
  });
});

describe('files', () => {
  test('those with a hash in their names are kept for ever', async () => {
    const response = await get('/assets/index-a1.js');
    expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(response.headers.get('content-type')).toBe('text/javascript');
  });

  test.each(['/assets/index-zz.js', '/assets/nothing', '/nothing.png', '/%2e%2e/secret.txt'])(
    '%s is not found, and nobody keeps that',
    async (address) => {
      const response = await get(address);
      expect(response.headers.get('cache-control')).toBeNull();
      await expectProblem(response, 404, 'not-found');
    },
  );

  test.each([
    '/../secret.txt',
    '/assets/../../secret.txt',
    '/..%5csecret.txt',
    '/..%2fsecret.txt',
    '//secret.txt',
  ])('the path %s, sent raw, does not climb out', async (raw) => {
    const socket = net.connect(gateway().port, '127.0.0.1');
    socket.write(`GET ${raw} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`);
    let received = '';
    for await (const chunk of socket) received += chunk;
    expect(received).toMatch(/^HTTP\/1.1 \d+/);
    expect(received).not.toMatch(/\r\n\r\nsecret/);
  });

  test('are only read', async () => {
    const response = await get('/', { method: 'POST' });
    expect(response.headers.get('allow')).toBe('GET, HEAD');
    await expectProblem(response, 405, 'method-not-allowed');
  });
});

test('/docs is a reader of /api/openapi.json', async () => {
  const page = await get('/docs');
  expect(page.url).toBe(`${gateway().url}/docs/`);
  const html = await page.text();
  for (const file of html.match(/(?<=(src|href)=")[^"#]+/g) ?? []) {
    expect((await get(`/docs/${file.replace('./', '')}`)).status).toBe(200);
  }
  expect(await text('/docs/swagger-initializer.js')).toContain("'/api/openapi.json'");
  await expectProblem(await get('/docs/nothing'), 404, 'not-found');
});
