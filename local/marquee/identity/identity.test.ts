import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import type { RunningServer } from '../http/server';
import { startIdentity } from './server';

let dataDir: string;
let server: RunningServer;

beforeEach(async () => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'identity-'));
  server = await startIdentity({ port: 0, dataDir });
});

afterEach(async () => {
  await server.close();
  rmSync(dataDir, { recursive: true, force: true });
});

const post = (body: string) => fetch(`${server.url}/token`, { method: 'POST', body });

async function tokenFor(request: object): Promise<string> {
  const response = await post(JSON.stringify(request));
  const body = (await response.json()) as { access_token: string; token_type: string };
  expect(body.token_type).toBe('Bearer');
  return body.access_token;
}

async function verify(token: string) {
  const response = await fetch(`${server.url}/.well-known/openid-configuration`);
  const { issuer, jwks_uri } = (await response.json()) as { issuer: string; jwks_uri: string };
  return jwtVerify(token, createRemoteJWKSet(new URL(jwks_uri)), { issuer, audience: 'marquee' });
}

test('a token verifies by discovery alone and carries the claims asked for', async () => {
  const asked = { sub: 'mina', email: 'mina@marquee.example', name: '미나', locale: 'ko', roles: ['admin'] };
  const { payload, protectedHeader } = await verify(await tokenFor({ ...asked, expiresInSeconds: 60 }));
  expect(payload).toMatchObject(asked);
  expect(payload.iss).toBe(server.url);
  expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBe(60);
  expect(protectedHeader.alg).toBe('RS256');
});

test('a token without optional claims has none of them', async () => {
  const { payload } = await verify(await tokenFor({ sub: 'mina' }));
  expect(Object.keys(payload).sort()).toEqual(['aud', 'exp', 'iat', 'iss', 'jti', 'sub']);
});

test.each([
  ['expired', { expiresInSeconds: -10 }],
  ['of another issuer', { iss: 'https://elsewhere.example' }],
  ['for another audience', { aud: 'someone-else' }],
])('a token %s is well signed and refused', async (_, request) => {
  const token = await tokenFor({ sub: 'mina', ...request });
  await expect(verify(token)).rejects.toThrow(/claim|timestamp/);
});

test('tokens outlive a restart; the key is its owner’s alone', async () => {
  const token = await tokenFor({ sub: 'mina', iss: 'http://fixed' });
  await server.close();
  server = await startIdentity({ port: 0, dataDir });
  const keys = createRemoteJWKSet(new URL(`${server.url}/jwks`));
  expect((await jwtVerify(token, keys)).payload.sub).toBe('mina');
  expect(statSync(path.join(dataDir, 'identity-key.json')).mode & 0o777).toBe(0o600);
});

test('the public key set holds nothing private', async () => {
  const { keys } = (await (await fetch(`${server.url}/jwks`)).json()) as { keys: object[] };
  expect(keys).toHaveLength(1);
  expect(Object.keys(keys[0] ?? {}).sort()).toEqual(['alg', 'e', 'kid', 'kty', 'n', 'use']);
});

test.each([
  ['{', /JSON/],
  ['', /sub/],
  ['{"sub":""}', /sub/],
  ['{"sub":"a","roles":"admin"}', /roles/],
  ['{"sub":"a","colour":"red"}', /colour/],
  ['{"sub":"a","expiresInSeconds":1e12}', /expiresInSeconds/],
])('the body %s is a 400 that says what is wrong', async (body, message) => {
  const response = await post(body);
  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({
    error: 'invalid_request',
    error_description: expect.stringMatching(message),
  });
});
