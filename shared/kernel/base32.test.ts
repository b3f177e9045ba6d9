import fc from 'fast-check';
import { fromBase32, toBase32 } from './base32';

test('what is written is read', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 80 }), (bytes) => {
      expect(fromBase32(toBase32(bytes))).toEqual(Uint8Array.from(bytes));
    }),
  );
});

test('64 bytes are 103 letters', () => {
  expect(toBase32(new Uint8Array(64))).toHaveLength(103);
});

test.each(['u', 'A', ' ', '0l'])('"%s" is not read', (text) => {
  expect(fromBase32(text)).toBeUndefined();
});
