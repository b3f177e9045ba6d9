import { free, MASKS, type Modules, qrOf, times } from './qr';

const SIGNS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:';
/** By version: blocks, and bytes of correction in each. */
const BLOCKS = [
  [1, 10],
  [1, 16],
  [1, 26],
  [2, 18],
  [2, 24],
  [4, 16],
] as const;

/** Which modules of a version hold no data. */
function fixedOf(size: number): boolean[][] {
  const isFinder = (x: number, y: number) =>
    (x < 9 && y < 9) || (x >= size - 8 && y < 9) || (x < 9 && y >= size - 8);
  const isAlignment = (x: number, y: number) =>
    size > 21 && Math.abs(x - size + 7) <= 2 && Math.abs(y - size + 7) <= 2;
  return Array.from({ length: size }, (_, y) =>
    Array.from({ length: size }, (_, x) => x === 6 || y === 6 || isFinder(x, y) || isAlignment(x, y)),
  );
}

/** The mask, from both places where the format stands. */
function masksOf(modules: Modules): number[] {
  const size = modules.length;
  const first = [12, 11, 10].map((at) => Number(modules[8]?.[14 - at]));
  const second = [12, 11, 10].map((at) => Number(modules[size - 15 + at]?.[8]));
  return [first, second].map((bits) => Number.parseInt(bits.join(''), 2) ^ 0b101);
}

/** Reads as a scanner does that sees every module; a wrong correction is an error. */
function readQr(modules: Modules): string {
  const [blocks, correction] = BLOCKS[(modules.length - 21) / 4] ?? [1, 0];
  const [mask = 0, again] = masksOf(modules);
  expect(again).toBe(mask);
  let bits = '';
  for (const [x, y] of free({ isFixed: fixedOf(modules.length) }))
    bits += Number(modules[y]?.[x]) ^ Number(MASKS[mask]?.(x, y));
  const bytes = (bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2));
  const parts = Array.from({ length: blocks }, (_, at) => bytes.filter((_, i) => i % blocks === at));
  for (const part of parts) expect(faultsOf(part, correction)).toBe(0);
  const data = parts.flatMap((part) => part.slice(0, -correction));
  return textOf(data.map((byte) => byte.toString(2).padStart(8, '0')).join(''));
}

/** How many of the powers that the correction makes zero are not. */
function faultsOf(block: readonly number[], correction: number): number {
  let faults = 0;
  for (let at = 0, root = 1; at < correction; at++, root = times(root, 2))
    if (block.reduce((sum, byte) => times(sum, root) ^ byte, 0) !== 0) faults++;
  return faults;
}

function textOf(bits: string): string {
  expect(bits.slice(0, 4)).toBe('0010');
  const length = Number.parseInt(bits.slice(4, 13), 2);
  let [text, at] = ['', 13];
  while (text.length < length) {
    const isPair = length - text.length > 1;
    const value = Number.parseInt(bits.slice(at, at + (isPair ? 11 : 6)), 2);
    text += isPair ? `${SIGNS[Math.floor(value / 45)]}${SIGNS[value % 45]}` : SIGNS[value];
    at += 11;
  }
  return text;
}

test('what is written is read, at every length, in a code as small as can be', () => {
  for (let length = 1; length <= 154; length++) {
    const text = Array.from({ length }, (_, at) => SIGNS[(at * 7 + length) % SIGNS.length]).join('');
    expect(readQr(qrOf(text))).toBe(text);
  }
  expect(
    [20, 21, 38, 39, 61, 62, 90, 91, 122, 123, 154].map((length) => qrOf('A'.repeat(length)).length),
  ).toEqual([21, 25, 25, 29, 29, 33, 33, 37, 37, 41, 41]);
});

test('the corners, the lines between them and the module that is always dark are where scanners look', () => {
  const modules = qrOf('MARQUEE');
  const row = (y: number) => (modules[y] ?? []).map((isDark) => (isDark ? '#' : '.')).join('');
  expect([row(0), row(1), row(6)].map((line) => [line.slice(0, 8), line.slice(-8)])).toEqual([
    ['#######.', '.#######'],
    ['#.....#.', '.#.....#'],
    ['#######.', '.#######'],
  ]);
  expect(row(6).slice(6, 15)).toBe('#.#.#.#.#');
  expect(modules[13]?.[8]).toBe(true);
});

test.each([
  ['a', 'has a sign'],
  ['A'.repeat(155), 'too long'],
])('%s is none', (text, why) => {
  expect(() => qrOf(text)).toThrow(why);
});
