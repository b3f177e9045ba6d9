import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT, UnsecuredJWT } from 'jose';
import { MissingSetting } from '../kernel/config';
import { bearerAuthentication, gatewayAdmission } from './auth';
import { remoteKeys } from './keySet';
import { Problem } from './problem';

const ISSUER = 'https://identity.example';
const AUDIENCE = 'marquee';

type SigningKey = Awaited<ReturnType<typeof generateKeyPair>>['privateKey'];

let server: Server;
let keySetUri: string;
let keySet: { status: number; body: string };
let ours: SigningKey;
let foreign: SigningKey;
let publicJwk: object;

beforeAll(async () => {
  const pair = await generateKeyPair('RS256');
  ours = pair.privateKey;
  foreign = (await generateKeyPair('RS256')).privateKey;
  publicJwk = { ...(await exportJWK(pair.publicKey)), kid: 'key-1', alg: 'RS256', use: 'sig' };
  server = createServer((_request, response) => {
    response.writeHead(keySet.status, { 'content-type': 'application/json' }).end(keySet.body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  keySetUri = `http://127.0.0.1:${(server.address() as AddressInfo).port}/jwks`;
});
beforeEach(() => {
  keySet = { status: 200, body: JSON.stringify({ keys: [publicJwk] }) };
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

const authenticate = (authorization: string | undefined, uri = keySetUri) =>
  bearerAuthentication({ AUTH_ISSUER: ISSUER, AUTH_AUDIENCE: AUDIENCE, AUTH_JWKS_URI: uri })(authorization);

type Claims = JWTPayload & Record<string, unknown>;
const claims = (changes: Claims = {}): Claims => ({
  iss: ISSUER,
  aud: AUDIENCE,
  sub: 'kim',
  exp: 4_000_000_000,
  ...changes,
});
const signed = (payload: Claims, key = ours, header: object = {}) =>
  new SignJWT(payload).setProtectedHeader({ alg: 'RS256', kid: 'key-1', ...header }).sign(key);

test('a token is verified once: its signature is not checked again, its end is', async () => {
  const read = bearerAuthentication({
    AUTH_ISSUER: ISSUER,
    AUTH_AUDIENCE: AUDIENCE,
    AUTH_JWKS_URI: keySetUri,
  });
  const endsIn = (seconds: number) => claims({ exp: Math.floor(Date.now() / 1000) + seconds });
  const token = `Bearer ${await signed(endsIn(60))}`;
  const short = `Bearer ${await signed(endsIn(1))}`;
  await read(token);
  await read(short);
  const verify = jest.spyOn(crypto.subtle, 'verify');
  expect(await read(token)).toMatchObject({ customerId: 'kim' });
  expect(verify).not.toHaveBeenCalled();
  jest.useFakeTimers({
    now: Date.now() + 5_000,
    doNotFake: ['nextTick', 'queueMicrotask', 'setImmediate', 'setTimeout'],
  });
  await expect(read(short)).rejects.toMatchObject({ code: 'unauthenticated' });
  jest.useRealTimers();
  jest.restoreAllMocks();
});

async function refusal(authorization: string | undefined, uri?: string) {
  const error = await authenticate(authorization, uri).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  return error instanceof Problem ? { code: error.code, detail: error.detail } : error;
}

test('a token of ours says who the caller is', async () => {
  const token = await signed(
    claims({
      email: 'kim@example.com',
      email_verified: true,
      name: '김'.normalize('NFD'),
      locale: 'ko-KR',
      roles: ['admin', 'other'],
    }),
  );
  expect(await authenticate(`Bearer ${token}`)).toEqual({
    customerId: 'kim',
    isAdmin: true,
    email: 'kim@example.com',
    name: '김',
    locale: 'ko-KR',
  });
});

test.each<[string, Claims, boolean]>([
  ['no roles', {}, false],
  ['other roles', { roles: ['administrator', 'Admin'] }, false],
  ['a role that is no list', { roles: 'admin' }, false],
  ['a role that is no text', { roles: [true] }, false],
  ['the role', { roles: ['admin'] }, true],
])('a token with %s: is its caller an admin?', async (_what, changes, isAdmin) => {
  expect(await authenticate(`Bearer ${await signed(claims(changes))}`)).toMatchObject({ isAdmin });
});

test.each<[string[], object]>([
  [['box-office'], { isAdmin: false, isBoxOffice: true }],
  [['door'], { isAdmin: false, isDoor: true }],
  [['door', 'box-office', 'admin'], { isAdmin: true, isBoxOffice: true, isDoor: true }],
  [['Door', 'doors'], { isAdmin: false }],
])('a token with the roles %p is of staff of this kind', async (roles, rights) => {
  expect(await authenticate(`Bearer ${await signed(claims({ roles }))}`)).toEqual({
    customerId: 'kim',
    ...rights,
  });
});

test('an odd e-mail address, name or locale is left out', async () => {
  const token = await signed(claims({ email: 7, email_verified: true, name: 7, locale: 'x'.repeat(36) }));
  expect(await authenticate(`Bearer ${token}`)).toEqual({ customerId: 'kim', isAdmin: false });
});

test.each<[unknown, boolean]>([
  [true, true],
  ['true', true],
  [false, false],
  ['false', false],
  [undefined, false],
  [1, false],
])('with email_verified %p the address is the caller’s: %p', async (isVerified, isTheirs) => {
  const address = 'a..b@docomo.ne.jp';
  const token = await signed(claims({ email: address, email_verified: isVerified }));
  expect((await authenticate(`Bearer ${token}`)).email).toBe(isTheirs ? address : undefined);
});

test.each<[string, string | undefined]>([
  ['no header', undefined],
  ['an empty header', ''],
  ['another scheme', 'Basic a2ltOnNlY3JldA=='],
  ['no token', 'Bearer '],
  ['two parts', 'Bearer a.b'],
  ['words', 'Bearer let me in'],
  ['dots and nothing', 'Bearer ..'],
  ['no JSON', 'Bearer YQ.Yg.Yw'],
])('without a token (%s) nobody is known', async (_what, header) => {
  expect(await refusal(header)).toMatchObject({ code: 'unauthenticated' });
});

const tampered = async () => {
  const [header, , signature] = (await signed(claims())).split('.');
  const payload = Buffer.from(JSON.stringify(claims({ roles: ['admin'] }))).toString('base64url');
  return `${header}.${payload}.${signature}`;
};
const signedWithPublicKey = () =>
  new SignJWT(claims())
    .setProtectedHeader({ alg: 'HS256', kid: 'key-1' })
    .sign(Buffer.from(JSON.stringify(publicJwk)));
const without = (member: keyof JWTPayload) => {
  const { [member]: _left, ...rest } = claims();
  return signed(rest);
};

test.each<[string, () => string | Promise<string>]>([
  ['signed with another key', () => signed(claims(), foreign)],
  ['of a key we do not know', () => signed(claims(), ours, { kid: 'key-2' })],
  ['changed after it was signed', tampered],
  ['without a signature', () => new UnsecuredJWT(claims()).encode()],
  ['without an algorithm, with something for a signature', () => `${new UnsecuredJWT(claims()).encode()}YQ`],
  ['signed with our public key as a secret', signedWithPublicKey],
  ['of another issuer', () => signed(claims({ iss: 'https://evil.example' }))],
  ['for another audience', () => signed(claims({ aud: 'other' }))],
  ['without an issuer', () => without('iss')],
  ['without an audience', () => without('aud')],
  ['that never expires', () => without('exp')],
  ['that is not valid yet', () => signed(claims({ nbf: 3_900_000_000 }))],
  ['of nobody', () => without('sub')],
  ['of an empty name', () => signed(claims({ sub: '' }))],
  ['of a name without end', () => signed(claims({ sub: 'x'.repeat(201) }))],
])('a token %s is refused', async (_what, token) => {
  expect(await refusal(`Bearer ${await token()}`)).toMatchObject({ code: 'unauthenticated' });
});

test('an expired token is refused, and its owner is told to get another', async () => {
  const { code, detail } = (await refusal(
    `Bearer ${await signed(claims({ exp: 1_000_000_000 }))}`,
  )) as Problem;
  expect(code).toBe('unauthenticated');
  expect(detail).toMatch(/expired/);
});

test.each([
  ['an error', { status: 500, body: '{}' }],
  ['something that is no JSON', { status: 200, body: '<html>' }],
  ['something that is no key set', { status: 200, body: '{"keys":"none"}' }],
])('given the issuer answers %s for its keys, it is no fault of the token: 503', async (_what, answer) => {
  const token = await signed(claims());
  keySet = answer;
  expect(await refusal(`Bearer ${token}`)).toMatchObject({ code: 'unavailable' });
});

test('given nobody answers for the keys: 503', async () => {
  const gone = createServer();
  await new Promise<void>((resolve) => gone.listen(0, '127.0.0.1', resolve));
  const { port } = gone.address() as AddressInfo;
  await new Promise((resolve) => gone.close(resolve));
  expect(await refusal(`Bearer ${await signed(claims())}`, `http://127.0.0.1:${port}/jwks`)).toMatchObject({
    code: 'unavailable',
  });
});

describe('while the issuer is away', () => {
  const openKeys = () => {
    const clock = { nowMs: 1 };
    const lines: string[] = [];
    const note = (line: string) => void lines.push(line);
    const log = { info: note, warn: note, error: note };
    const keys = remoteKeys(keySetUri, log, { now: () => clock.nowMs });
    const settings = { AUTH_ISSUER: ISSUER, AUTH_AUDIENCE: AUDIENCE, AUTH_JWKS_URI: keySetUri };
    const ask = async () =>
      bearerAuthentication(
        settings,
        keys,
      )(`Bearer ${await signed(claims())}`).then(
        ({ customerId }) => customerId,
        ({ code }: Problem) => code,
      );
    return { clock, lines, keys, ask };
  };
  const goAway = () => {
    keySet = { status: 503, body: '' };
  };

  test('known keys serve on, and the log says once that it is away and once that it is back', async () => {
    const { clock, lines, keys, ask } = openKeys();
    expect(await ask()).toBe('kim');
    goAway();
    for (let tries = 0; tries < 3; tries++) {
      clock.nowMs += 11 * 60_000;
      expect(await ask()).toBe('kim');
      await keys.fetchAnew().catch(() => {});
    }
    expect(lines).toEqual(['identity keys cannot be fetched']);
    keySet = { status: 200, body: JSON.stringify({ keys: [publicJwk] }) };
    await keys.fetchAnew();
    expect(lines).toEqual(['identity keys cannot be fetched', 'identity keys are fetched again']);
  });

  test('without known keys nobody is known, the log says so once, and the next token fetches them', async () => {
    const { lines, keys, ask } = openKeys();
    goAway();
    expect(keys.hasKeys()).toBe(false);
    expect([await ask(), await ask()]).toEqual(['unavailable', 'unavailable']);
    expect(lines).toEqual(['identity keys cannot be fetched']);
    keySet = { status: 200, body: JSON.stringify({ keys: [publicJwk] }) };
    expect(await ask()).toBe('kim');
    expect(lines).toHaveLength(2);
    expect(keys.hasKeys()).toBe(true);
  });
});

describe('where only the gateway may call', () => {
  const settings = () => ({
    AUTH_ISSUER: ISSUER,
    AUTH_AUDIENCE: AUDIENCE,
    AUTH_JWKS_URI: keySetUri,
    GATEWAY_ISSUER: ISSUER,
    GATEWAY_AUDIENCE: 'functions',
    GATEWAY_JWKS_URI: keySetUri,
    GATEWAY_PRINCIPAL_ID: 'gateway-1',
  });
  const admitted = async (payload: Claims | undefined) => {
    const value = payload && `Bearer ${await signed(payload)}`;
    return gatewayAdmission(settings())?.(value).then(
      () => 'admitted',
      (thrown: unknown) => (thrown instanceof Problem ? thrown.code : thrown),
    );
  };

  test.each<[string, Claims | undefined, string]>([
    ['its token', claims({ aud: 'functions', oid: 'gateway-1' }), 'admitted'],
    ['no token', undefined, 'unauthenticated'],
    ['somebody else’s token', claims({ aud: 'functions', oid: 'other' }), 'forbidden'],
    ['a customer’s token', claims({ oid: 'gateway-1' }), 'unauthenticated'],
    ['a token that names nobody', claims({ aud: 'functions' }), 'unauthenticated'],
  ])('%s', async (_what, payload, expected) => {
    expect(await admitted(payload)).toBe(expected);
  });

  test('what anybody may ask is let in as long as there are no keys, and then it is asked for its token too', async () => {
    keySet = { status: 503, body: '' };
    const admit = gatewayAdmission(settings());
    await expect(admit?.(undefined, true)).resolves.toBeUndefined();
    await expect(admit?.(undefined)).rejects.toMatchObject({ code: 'unauthenticated' });
    keySet = { status: 200, body: JSON.stringify({ keys: [publicJwk] }) };
    const token = await signed(claims({ aud: 'functions', oid: 'gateway-1' }));
    await admit?.(`Bearer ${token}`);
    await expect(admit?.(undefined, true)).rejects.toMatchObject({ code: 'unauthenticated' });
  });

  const GATEWAY = ['GATEWAY_ISSUER', 'GATEWAY_AUDIENCE', 'GATEWAY_JWKS_URI', 'GATEWAY_PRINCIPAL_ID'];
  const without = (names: readonly string[]) =>
    Object.fromEntries(Object.entries(settings()).filter(([name]) => !names.includes(name)));

  test('with none of the settings anybody may call', () => {
    expect(gatewayAdmission(without(GATEWAY) as never)).toBeUndefined();
  });

  test.each(GATEWAY)('a system that was told of its gateway, but not %s, does not start', (name) => {
    expect(() => gatewayAdmission(without([name]) as never)).toThrow(MissingSetting);
  });
});
