import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import http, { type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Gateway, type GatewayOptions, startGateway } from '../../local/marquee/gateway/server';
import type { WebConfig } from '../../local/marquee/gateway/webConfig';

const webConfig: WebConfig = {
  apiUrl: '/api',
  issuer: 'http://127.0.0.1:9999',
  clientId: 'marquee-web',
  payment: { kind: 'stand-in', url: 'http://127.0.0.1:9900/pay' },
  theatre: 'Marquee',
};

/** A gateway for each test of the file that calls this, with hosts of the test's own behind it. */
export function testGateway() {
  let folder: string;
  let gateway: Gateway;
  let servers: Server[];

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'gateway-'));
    mkdirSync(path.join(folder, 'web'));
    writeFileSync(path.join(folder, 'web/index.html'), '<h1>Marquee</h1>');
    writeFileSync(path.join(folder, 'web/.hidden'), 'hidden');
    writeFileSync(path.join(folder, 'secret.txt'), 'secret');
    servers = [];
  });

  afterEach(async () => {
    await gateway.close();
    for (const server of servers) await stop(server);
    rmSync(folder, { recursive: true, force: true });
  });

  async function open(hosts: readonly string[], more: Partial<GatewayOptions> = {}): Promise<void> {
    const docsDir = path.dirname(require.resolve('swagger-ui-dist/package.json'));
    gateway = await startGateway({
      port: 0,
      hosts,
      webDir: path.join(folder, 'web'),
      webConfig,
      docsDir,
      ...more,
    });
  }

  async function host(listener: RequestListener): Promise<string> {
    const server = http.createServer(listener).listen(0, '127.0.0.1');
    servers.push(server);
    await once(server, 'listening');
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  function stop(server: Server): Promise<void> {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(() => resolve()));
  }

  /** An address where nothing listens. */
  async function nobody(): Promise<string> {
    const url = await host(() => {});
    await stop(servers.pop() as Server);
    return url;
  }

  /** The host that was opened first goes away. */
  const stopFirst = () => stop(servers.shift() as Server);

  const get = (url: string, init?: RequestInit) => fetch(`${gateway.url}${url}`, init);
  const text = async (url: string, init?: RequestInit) => (await get(url, init)).text();
  return { open, host, nobody, stopFirst, get, text, folder: () => folder, gateway: () => gateway };
}

export const named =
  (name: string): RequestListener =>
  (_, response) =>
    void response.end(name);

export const echo: RequestListener = async (request, response) => {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  const { method, url, headers } = request;
  response.setHeader('X-Host', 'yes');
  response.end(JSON.stringify({ method, url, headers, body: Buffer.concat(chunks).toString() }));
};

export async function expectProblem(response: Response, status: number, code: string): Promise<void> {
  expect(response.status).toBe(status);
  expect(response.headers.get('content-type')).toBe('application/problem+json');
  expect(await response.json()).toMatchObject({ status, type: `https://marquee.example/problems/${code}` });
}
