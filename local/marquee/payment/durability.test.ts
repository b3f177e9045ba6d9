import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import net, { type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

const ROOT = path.resolve(__dirname, '../../..');
const DEFAULT_PORT = 9900;
const auth = { Authorization: `Basic ${Buffer.from('test_sk_local:').toString('base64')}` };

let dataDir: string;
let port: number;
let child: ChildProcess;

beforeEach(async () => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'payment-'));
  port = await freePort();
  child = await start();
});

afterEach(async () => {
  await kill();
  rmSync(dataDir, { recursive: true, force: true });
});

async function freePort(): Promise<number> {
  const server = net.createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port: free } = server.address() as AddressInfo;
  server.close();
  return free;
}

async function start(): Promise<ChildProcess> {
  const env = { ...process.env, MARQUEE_DATA_DIR: dataDir, MARQUEE_PORT_OFFSET: String(port - DEFAULT_PORT) };
  const started = spawn(process.execPath, [path.join(ROOT, 'dist/local/marquee/payment/main.js')], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(started.stdout, 'data');
  return started;
}

async function kill(): Promise<void> {
  const exit = once(child, 'exit');
  child.kill('SIGKILL');
  await exit;
}

async function call(method: string, url: string, body?: unknown, headers: Record<string, string> = {}) {
  const response = await fetch(`http://127.0.0.1:${port}${url}`, {
    method,
    headers: { ...auth, ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return (await response.json()) as Record<string, unknown>;
}

test('kill -9 right after an answer loses neither the capture, nor the refund, nor the answers under their keys', async () => {
  const order = { orderId: 'order-0001', amount: 50_000 };
  const { paymentKey } = await call('POST', '/v1/sandbox/payments', order);
  const confirm = () =>
    call('POST', '/v1/payments/confirm', { ...order, paymentKey }, { 'Idempotency-Key': 'c' });
  const cancel = () =>
    call(
      'POST',
      `/v1/payments/${paymentKey}/cancel`,
      { cancelReason: 'x', cancelAmount: 20_000 },
      { 'Idempotency-Key': 'r' },
    );

  const confirmed = await confirm();
  await kill();
  child = await start();
  expect(await confirm()).toEqual(confirmed);

  const cancelled = await cancel();
  await kill();
  child = await start();
  expect(await cancel()).toEqual(cancelled);
  expect(await call('GET', `/v1/payments/${paymentKey}`)).toMatchObject({
    status: 'PARTIAL_CANCELED',
    balanceAmount: 30_000,
  });
});
