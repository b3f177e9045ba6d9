import type { SeatNumber } from './house';

/** The seats of a row as they stand, and those after which there is an aisle. */
export type RowSeats = { readonly numbers: readonly SeatNumber[]; readonly gapsAfter: readonly SeatNumber[] };

/** Where in a text something is that cannot be read. */
export type Unreadable = { readonly unreadable: string };

const MOST_IN_A_RANGE = 500;
const RANGE = /^(\d{1,6})-(\d{1,6})(?:\/(\d{1,3}))?$/;
const LABEL = /^[\p{L}\p{M}\p{N}]{1,6}$/u;

/**
 * Reads a row as people write it: `1-8 | 9-22` is 22 seats with an aisle after seat 8, `15-1/2` are the odd numbers from
 * the right, `12a` is a label. Commas are as good as spaces.
 */
export function readRow(text: string): RowSeats | Unreadable {
  const numbers: SeatNumber[] = [];
  const gapsAfter: SeatNumber[] = [];
  for (const word of wordsOf(text)) {
    const last = numbers.at(-1);
    if (word === '|') {
      if (last !== undefined) gapsAfter.push(last);
      continue;
    }
    const found = seatsOf(word);
    if (found === undefined) return { unreadable: word };
    numbers.push(...found);
  }
  return { numbers, gapsAfter: gapsAfter.filter((number) => number !== numbers.at(-1)) };
}

const wordsOf = (text: string): string[] =>
  text
    .normalize('NFC')
    .replaceAll('|', ' | ')
    .split(/[\s,]+/)
    .filter((word) => word !== '');

function seatsOf(word: string): SeatNumber[] | undefined {
  const range = RANGE.exec(word);
  if (range === null) return LABEL.test(word) ? [numberOf(word)] : undefined;
  const [from, to, step] = [Number(range[1]), Number(range[2]), Number(range[3] ?? 1)];
  const count = step === 0 ? 0 : Math.floor(Math.abs(to - from) / step) + 1;
  if (count === 0 || count > MOST_IN_A_RANGE) return undefined;
  return Array.from({ length: count }, (_, index) => from + Math.sign(to - from) * index * step);
}

/** `007` and `12a` are labels; what is written as numbers are is one. */
export const numberOf = (word: string): SeatNumber => (/^(0|[1-9]\d*)$/.test(word) ? Number(word) : word);

/** Ranges from here on; two numbers are read faster one by one. */
const LEAST_IN_A_RANGE = 3;

/** Writes what `readRow` reads. */
export function writeRow({ numbers, gapsAfter }: RowSeats): string {
  const gaps = new Set(gapsAfter.map(String));
  const parts: string[] = [];
  let start = 0;
  while (start < numbers.length) {
    const end = endOfRange(numbers, start, gaps);
    parts.push(...written(numbers.slice(start, end)));
    if (gaps.has(String(numbers[end - 1])) && end < numbers.length) parts.push('|');
    start = end;
  }
  return parts.join(' ');
}

/** As far as the numbers go on by one or by two, and no aisle is in between. */
function endOfRange(numbers: readonly SeatNumber[], start: number, gaps: ReadonlySet<string>): number {
  const step = Number(numbers[start + 1]) - Number(numbers[start]);
  let end = start + 1;
  while (end < numbers.length && !gaps.has(String(numbers[end - 1])) && goesOn(numbers, end, step)) end++;
  return end;
}

function goesOn(numbers: readonly SeatNumber[], end: number, step: number): boolean {
  const [before, now] = [numbers[end - 1], numbers[end]];
  const areNumbers = typeof before === 'number' && typeof now === 'number';
  return areNumbers && now - before === step && (Math.abs(step) === 1 || Math.abs(step) === 2);
}

function written(numbers: readonly SeatNumber[]): string[] {
  if (numbers.length < LEAST_IN_A_RANGE) return numbers.map(String);
  const [first, second] = numbers;
  const step = Math.abs(Number(second) - Number(first));
  return [`${first}-${numbers.at(-1)}${step === 1 ? '' : `/${step}`}`];
}
