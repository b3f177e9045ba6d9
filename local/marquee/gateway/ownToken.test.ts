import type { RequestListener } from 'node:http';
import { gatewayAdmission } from '../../../shared/http/auth';
import { echo, expectProblem, testGateway } from '../../../tests/samples/gateway';
import type { RunningServer } from '../http/server';
import { startIdentity } from '../identity/server';
import { gatewayToken } from './ownToken';

const { open, host, get, folder } = testGateway();

describe('its own identity', () => {
  let identity: RunningServer;
  beforeEach(async () => {
    identity = await startIdentity({ port: 0, dataDir: folder() });
  });
  afterEach(() => identity.close());

  const settings = () => ({
    GATEWAY_ISSUER: identity.url,
    GATEWAY_AUDIENCE: 'functions',
    GATEWAY_JWKS_URI: `${identity.url}/jwks`,
    GATEWAY_PRINCIPAL_ID: 'gateway-1',
  });
  const shown = async (): Promise<string | undefined> => {
    const response = await get('/api/x', { headers: { 'X-Gateway-Authorization': 'Bearer a.b.c' } });
    const { headers } = (await response.json()) as { headers: Record<string, string> };
    return headers['x-gateway-authorization'];
  };

  test('the functions admit what it passes on, whatever the client says in its place', async () => {
    await open([await host(echo)], { ownToken: gatewayToken(settings()) });
    const customers = { AUTH_ISSUER: identity.url, AUTH_AUDIENCE: 'marquee', AUTH_JWKS_URI: identity.url };
    const admit = gatewayAdmission({ ...customers, ...settings() });
    await expect(admit?.(await shown())).resolves.toBeUndefined();
    await expect(admit?.('Bearer a.b.c')).rejects.toThrow();
  });

  test('with the identity service away it is a 503 that says so, until it is back', async () => {
    const asked: string[] = [];
    const asks: RequestListener = (request, response) => {
      asked.push(request.url ?? '');
      echo(request, response);
    };
    await open([await host(asks)], { ownToken: gatewayToken(settings()) });
    const { port } = identity;
    await identity.close();
    const response = await get('/api/x', { method: 'POST', body: '1' });
    expect(response.headers.get('retry-after')).toBe('1');
    expect(await response.clone().text()).toContain('the identity service does not answer');
    await expectProblem(response, 503, 'unavailable');
    expect(asked).toEqual([]);
    identity = await startIdentity({ port, dataDir: folder() });
    expect(await shown()).toMatch(/^Bearer [\w-]+\.[\w-]+\.[\w-]+$/);
  });

  test('with the identity service away what anybody may see is still asked for, and a refusal is no 401', async () => {
    const answers: RequestListener = (request, response) =>
      void response
        .writeHead(request.url === '/api/musicals' ? 200 : 401, { 'content-type': 'application/json' })
        .end('{}');
    await open([await host(answers)], { ownToken: gatewayToken(settings()) });
    await identity.close();
    expect((await get('/api/musicals')).status).toBe(200);
    await expectProblem(await get('/api/mypage'), 503, 'unavailable');
    identity = await startIdentity({ port: identity.port, dataDir: folder() });
  });

  test('with a setting missing it has none to show', () => {
    const { GATEWAY_PRINCIPAL_ID: _missing, ...others } = settings();
    expect(gatewayToken(others)).toBeUndefined();
  });
});
