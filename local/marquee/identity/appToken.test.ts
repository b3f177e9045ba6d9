import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { decodeJwt } from 'jose';
import type { RunningServer } from '../http/server';
import { type AppToken, appToken } from './appToken';
import { startIdentity } from './server';

const LIFE_MS = 3_600_000;

let dataDir: string;
let server: RunningServer;
let now: number;
let token: AppToken;

const start = async (port = 0) => {
  server = await startIdentity({ port, dataDir, clock: { now: () => now } });
};

beforeEach(async () => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'app-token-'));
  now = 1_800_000_000_000;
  await start();
  token = appToken(
    { issuer: server.url, principalId: 'gateway-1', audience: 'functions' },
    { now: () => now },
  );
});

afterEach(async () => {
  await server.close();
  rmSync(dataDir, { recursive: true, force: true });
});

test('it names the app, for whom it is and who gave it', async () => {
  expect(decodeJwt(await token())).toMatchObject({
    iss: server.url,
    aud: 'functions',
    sub: 'gateway-1',
    oid: 'gateway-1',
  });
});

test('one is fetched for all who ask, and kept', async () => {
  const all = await Promise.all([token(), token(), token()]);
  now += LIFE_MS / 2;
  expect(new Set([...all, await token()]).size).toBe(1);
});

test('shortly before its end it still serves, while a new one is fetched', async () => {
  const old = await token();
  now += LIFE_MS - 60_000;
  const seen = [await token()];
  expect(seen).toEqual([old]);
  while (seen.at(-1) === old) {
    await new Promise(setImmediate);
    seen.push(await token());
  }
  expect((decodeJwt(seen.at(-1) ?? '').exp ?? 0) * 1000).toBe(now + LIFE_MS);
});

test('with identity away the kept one serves to its end; then there is none until identity is back', async () => {
  const { port } = server;
  const old = await token();
  await server.close();
  now += LIFE_MS - 1;
  expect(await token()).toBe(old);
  now += 1;
  await expect(token()).rejects.toThrow();
  await start(port);
  expect(await token()).not.toBe(old);
});
