import { once } from 'node:events';
import http, { type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import { echo, expectProblem, named, testGateway } from '../../../tests/samples/gateway';
import { MAX_BODY_BYTES } from './requestBody';

const { open, host, nobody, stopFirst, get, text, gateway } = testGateway();

describe('the way to a host', () => {
  test('method, path, query, headers and body arrive, and the client is named by the gateway', async () => {
    await open([await host(echo)]);
    const response = await get('/api/reservations?x=%201', {
      method: 'POST',
      body: '{"a":1}',
      headers: { traceparent: '00-aa-bb-01', 'x-forwarded-for': '6.6.6.6', 'idempotency-key': 'k' },
    });
    expect(response.headers.get('x-host')).toBe('yes');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(await response.json()).toMatchObject({
      method: 'POST',
      url: '/api/reservations?x=%201',
      body: '{"a":1}',
      headers: {
        traceparent: '00-aa-bb-01',
        'idempotency-key': 'k',
        'x-forwarded-for': '127.0.0.1',
        'x-forwarded-proto': 'http',
        'x-forwarded-host': `127.0.0.1:${gateway().port}`,
      },
    });
  });

  test('nobody outside speaks for the gateway: its own header does not pass', async () => {
    await open([await host(echo)]);
    const response = await get('/api/reservations', {
      headers: { 'X-Gateway-Authorization': 'Bearer a.b.c', authorization: 'Bearer d.e.f' },
    });
    const { headers } = (await response.json()) as { headers: Record<string, string> };
    expect(headers).not.toHaveProperty('x-gateway-authorization');
    expect(headers).toMatchObject({ authorization: 'Bearer d.e.f' });
  });

  test('status and headers come back, 304 too', async () => {
    await open([await host((_, response) => void response.writeHead(304, { ETag: '"1"' }).end())]);
    const response = await get('/api/seats', { headers: { 'if-none-match': '"1"' } });
    expect(response.status).toBe(304);
    expect(response.headers.get('etag')).toBe('"1"');
  });

  test.each([
    [404, 'not-found'],
    [400, 'invalid-request'],
    [503, 'unavailable'],
  ])('a bare %i of the host itself becomes a problem document', async (status, code) => {
    await open([await host((_, response) => void response.writeHead(status).end())]);
    await expectProblem(await get('/api/nothing'), status, code);
    expect((await get('/api/nothing', { method: 'HEAD' })).status).toBe(status);
  });

  test('an answer is streamed: its beginning arrives before its end exists', async () => {
    let finish = () => {};
    await open([
      await host((_, response) => {
        response.write('first ');
        finish = () => void response.end('last');
      }),
    ]);
    const reader = (await get('/api/stream')).body?.getReader();
    expect(Buffer.from((await reader?.read())?.value ?? []).toString()).toBe('first ');
    finish();
    expect(Buffer.from((await reader?.read())?.value ?? []).toString()).toBe('last');
  });

  test('a path that climbs out of /api does not reach a host', async () => {
    let seen = 0;
    await open([await host(() => void seen++)]);
    const request = http.get(`${gateway().url}`, { path: '/api/../admin/host.json' });
    const [response] = (await once(request, 'response')) as [IncomingMessage];
    response.resume();
    expect(response.statusCode).toBe(404);
    expect(seen).toBe(0);
  });

  test('hosts take turns', async () => {
    await open([await host(named('a')), await host(named('b'))]);
    const answers = [await text('/api/'), await text('/api/'), await text('/api/'), await text('/api/')];
    expect(answers.sort()).toEqual(['a', 'a', 'b', 'b']);
  });
});

describe('when a host is gone', () => {
  test('a host that refuses connections is skipped, for any method', async () => {
    await open([await nobody(), await host(echo), await nobody()]);
    for (const method of ['GET', 'POST', 'POST', 'DELETE']) {
      const response = await get('/api/x', { method, ...(method === 'POST' ? { body: 'kept' } : {}) });
      expect(response.status).toBe(200);
      expect(await response.json()).toMatchObject({ method, body: method === 'POST' ? 'kept' : '' });
    }
  });

  test('with no host alive the answer is 503 with Retry-After', async () => {
    await open([await nobody()]);
    const response = await get('/api/x');
    expect(response.headers.get('retry-after')).toBe('1');
    await expectProblem(response, 503, 'unavailable');
  });

  test('with no host alive it still says how the whole is', async () => {
    await open([await nobody()]);
    const response = await get('/api/health');
    expect([response.status, response.headers.get('retry-after')]).toEqual([503, '5']);
    expect(await response.json()).toEqual({
      status: 'down',
      checks: { functions: { status: 'down', reason: 'No Functions host answers.' } },
      progress: {},
    });
    expect((await get('/api/healthy')).headers.get('content-type')).toBe('application/problem+json');
  });

  test('a GET whose connection breaks is asked again elsewhere', async () => {
    const breaks = await host((request) => void request.socket.destroy());
    await open([breaks, await host(named('good'))]);
    expect(await Promise.all([1, 2, 3, 4].map(() => text('/api/x')))).toEqual(Array(4).fill('good'));
  });

  test('a GET whose connections all break is asked three times, then given up', async () => {
    let seen = 0;
    await open([
      await host((request) => {
        seen += 1;
        request.socket.destroy();
      }),
    ]);
    await expectProblem(await get('/api/x'), 502, 'host-lost');
    expect(seen).toBe(3);
  });

  test('a POST whose connection breaks is not sent twice', async () => {
    let seen = 0;
    const breaks: RequestListener = (request) => {
      seen += 1;
      request.socket.destroy();
    };
    await open([await host(breaks), await host(breaks)]);
    await expectProblem(await get('/api/x', { method: 'POST', body: '1' }), 502, 'host-lost');
    expect(seen).toBe(1);
  });

  test('an answer that breaks off is not taken for whole', async () => {
    await open([
      await host((request, response) => {
        response.write('half');
        setImmediate(() => request.socket.destroy());
      }),
    ]);
    await expect(text('/api/x')).rejects.toThrow();
  });

  test('a client that goes away frees its host', async () => {
    const arrived = Promise.withResolvers<IncomingMessage>();
    await open([await host((request) => arrived.resolve(request))]);
    const client = new AbortController();
    const gone = get('/api/x', { signal: client.signal });
    const request = await arrived.promise;
    const closed = once(request.socket, 'close');
    client.abort();
    await expect(gone).rejects.toThrow();
    await closed;
  });
});

describe('changing hosts', () => {
  test('a host left out gets nothing new, and is drained when its last answer is out', async () => {
    const asked = Promise.withResolvers<ServerResponse>();
    const old = await host((_, response) => asked.resolve(response));
    await open([old]);
    const slow = text('/api/slow');
    const pending = await asked.promise;
    let drained = false;
    const done = gateway()
      .setHosts([await host(named('new'))])
      .then(() => {
        drained = true;
      });
    expect(await text('/api/x')).toBe('new');
    expect(drained).toBe(false);
    pending.end('old');
    expect(await slow).toBe('old');
    await done;
  });

  test('replacing hosts one after the other under load loses no request', async () => {
    const urls = [await host(named('ok')), await host(named('ok'))];
    await open(urls);
    let running = true;
    let answered = 0;
    const client = async (method: string) => {
      while (running) {
        expect(await text('/api/x', { method })).toBe('ok');
        answered += 1;
      }
    };
    const clients = ['GET', 'POST', 'GET', 'POST', 'GET', 'POST'].map(client);
    for (let round = 0; round < 6; round++) {
      const before = answered;
      await gateway().setHosts([urls[1] as string]);
      await stopFirst();
      urls.shift();
      urls.push(await host(named('ok')));
      await gateway().setHosts([...urls]);
      while (answered < before + 20) await new Promise((resolve) => setImmediate(resolve));
    }
    running = false;
    await Promise.all(clients);
  });
});

describe('bounds', () => {
  test.each([['declared'], ['chunked']])(
    'a %s body over the limit is 413 and reaches no host',
    async (kind) => {
      let seen = 0;
      await open([await host(() => void seen++)]);
      const large = Buffer.alloc(MAX_BODY_BYTES + 1);
      const body = kind === 'declared' ? large : new Blob([large]).stream();
      const response = await get('/api/x', { method: 'POST', body, duplex: 'half' } as RequestInit);
      await expectProblem(response, 413, 'body-too-large');
      expect(seen).toBe(0);
    },
  );

  test('a body of exactly the limit passes', async () => {
    await open([await host(echo)]);
    const response = await get('/api/x', { method: 'POST', body: 'x'.repeat(MAX_BODY_BYTES) });
    expect(((await response.json()) as { body: string }).body).toHaveLength(MAX_BODY_BYTES);
  });

  test('past the limit of requests under way the answer is 503, and all is well after', async () => {
    const asked = Promise.withResolvers<ServerResponse>();
    const slow: RequestListener = (request, response) => {
      if (request.url === '/api/slow') asked.resolve(response);
      else response.end('quick');
    };
    await open([await host(slow)], { maxInFlight: 1 });
    const first = text('/api/slow');
    const pending = await asked.promise;
    const shed = await get('/api/x', { method: 'POST', body: 'x' });
    expect(shed.headers.get('retry-after')).toBe('1');
    await expectProblem(shed, 503, 'overloaded');
    expect((await get('/')).status).toBe(200);
    pending.end('done');
    expect(await first).toBe('done');
    expect(await text('/api/x')).toBe('quick');
  });
});

describe('who sends slowly', () => {
  /** Says that it will send ten bytes, and sends one. */
  const slowBody = () => {
    const request = http.request(`${gateway().url}/api/x`, {
      method: 'POST',
      headers: { 'Content-Length': 10 },
    });
    request.on('error', () => {});
    request.write('x');
    return request;
  };

  test('keeps nobody out', async () => {
    await open([await host(named('quick'))], { maxInFlight: 1 });
    const slow = [slowBody(), slowBody(), slowBody()];
    await Promise.all(slow.map((request) => once(request, 'socket')));
    // The gateway has read the byte of each by the time it has answered two more on connections made later.
    for (let times = 0; times < 2; times++) expect(await text('/api/x')).toBe('quick');
    for (const request of slow) request.destroy();
  });

  test('is told that it took too long, and no host hears of it', async () => {
    let seen = 0;
    await open([await host(() => void seen++)], { bodyDeadlineMs: 50 });
    const [response] = (await once(slowBody(), 'response')) as [IncomingMessage];
    expect(response.statusCode).toBe(408);
    expect(response.headers.connection).toBe('close');
    expect(seen).toBe(0);
  });
});

describe('pages from elsewhere', () => {
  test('a page from localhost may call, one from elsewhere may not', async () => {
    await open([await host(echo)]);
    const preflight = await get('/api/x', {
      method: 'OPTIONS',
      headers: { Origin: 'http://localhost:5173', 'Access-Control-Request-Method': 'POST' },
    });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get('access-control-allow-headers')).toContain('idempotency-key');
    const local = await get('/api/x', { headers: { Origin: 'http://localhost:5173' } });
    expect(local.headers.get('access-control-allow-origin')).toBe('http://localhost:5173');
    const foreign = await get('/api/x', { headers: { Origin: 'https://localhost.evil.example' } });
    expect(foreign.headers.get('access-control-allow-origin')).toBeNull();
    for (const response of [preflight, local, foreign])
      expect(response.headers.get('vary')).toMatch(/Origin/);
  });

  test('an answer to nobody’s page says too that it depends on the page', async () => {
    await open([await host((_, response) => void response.setHeader('Vary', 'Accept').end('x'))]);
    for (const address of ['/api/x', '/', '/docs/'])
      expect([address, (await get(address)).headers.get('vary')]).toEqual([
        address,
        expect.stringMatching(/\bOrigin\b/),
      ]);
    expect((await get('/api/x')).headers.get('vary')).toMatch(/Accept/);
  });
});
