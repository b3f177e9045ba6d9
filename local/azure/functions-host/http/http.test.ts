import { request } from 'node:http';
import { fixture, type HostProcess, startHostProcess } from '../fixtures/hostProcess';

let host: HostProcess;

beforeAll(async () => {
  host = await startHostProcess(fixture('http'), {
    GREETING: 'good day,',
    FUNCTIONS_REQUEST_BODY_SIZE_LIMIT: '1000000',
  });
});
afterAll(async () => {
  expect(await host.stop()).toBe(0);
  expect(host.output()).toContain('appTerminate ran');
});

const get = (path: string, init?: RequestInit) => fetch(host.url(path), init);
const json = async (path: string, init?: RequestInit) =>
  (await get(path, init)).json() as Promise<Record<string, unknown>>;

/** What fetch does not let through, such as raw paths and odd headers. */
const raw = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  new Promise<number | undefined>((resolve, reject) => {
    request({ port: host.port, path, method, headers }, (res) => {
      res.resume();
      resolve(res.statusCode);
    })
      .on('error', reject)
      .end();
  });

describe('the start', () => {
  test('prints the table of functions and names what is disabled', () => {
    expect(host.output()).toContain('\nFunctions:\n');
    expect(host.output()).toContain(`\thello: [GET,POST] http://localhost:${host.port}/api/hello\n`);
    expect(host.output()).toContain(`\titem: [GET] http://localhost:${host.port}/api/items/{id:int}\n`);
    expect(host.output()).toContain("'Functions.off' is disabled");
    expect(host.output()).toContain('appStart ran');
  });
  test('it can be reached at 127.0.0.1 only', async () => {
    await expect(fetch(`http://127.0.0.2:${host.port}/`)).rejects.toThrow('fetch failed');
  });
  test('environment variables win over local.settings.json', async () => {
    expect(await (await get('/api/hello')).text()).toBe('good day, world');
  });
});

describe('routes', () => {
  test.each([
    ['/api/items/5', 'item', { id: '5' }],
    ['/api/items/special', 'itemSpecial', {}],
    ['/api/items/other', 'itemAny', { name: 'other' }],
    ['/api/items/%ED%95%9C%20a%2Fb', 'itemAny', { name: '한 a%2Fb' }],
    ['/api/optional', 'optional', {}],
    ['/api/files/a/b', 'files', { path: 'a/b' }],
    ['/api/configured/xx', 'configured', { x: 'xx' }],
  ])('%s', async (path, name, params) => {
    expect(await json(path)).toEqual({ name, params });
  });
  test.each([
    ['GET', '/api/nowhere', 404],
    ['GET', '/hello', 404],
    ['GET', '/api/off', 404],
    ['PUT', '/api/hello', 404],
    ['HEAD', '/api/hello', 404],
    ['DELETE', '/api/items/5', 204],
    ['GET', '//', 404],
    ['GET', '/api/items/%', 200],
  ])('%s %s is %s', async (method, path, status) => {
    expect(await raw(path, {}, method)).toBe(status);
  });
  test('a malformed Host header is refused', async () => {
    expect(await raw('/api/hello', { host: 'a b' })).toBe(400);
  });
});

describe('requests', () => {
  test('method, address, query, headers and trace reach the app', async () => {
    const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
    const echo = await json('/api/echo?a=1&a=2&b=%20x', {
      headers: { traceparent, tracestate: 'k=v', 'x-a': 'b' },
    });
    expect(echo).toMatchObject({
      method: 'GET',
      url: host.url('/api/echo?a=1&a=2&b=%20x'),
      query: { a: '1,2', b: ' x' },
      headers: { 'x-a': 'b' },
      traceParent: traceparent,
      traceState: 'k=v',
      functionName: 'echo',
    });
  });
  test('an invocation without a trace gets a new one', async () => {
    expect((await json('/api/echo')).traceParent).toMatch(/^00-[0-9a-f]{32}-[0-9a-f]{16}-01$/);
  });
  test('nobody outside can claim to be signed in', async () => {
    const principal = Buffer.from('{"identityProvider":"x","userId":"admin"}').toString('base64');
    const headers = { 'X-MS-CLIENT-PRINCIPAL': principal, 'x-ms-client-principal-id': 'admin' };
    const echo = (await json('/api/echo', { headers })) as { user: unknown; headers: Record<string, string> };
    expect(echo.user).toBeNull();
    expect(Object.keys(echo.headers).filter((name) => name.startsWith('x-ms-client'))).toEqual([]);
  });
  test.each([
    ['text', 'some text', 'text/plain'],
    ['bytes', Buffer.from([0, 1, 255]), 'application/octet-stream'],
    ['nothing', '', 'text/plain'],
  ])('a body of %s arrives as it was sent', async (_, body, type) => {
    const echo = await json('/api/echo', { method: 'POST', body, headers: { 'content-type': type } });
    expect(Buffer.from(echo.body as string, 'base64')).toEqual(Buffer.from(body));
  });
  test('a body in chunks arrives whole', async () => {
    const body = new Blob(['a'.repeat(300_000), 'b'.repeat(300_000)]).stream();
    const echo = await json('/api/echo', { method: 'PUT', body, duplex: 'half' } as RequestInit);
    expect(Buffer.from(echo.body as string, 'base64')).toHaveLength(600_000);
  });
  test('JSON', async () => {
    expect(await json('/api/json', { method: 'POST', body: '{"a":["한"]}' })).toEqual({ got: { a: ['한'] } });
    expect((await get('/api/json', { method: 'POST', body: '{' })).status).toBe(500);
  });
  test('a form with a file', async () => {
    const body = new FormData();
    body.set('name', 'Kim');
    body.set('file', new Blob(['content']), 'a.txt');
    expect(await json('/api/form', { method: 'POST', body })).toEqual({ name: 'Kim', file: 'content' });
  });
  test('a body past the limit is a 413', async () => {
    expect((await get('/api/echo', { method: 'POST', body: 'x'.repeat(1_000_001) })).status).toBe(413);
  });
});

