import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import * as client from 'openid-client';
import type { RunningServer } from '../http/server';
import { startIdentity } from './server';

const ORIGIN = 'http://127.0.0.1:8080';
const CALLBACK = `${ORIGIN}/login/callback`;
const SCOPE = 'openid profile email offline_access';

let dataDir: string;
let server: RunningServer;
let config: client.Configuration;
let passedMs: number;

const start = async (port = 0) => {
  const clock = { now: () => Date.now() + passedMs };
  server = await startIdentity({ port, dataDir, webOrigins: [ORIGIN], clock });
};

beforeEach(() => {
  passedMs = 0;
});

beforeAll(async () => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'login-'));
  passedMs = 0;
  await start();
  config = await client.discovery(new URL(server.url), 'marquee-web', undefined, client.None(), {
    execute: [client.allowInsecureRequests],
  });
});

afterAll(async () => {
  await server.close();
  rmSync(dataDir, { recursive: true, force: true });
});

type Started = {
  readonly url: URL;
  readonly verifier: string;
  readonly state: string;
  readonly nonce: string;
};

async function begin(more: Record<string, string> = {}): Promise<Started> {
  const verifier = client.randomPKCECodeVerifier();
  const state = client.randomState();
  const nonce = client.randomNonce();
  const url = client.buildAuthorizationUrl(config, {
    redirect_uri: CALLBACK,
    scope: SCOPE,
    code_challenge: await client.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    state,
    nonce,
    ...more,
  });
  return { url, verifier, state, nonce };
}

/** What the browser does with the page: posts the choice and follows the answer to the client's address. */
async function choose({ url }: Started, choice: Record<string, string> = { person: 'mina' }): Promise<URL> {
  const response = await fetch(url, {
    method: 'POST',
    body: new URLSearchParams(choice),
    redirect: 'manual',
  });
  expect(response.status).toBe(303);
  return new URL(response.headers.get('location') ?? '');
}

const exchange = (started: Started, back: URL, verifier = started.verifier) =>
  client.authorizationCodeGrant(config, back, {
    pkceCodeVerifier: verifier,
    expectedState: started.state,
    expectedNonce: started.nonce,
  });

async function signIn(choice?: Record<string, string>, more?: Record<string, string>) {
  const started = await begin(more);
  return exchange(started, await choose(started, choice));
}

const refused = (code: string) => expect.objectContaining({ error: code });

test('somebody signs in, and the API’s token names them as it always has', async () => {
  const tokens = await signIn();
  expect(tokens.claims()).toMatchObject({
    sub: 'mina',
    aud: 'marquee-web',
    name: '김미나 · Mina Kim',
    email_verified: true,
  });
  const keys = createRemoteJWKSet(new URL(`${server.url}/jwks`));
  const { payload } = await jwtVerify(tokens.access_token, keys, { issuer: server.url, audience: 'marquee' });
  expect(payload).toMatchObject({
    sub: 'mina',
    email: 'mina@marquee.example',
    email_verified: true,
    locale: 'ko',
    roles: [],
  });
  expect(await client.fetchUserInfo(config, tokens.access_token, 'mina')).toEqual({
    sub: 'mina',
    name: '김미나 · Mina Kim',
    locale: 'ko',
    roles: [],
    email: 'mina@marquee.example',
    email_verified: true,
  });
});

test.each([
  ['box-office', ['box-office']],
  ['door', ['door']],
  ['admin', ['admin']],
])('%s has its role', async (person, roles) => {
  expect((await signIn({ person })).claims()).toMatchObject({ roles });
});

test('one e-mail address is one customer, not verified; the name is as typed', async () => {
  const one = (await signIn({ name: '홍길동', email: 'Hong@example.com' })).claims();
  const again = (await signIn({ name: 'Hong', email: 'hong@example.com' })).claims();
  const other = (await signIn({ name: 'Kim', email: 'kim@example.com' })).claims();
  expect(one).toMatchObject({ name: '홍길동', email: 'Hong@example.com', email_verified: true, roles: [] });
  expect(again?.sub).toBe(one?.sub);
  expect(other?.sub).not.toBe(one?.sub);
});

