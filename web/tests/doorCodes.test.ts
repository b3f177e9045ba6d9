import { webcrypto } from 'node:crypto';
import fc from 'fast-check';
import { checkOf, ticketCodes } from '../../functions/admission/codes';
import { newTicketKey } from '../../local/marquee/ticketKeys';
import { byBrowser, byOurselves } from '../src/door/codes/ed25519';
import { verifies } from '../src/door/codes/edwards';
import { asWritten, looksLikeCode, readCode } from '../src/door/codes/readCode';

Object.defineProperty(globalThis, 'crypto', { value: webcrypto, configurable: true });

const ours = ticketCodes(`${newTicketKey()},${newTicketKey()}`);
const theirs = ticketCodes(newTicketKey());
const names = fc.stringMatching(/^[0-9a-z-]{1,40}$/);

describe.each([
  ['the browser', byBrowser],
  ['ourselves', byOurselves],
])('by %s', (_, verify) => {
  test(
    'a code is read as the server reads it',
    () =>
      fc.assert(
        fc.asyncProperty(names, fc.integer({ min: 1, max: 20 }), async (reservation, place) => {
          const code = ours.codeOf(`${reservation}.${place}`, 'm1.p1');
          expect(await readCode(code, ours.publicKeys, verify)).toEqual(ours.read(code));
          expect(await readCode(code, ours.publicKeys, verify)).toMatchObject({ check: checkOf('m1.p1') });
        }),
        { numRuns: 10 },
      ),
    120_000,
  );

  test(
    'a code in which one letter is another is nobody’s, as for the server',
    () =>
      fc.assert(
        fc.asyncProperty(
          fc.nat(),
          fc.constantFrom(...'0123456789ABCDEFGHJKMNPQRSTVWXYZ.-'),
          async (at, letter) => {
            const code = ours.codeOf('r1.1', 'm1.p1');
            const place = at % code.length;
            const changed = code.slice(0, place) + letter + code.slice(place + 1);
            expect(await readCode(changed, ours.publicKeys, verify)).toEqual(ours.read(changed));
          },
        ),
        { numRuns: 30 },
      ),
    120_000,
  );

  test('what somebody else signed under the name of our key is nobody’s', async () => {
    const [ourId = ''] = ours.codeOf('r1.1', 'm1.p1').split('.');
    const [, ...rest] = theirs.codeOf('r1.1', 'm1.p1').split('.');
    expect(await readCode([ourId, ...rest].join('.'), ours.publicKeys, verify)).toBeUndefined();
    expect(await readCode(theirs.codeOf('r1.1', 'm1.p1'), ours.publicKeys, verify)).toBeUndefined();
  });

  test('what was signed with a key that signs no more is still read', async () => {
    const [current, former] = [newTicketKey(), newTicketKey()];
    const old = ticketCodes(former).codeOf('r1.1', 'm1.p1');
    const { publicKeys } = ticketCodes(`${current},${former}`);
    expect(await readCode(old, publicKeys, verify)).toMatchObject({ ticketId: 'r1.1' });
  });
});

test('nonsense is no code, and a code in small letters with spaces around it is one', () => {
  const code = ours.codeOf('r1.1', 'm1.p1');
  expect(asWritten(` ${code.toLowerCase()}\n`)).toBe(code);
  expect(looksLikeCode(code)).toBe(true);
  for (const nonsense of ['', 'https://example.com', '8801234567890', 'A.B'])
    expect(looksLikeCode(asWritten(nonsense))).toBe(false);
});

/** Source: RFC 8032, 7.1, tests 1 to 3 */
test.each([
  [
    'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a',
    '',
    'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b',
  ],
  [
    '3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c',
    '72',
    '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
  ],
  [
    'fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025',
    'af82',
    '6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a',
  ],
])('the standard’s own signature by %s', async (key, message, signature) => {
  const bytes = (hex: string) => Uint8Array.from(Buffer.from(hex, 'hex'));
  expect(await verifies(bytes(key), bytes(signature), bytes(message))).toBe(true);
  expect(await verifies(bytes(key), bytes(signature), bytes(`${message}00`))).toBe(false);
  // The same signature with the order of the base point added to its scalar: another one, which nobody made.
  const order = 2n ** 252n + 27742317777372353535851937790883648493n;
  const scalar =
    bytes(signature).reduceRight((v, b, at) => (at < 32 ? v : (v << 8n) | BigInt(b)), 0n) + order;
  const forged = bytes(signature);
  for (let at = 32; at < 64; at++) forged[at] = Number((scalar >> BigInt(8 * (at - 32))) & 255n);
  expect(await verifies(bytes(key), forged, bytes(message))).toBe(false);
});
