import { createPublicKey, verify } from 'node:crypto';
import fc from 'fast-check';
import { newTicketKey } from '../../local/marquee/ticketKeys';
import { fromBase32 } from '../../shared/kernel/base32';
import { newAllocationId } from '../musical/contract';
import { checkOf, ticketCodes } from './codes';

const [first, second] = [newTicketKey(), newTicketKey()];
const codes = ticketCodes(first);
const ticketId = `${newAllocationId('kim', 'm1.p1')}.12`;
const code = codes.codeOf(ticketId, 'm1.p1');

test('what was signed is read, and it is the same each time', () => {
  expect(codes.read(code)).toEqual({ ticketId, check: checkOf('m1.p1') });
  expect(codes.codeOf(ticketId, 'm1.p1')).toBe(code);
  expect(checkOf('m1.p2')).not.toBe(checkOf('m1.p1'));
});

test('it fits into a QR code of version 6, level M, in alphanumeric mode', () => {
  expect(code).toMatch(/^[0-9A-Z $%*+\-./:]{1,154}$/);
});

test('a scanner without connection verifies it by the public key alone', () => {
  const [key] = codes.publicKeys;
  const end = code.lastIndexOf('.');
  const signature = fromBase32(code.slice(end + 1).toLowerCase()) ?? new Uint8Array();
  const publicKey = createPublicKey({ key: { ...key }, format: 'jwk' });
  expect(code.slice(0, 4).toLowerCase()).toBe(key?.kid);
  expect(verify(null, Buffer.from(code.slice(0, end)), publicKey, signature)).toBe(true);
});

test('one changed letter, and it is not ours', () => {
  const letters = [...'0123456789ABCDEFGHJKMNPQRSTVWXYZ.-'];
  fc.assert(
    fc.property(fc.nat(code.length - 2), fc.constantFrom(...letters), (at, letter) => {
      fc.pre(code[at] !== letter);
      expect(codes.read(code.slice(0, at) + letter + code.slice(at + 1))).toBeUndefined();
    }),
  );
});

test('any text is read as nothing', () => {
  fc.assert(fc.property(fc.string(), (text) => codes.read(text) === undefined));
});

test('a new key signs, and tickets of the key before are let in until it is removed', () => {
  const rotated = ticketCodes(`${second},${first}`);
  expect(rotated.codeOf(ticketId, 'm1.p1')).not.toBe(code);
  expect(rotated.read(code)?.ticketId).toBe(ticketId);
  expect(rotated.publicKeys).toHaveLength(2);
  expect(ticketCodes(second).read(code)).toBeUndefined();
});

test.each(['', 'nonsense', `${first},`, Buffer.from('no key').toString('base64')])(
  'TICKET_KEYS="%s" stops the start and does not tell it',
  (keys) => {
    expect(() => ticketCodes(keys)).toThrow(/^TICKET_KEYS: not a list/);
  },
);