test('without their scopes e-mail address, name and refresh token are not given', async () => {
  const tokens = await signIn(undefined, { scope: 'openid' });
  expect(tokens.refresh_token).toBeUndefined();
  expect(Object.keys(tokens.claims() ?? {}).sort()).toEqual(
    ['aud', 'auth_time', 'exp', 'iat', 'iss', 'nonce', 'sid', 'sub'].sort(),
  );
  expect(await client.fetchUserInfo(config, tokens.access_token, 'mina')).toEqual({ sub: 'mina' });
});

describe('a code', () => {
  test('is good once; its second use ends the login that the first began', async () => {
    const started = await begin();
    const back = await choose(started);
    const tokens = await exchange(started, back);
    await expect(exchange(started, back)).rejects.toEqual(refused('invalid_grant'));
    await expect(client.refreshTokenGrant(config, tokens.refresh_token ?? '')).rejects.toEqual(
      refused('invalid_grant'),
    );
  });

  test('is worth nothing without its verifier, and is not used up by who lacks it', async () => {
    const started = await begin();
    const back = await choose(started);
    const wrong = client.randomPKCECodeVerifier();
    await expect(exchange(started, back, wrong)).rejects.toEqual(refused('invalid_grant'));
    expect((await exchange(started, back)).claims()?.sub).toBe('mina');
  });

  test('ends after a minute', async () => {
    const started = await begin();
    const back = await choose(started);
    passedMs = 60_000;
    await expect(exchange(started, back)).rejects.toEqual(refused('invalid_grant'));
  });

  test('must be exchanged for the address it was sent to', async () => {
    const started = await begin();
    const code = (await choose(started)).searchParams.get('code') ?? '';
    const response = await post({
      grant_type: 'authorization_code',
      client_id: 'marquee-web',
      code,
      code_verifier: started.verifier,
      redirect_uri: `${ORIGIN}/elsewhere`,
    });
    expect(await response.json()).toMatchObject({ error: 'invalid_grant' });
  });
});

describe('a refresh token', () => {
  const renew = (token: string | undefined) => client.refreshTokenGrant(config, token ?? '');

  test('gives new tokens and its successor', async () => {
    const first = await signIn();
    const second = await renew(first.refresh_token);
    const third = await renew(second.refresh_token);
    expect(new Set([first, second, third].map((tokens) => tokens.refresh_token)).size).toBe(3);
    expect(third.claims()?.sub).toBe('mina');
  });

  test('used again ends the whole family', async () => {
    const first = await signIn();
    const second = await renew(first.refresh_token);
    await expect(renew(first.refresh_token)).rejects.toEqual(refused('invalid_grant'));
    await expect(renew(second.refresh_token)).rejects.toEqual(refused('invalid_grant'));
  });

  test('outlives the process, and so does that it was used', async () => {
    const first = await signIn();
    const { port } = server;
    await server.close();
    await start(port);
    const second = await renew(first.refresh_token);
    await server.close();
    await start(port);
    await expect(renew(first.refresh_token)).rejects.toEqual(refused('invalid_grant'));
    await expect(renew(second.refresh_token)).rejects.toEqual(refused('invalid_grant'));
  });

  test('however often it is renewed, a login ends after a day', async () => {
    const first = await signIn();
    passedMs = 23 * 3_600_000;
    const second = await renew(first.refresh_token);
    passedMs = 24 * 3_600_000;
    await expect(renew(second.refresh_token)).rejects.toEqual(refused('invalid_grant'));
  });
});

describe('signing out', () => {
  test('ends the login and leads back', async () => {
    const tokens = await signIn();
    const url = client.buildEndSessionUrl(config, {
      id_token_hint: tokens.id_token ?? '',
      post_logout_redirect_uri: `${ORIGIN}/`,
      state: 'bye',
    });
    const response = await fetch(url, { redirect: 'manual' });
    expect(response.headers.get('location')).toBe(`${ORIGIN}/?state=bye`);
    await expect(client.refreshTokenGrant(config, tokens.refresh_token ?? '')).rejects.toEqual(
      refused('invalid_grant'),
    );
  });

  test('leads nowhere else', async () => {
    const url = client.buildEndSessionUrl(config, { post_logout_redirect_uri: 'https://elsewhere.example/' });
    const response = await fetch(url, { redirect: 'manual' });
    expect(response.status).toBe(400);
    expect(response.headers.get('location')).toBeNull();
  });
});

