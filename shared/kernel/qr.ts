/** The signs of a QR code's alphanumeric mode, in which a ticket's code is written. */
const SIGNS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:';

/** Versions 1 to 6 at level M, whose blocks are all alike. Source: ISO/IEC 18004, tables 1 and 9 */
const VERSIONS = [
  { codewords: 26, blocks: 1, correction: 10 },
  { codewords: 44, blocks: 1, correction: 16 },
  { codewords: 70, blocks: 1, correction: 26 },
  { codewords: 100, blocks: 2, correction: 18 },
  { codewords: 134, blocks: 2, correction: 24 },
  { codewords: 172, blocks: 4, correction: 16 },
] as const;
type Version = (typeof VERSIONS)[number];

/** Rows of dark and light modules. */
export type Modules = readonly (readonly boolean[])[];

/** A text as a QR code at level M. Throws at a text of other signs, or of more than 154. */
export function qrOf(text: string): Modules {
  const bits = bitsOf(text);
  const index = VERSIONS.findIndex((version) => bits.length <= roomOf(version));
  const version = VERSIONS[index];
  if (version === undefined) throw new Error('The text is too long for a QR code of version 6.');
  return leastConfusing(layoutOf(index + 1), interleaved(padded(bits, version), version));
}

const roomOf = ({ codewords, blocks, correction }: Version): number => 8 * (codewords - blocks * correction);

/** Two signs are 11 bits, a last one 6; before them mode and length. */
function bitsOf(text: string): string {
  const values = [...text].map((sign) => SIGNS.indexOf(sign));
  if (values.includes(-1)) throw new Error('The text has a sign that a QR code of capitals has not.');
  const parts = values.flatMap((value, at) => {
    if (at % 2 === 1) return [];
    const next = values[at + 1];
    return next === undefined ? binary(value, 6) : binary(value * SIGNS.length + next, 11);
  });
  return ['0010', binary(values.length, 9), ...parts].join('');
}

const binary = (value: number, digits: number): string => value.toString(2).padStart(digits, '0');

/** Up to the end of the data: zeros, whole bytes, and two bytes that take turns. */
function padded(bits: string, version: Version): number[] {
  const room = roomOf(version);
  const ended = bits + '0'.repeat(Math.min(4, room - bits.length));
  const whole = ended.padEnd(Math.ceil(ended.length / 8) * 8, '0');
  const bytes = (whole.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2));
  const pads = Array.from({ length: room / 8 - bytes.length }, (_, at) => (at % 2 === 0 ? 0xec : 0x11));
  return [...bytes, ...pads];
}

/** Blocks with their correction, byte by byte in turn. */
function interleaved(data: readonly number[], { blocks, correction }: Version): number[] {
  const size = data.length / blocks;
  const parts = Array.from({ length: blocks }, (_, at) => data.slice(at * size, (at + 1) * size));
  const corrections = parts.map((part) => correctionOf(part, correction));
  return [...turns(parts), ...turns(corrections)];
}

const turns = (parts: readonly (readonly number[])[]): number[] =>
  (parts[0] ?? []).flatMap((_, at) => parts.map((part) => part[at] ?? 0));

/** Multiplies in the field of 256 of QR codes. */
export function times(a: number, b: number): number {
  let product = 0;
  for (let bit = 7; bit >= 0; bit--) {
    product = (product << 1) ^ ((product >>> 7) * 0x11d);
    if (((b >>> bit) & 1) === 1) product ^= a;
  }
  return product;
}

/** The rest that is left when the data is divided by the Reed-Solomon generator of this degree. */
function correctionOf(data: readonly number[], degree: number): number[] {
  let generator = [1];
  for (let at = 0, root = 1; at < degree; at++, root = times(root, 2))
    generator = [...generator, 0].map((value, i) => value ^ times(generator[i - 1] ?? 0, root));
  const divisor = generator.slice(1);
  let rest: number[] = divisor.map(() => 0);
  for (const byte of data) {
    const factor = byte ^ (rest[0] ?? 0);
    rest = divisor.map((value, at) => (rest[at + 1] ?? 0) ^ times(value, factor));
  }
  return rest;
}

type Place = readonly [x: number, y: number];

/** What is drawn, and where nothing else may be. */
type Sheet = { readonly dark: boolean[][]; readonly isFixed: boolean[][] };

function blankSheet(version: number): Sheet {
  const size = 17 + 4 * version;
  const grid = () => Array.from({ length: size }, () => Array.from({ length: size }, () => false));
  const sheet = { dark: grid(), isFixed: grid() };
  for (let at = 0; at < size; at++) {
    fix(sheet, [at, 6], at % 2 === 0);
    fix(sheet, [6, at], at % 2 === 0);
  }
  for (const [x, y] of [
    [3, 3],
    [size - 4, 3],
    [3, size - 4],
  ] as const)
    rings(sheet, x, y, 4, [0, 1, 3]);
  if (version > 1) rings(sheet, size - 7, size - 7, 2, [0, 2]);
  drawFormat(sheet, 0);
  return sheet;
}

function fix({ dark, isFixed }: Sheet, [x, y]: Place, isDark: boolean): void {
  const [row, fixedRow] = [dark[y], isFixed[y]];
  if (row?.[x] === undefined || fixedRow === undefined) return;
  row[x] = isDark;
  fixedRow[x] = true;
}

/** Squares around a middle, of which those at the distances are dark. */
function rings(sheet: Sheet, x: number, y: number, reach: number, dark: readonly number[]): void {
  for (let dy = -reach; dy <= reach; dy++)
    for (let dx = -reach; dx <= reach; dx++)
      fix(sheet, [x + dx, y + dy], dark.includes(Math.max(Math.abs(dx), Math.abs(dy))));
}