describe('responses', () => {
  test.each([
    ['/api/webStream', 200, 'one two'],
    ['/api/webResponse', 418, 'teapot'],
    ['/api/nothing', 204, ''],
    ['/api/throws', 500, ''],
    ['/api/rescued', 202, 'rescued'],
  ])('%s is %s "%s"', async (path, status, text) => {
    const response = await get(path);
    expect([response.status, await response.text()]).toEqual([status, text]);
  });
  test('bytes', async () => {
    const response = await get('/api/binary');
    expect(response.headers.get('content-type')).toBe('image/x');
    expect([...new Uint8Array(await response.arrayBuffer())]).toEqual([0, 255, 1]);
  });
  test('cookies and custom headers', async () => {
    const { headers } = await get('/api/cookies');
    expect(headers.getSetCookie()).toEqual([
      'a=1%202; Max-Age=60; Path=/x; SameSite=Lax; HttpOnly',
      'b=2; Domain=example.com; Path=/; Secure',
    ]);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });
  test.each([
    ['/api/nothing', {}, 204],
    ['/api/throws', {}, 500],
    ['/api/nowhere', {}, 404],
    ['/admin/host/status', {}, 200],
    ['/api/echo', { method: 'POST', body: 'x'.repeat(1_000_001) }, 413],
  ])('%s has the custom headers too', async (path, options, status) => {
    const response = await get(path, options);
    expect([response.status, response.headers.get('x-content-type-options')]).toEqual([status, 'nosniff']);
  });
  test('HEAD has the headers and no body', async () => {
    const response = await get('/api/head', { method: 'HEAD' });
    expect(response.headers.get('content-length')).toBe('3');
    expect(response.headers.get('x-a')).toBe('1');
    expect(await response.text()).toBe('');
  });
  test('hooks may wrap the handler and change the result', async () => {
    const { headers } = await get('/api/hooked');
    expect([headers.get('x-pre'), headers.get('x-post')]).toEqual(['wrapped', 'preInvocation']);
  });
});

describe('the log', () => {
  test('tells of each run and prints what the app says at its levels', async () => {
    await get('/api/logs');
    await host.printed(
      /Executing 'Functions\.logs' \(Reason='This function was programmatically called via the host APIs\.', Id=[0-9a-f-]{36}\)/,
    );
    await host.printed(/said \{ a: 1 \}\n.*card \*{4}\n.*WARN careful\n.*ERROR wrong\n/);
    await host.printed(/Executed 'Functions\.logs' \(Succeeded, Id=[0-9a-f-]{36}, Duration=\d+ms\)/);
    expect(host.output()).not.toContain('too quiet to print');
  });
  test('tells why a run failed', async () => {
    await get('/api/throws');
    await host.printed(/Executed 'Functions\.throws' \(Failed, Id=.*\)/);
    await host.printed(/Exception: Error: secret detail\n\s+at /);
  });
});

describe('the host itself', () => {
  test('has a page, a status, and counts of runs', async () => {
    expect((await get('/')).status).toBe(200);
    expect((await get('/admin/host/ping')).status).toBe(200);
    expect(await json('/admin/host/status')).toMatchObject({ state: 'Running' });
    await get('/api/items/1');
    const counts = (await json('/_stand-in/executions')) as Record<string, { succeeded: number }>;
    expect(counts.item?.succeeded).toBeGreaterThan(0);
  });
});