describe('the page', () => {
  test('speaks the language asked for, else the browser’s, and runs no script', async () => {
    const { url } = await begin();
    const page = (language: string, query = '') =>
      fetch(`${url}${query}`, { headers: { 'Accept-Language': language } });
    const korean = await page('ko-KR,ko;q=0.9,en;q=0.8');
    expect(korean.headers.get('content-security-policy')).toContain(`form-action 'self' ${ORIGIN}`);
    expect(korean.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(await korean.text()).toMatch(/<html lang="ko">[\s\S]*누구로 로그인할까요/);
    expect(await (await page('fr-FR,fr;q=0.9')).text()).toContain('Who are you?');
    expect(await (await page('ko', '&ui_locales=en')).text()).toContain('practice sign-in');
  });

  test('shows again what it cannot read, and puts nothing into itself unescaped', async () => {
    const { url } = await begin({ login_hint: '"><script>alert(1)</script>' });
    const response = await fetch(url, {
      method: 'POST',
      body: new URLSearchParams({ name: ' ', email: 'x' }),
    });
    expect(response.status).toBe(200);
    expect(await response.text()).not.toContain('<script>');
  });

  test.each([
    ['another client', { client_id: 'other' }, /client_id/],
    ['another address', { redirect_uri: 'https://elsewhere.example/login/callback' }, /redirect_uri/],
    ['an address that only begins alike', { redirect_uri: `${CALLBACK}/../evil` }, /redirect_uri/],
    ['no address', { redirect_uri: '' }, /redirect_uri/],
  ])('%s is told to the person, and nothing is sent there', async (_, more, message) => {
    const { url } = await begin(more);
    for (const method of ['GET', 'POST']) {
      const response = await fetch(url, { method, redirect: 'manual' });
      expect(response.status).toBe(400);
      expect(await response.text()).toMatch(message);
    }
  });

  test.each([
    ['unsupported_response_type', { response_type: 'token' }],
    ['invalid_request', { code_challenge_method: 'plain' }],
    ['invalid_request', { code_challenge: 'short' }],
    ['invalid_request', { response_mode: 'fragment' }],
    ['invalid_scope', { scope: 'profile' }],
    ['login_required', { prompt: 'none' }],
    ['request_not_supported', { request_uri: 'https://elsewhere.example' }],
  ])('%s goes back to the client with its state', async (error, more) => {
    const started = await begin(more);
    const back = await choose(started);
    expect(`${back.origin}${back.pathname}`).toBe(CALLBACK);
    expect(Object.fromEntries(back.searchParams)).toMatchObject({
      error,
      state: started.state,
      iss: server.url,
    });
    expect(back.searchParams.has('code')).toBe(false);
  });
});

const post = (form: Record<string, string>) =>
  fetch(`${server.url}/token`, { method: 'POST', body: new URLSearchParams(form) });

test.each([
  [{}, 'invalid_request', /application\/json/],
  [{ grant_type: 'password' }, 'unsupported_grant_type', /authorization_code/],
  [{ grant_type: 'refresh_token', client_id: 'marquee-web' }, 'invalid_request', /refresh_token/],
  [{ grant_type: 'refresh_token', client_id: 'other', refresh_token: 'x' }, 'invalid_client', /client_id/],
  [{ grant_type: 'refresh_token', client_id: 'marquee-web', refresh_token: 'x' }, 'invalid_grant', /unknown/],
])('the form %j is refused', async (form, error, message) => {
  const response = await post(form);
  expect(response.headers.get('cache-control')).toBe('no-store');
  expect(await response.json()).toEqual({ error, error_description: expect.stringMatching(message) });
});

test('pages of this machine may read its answers, others may not', async () => {
  const allowed = async (Origin: string) => {
    const response = await fetch(`${server.url}/token`, {
      method: 'OPTIONS',
      headers: { Origin, 'Access-Control-Request-Method': 'POST' },
    });
    return response.headers.get('access-control-allow-origin');
  };
  expect(await allowed(ORIGIN)).toBe(ORIGIN);
  expect(await allowed('https://elsewhere.example')).toBeNull();
});

test('userinfo is for logins only', async () => {
  const asked = await fetch(`${server.url}/token`, { method: 'POST', body: '{"sub":"mina"}' });
  const { access_token } = (await asked.json()) as { access_token: string };
  for (const token of [access_token, 'nonsense']) {
    const response = await fetch(`${server.url}/userinfo`, { headers: { Authorization: `Bearer ${token}` } });
    expect(response.status).toBe(401);
  }
});