/** Level M and the mask, twice, with their own correction. Eight bits go along one side of a corner and seven along the other. */
function drawFormat(sheet: Sheet, mask: number): void {
  let rest = mask;
  for (let at = 0; at < 10; at++) rest = (rest << 1) ^ ((rest >>> 9) * 0x537);
  const bits = binary(((mask << 10) | rest) ^ 0x5412, 15);
  const size = sheet.dark.length;
  const past = [0, 1, 2, 3, 4, 5, 7, 8];
  [...bits].reverse().forEach((bit, at) => {
    const isDark = bit === '1';
    fix(sheet, at < 8 ? [8, past[at] ?? 0] : [past[14 - at] ?? 0, 8], isDark);
    fix(sheet, at < 8 ? [size - 1 - at, 8] : [8, size - 15 + at], isDark);
  });
  fix(sheet, [8, size - 8], true);
}

/** Every place that is not fixed, two columns at a time from the right, up and down in turn. The column of the timing line is left out. */
export function free({ isFixed }: Pick<Sheet, 'isFixed'>): Place[] {
  const downwards = isFixed.map((_, y) => y);
  const columns = downwards.filter((x) => x !== 6).reverse();
  return columns
    .filter((_, at) => at % 2 === 0)
    .flatMap((right, pair) => {
      const left = columns[2 * pair + 1] ?? 0;
      const ys = pair % 2 === 0 ? downwards.toReversed() : downwards;
      return ys.flatMap((y) => [[right, y] as const, [left, y] as const]);
    })
    .filter(([x, y]) => isFixed[y]?.[x] === false);
}

export const MASKS: readonly ((x: number, y: number) => boolean)[] = [
  (x, y) => (x + y) % 2 === 0,
  (_, y) => y % 2 === 0,
  (x) => x % 3 === 0,
  (x, y) => (x + y) % 3 === 0,
  (x, y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2 === 0,
  (x, y) => ((x * y) % 2) + ((x * y) % 3) === 0,
  (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2 === 0,
  (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2 === 0,
];

/** What all codes of a version share. It is made once, for each mail has a code for each of its seats. */
type Layout = {
  readonly size: number;
  /** Where the bits go, in their order, counted row by row. */
  readonly places: readonly number[];
  /** By mask: what is drawn where no bit goes, and which bits are turned over. */
  readonly masks: readonly Uint8Array[];
};
const layouts = new Map<number, Layout>();

function layoutOf(version: number): Layout {
  const known = layouts.get(version);
  if (known !== undefined) return known;
  const sheet = blankSheet(version);
  const places = free(sheet);
  const masks = MASKS.map((flips, mask) => {
    const dark = sheet.dark.map((row, y) =>
      row.map((isDark, x) => (sheet.isFixed[y]?.[x] ? isDark : flips(x, y))),
    );
    drawFormat({ dark, isFixed: sheet.isFixed }, mask);
    return Uint8Array.from(dark.flat(), Number);
  });
  const size = sheet.dark.length;
  const made = { size, places: places.map(([x, y]) => y * size + x), masks };
  layouts.set(version, made);
  return made;
}

/** Of the eight masks the one that looks least like something else. */
function leastConfusing({ size, places, masks }: Layout, bytes: readonly number[]): Modules {
  const bits = new Uint8Array(size * size);
  places.forEach((place, at) => {
    bits[place] = ((bytes[at >>> 3] ?? 0) >>> (7 - (at & 7))) & 1;
  });
  const masked = masks.map((mask) => {
    const modules = mask.map((value, at) => value ^ (bits[at] ?? 0));
    return { modules, score: confusion(modules, size) };
  });
  const { modules } = masked.reduce((best, other) => (other.score < best.score ? other : best));
  const row = (y: number) => Array.from(modules.subarray(y * size, (y + 1) * size), (value) => value === 1);
  return Array.from({ length: size }, (_, y) => row(y));
}

/** Long lines, squares, what looks like a corner, and too much of one colour. Source: ISO/IEC 18004, table 11 */
function confusion(modules: Uint8Array, size: number): number {
  let sum = 0;
  for (let at = 0; at < size; at++)
    sum += confusionOfLine(modules, at * size, 1, size) + confusionOfLine(modules, at, size, size);
  let dark = 0;
  for (let at = 0; at < modules.length; at++) {
    dark += modules[at] ?? 0;
    if (at % size > 0 && isSquare(modules, at, size)) sum += 3;
  }
  return sum + 10 * Math.floor(Math.abs(dark / modules.length - 0.5) * 20);
}

/** With those to the left, above and above to the left. */
const isSquare = (modules: Uint8Array, at: number, size: number): boolean =>
  modules[at] === modules[at - 1] &&
  modules[at] === modules[at - size] &&
  modules[at] === modules[at - size - 1];

/** Dark and light along the middle of a corner, with light behind or before it. */
const CORNERS = [0b10111010000, 0b00001011101];
const CORNER_BITS = 11;
const LONG = 5;

/** A line of modules, each so many behind the one before. */
function confusionOfLine(modules: Uint8Array, first: number, step: number, size: number): number {
  let [sum, run, seen, before] = [0, 0, 0, -1];
  for (let at = 0; at < size; at++) {
    const module = modules[first + at * step] ?? 0;
    run = module === before ? run + 1 : 1;
    before = module;
    seen = ((seen << 1) | module) & (2 ** CORNER_BITS - 1);
    sum += costOfRun(run) + (at >= CORNER_BITS - 1 && CORNERS.includes(seen) ? 40 : 0);
  }
  return sum;
}

/** The first five of a colour cost three, and each more of them one. */
const costOfRun = (length: number): number => (length < LONG ? 0 : length === LONG ? LONG - 2 : 1);
