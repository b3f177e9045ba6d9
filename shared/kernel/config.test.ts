import { z } from 'zod';
import { authSettings, MissingSetting, readSettings, sweepSettings, wholeNumber } from './config';

const given = {
  AUTH_ISSUER: 'https://identity.example',
  AUTH_AUDIENCE: 'marquee',
  AUTH_JWKS_URI: 'https://identity.example/jwks',
};

test.each(Object.keys(given))('a missing setting stops the start and names itself: %s', (name) => {
  const env = { ...given, [name]: undefined };
  expect(() => readSettings(authSettings, env)).toThrow(MissingSetting);
  expect(() => readSettings(authSettings, env)).toThrow(new RegExp(`^  ${name}: `, 'm'));
});

test('all that is missing is named at once, and where a sample is', () => {
  expect(() => readSettings(authSettings, {})).toThrow(
    /AUTH_ISSUER[\s\S]*AUTH_AUDIENCE[\s\S]*AUTH_JWKS_URI[\s\S]*local\.settings\.sample\.json/,
  );
});

test('a wrong setting names itself, but not its value, which may be a secret', () => {
  const wrong = { ...given, AUTH_ISSUER: 'hunter2' };
  expect(() => readSettings(authSettings, wrong)).toThrow(/AUTH_ISSUER/);
  expect(() => readSettings(authSettings, wrong)).not.toThrow(/hunter2/);
});

test('a secret that Azure could not read is missing, though something stands in its place', () => {
  const AUTH_AUDIENCE = '@Microsoft.KeyVault(SecretUri=https://vault.example/secrets/audience)';
  expect(() => readSettings(authSettings, { ...given, AUTH_AUDIENCE })).toThrow(
    /AUTH_AUDIENCE: the key vault does not have/,
  );
});

test('settings cannot be changed once they are read, and hold nothing else of the environment', () => {
  const settings = readSettings(authSettings, { ...given, PATH: '/bin' });
  expect(settings).toEqual(given);
  expect(Object.isFrozen(settings)).toBe(true);
});

test.each([
  [undefined, 60],
  ['1', 1],
  ['3540', 3540],
])('SWEEP_SECONDS=%s is %i', (SWEEP_SECONDS, expected) => {
  expect(readSettings(sweepSettings, { SWEEP_SECONDS })).toEqual({ SWEEP_SECONDS: expected });
});

test.each(['0', '3541', '1.5', 'ten', '', '-5', '1e9'])(
  'SWEEP_SECONDS="%s" is refused by its name',
  (SWEEP_SECONDS) => {
    expect(() => readSettings(sweepSettings, { SWEEP_SECONDS })).toThrow(/SWEEP_SECONDS/);
  },
);

test('the bounds of a whole number belong to it', () => {
  const schema = z.object({ N: wholeNumber(2, 4, 3) });
  expect([2, 3, 4].map((N) => schema.safeParse({ N }).success)).toEqual([true, true, true]);
  expect([1, 5].map((N) => schema.safeParse({ N }).success)).toEqual([false, false]);
});
