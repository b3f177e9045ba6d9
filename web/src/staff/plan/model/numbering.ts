/** How the seats of a row are numbered, as theatres do it. */
export const NUMBERINGS = ['all', 'odd', 'even', 'odd-even-out', 'odd-even-in'] as const;
export type Numbering = (typeof NUMBERINGS)[number];

export type Numbered = {
  readonly numbering: Numbering;
  /** The lowest number; odd and even ones begin at the next that is so. */
  readonly start: number;
  /** From which side the numbers rise; with both odd and even ones, the side of the odd ones. */
  readonly from: 'left' | 'right';
};

/**
 * The numbers of so many seats from the left. `odd-even-out` has its lowest numbers in the middle (5 3 1 2 4 6),
 * `odd-even-in` at the sides (1 3 5 6 4 2).
 */
export function numbersFor(count: number, { numbering, start, from }: Numbered): number[] {
  const numbers = leftwards(count, numbering, start);
  return from === 'left' ? numbers : numbers.toReversed();
}

function leftwards(count: number, numbering: Numbering, start: number): number[] {
  switch (numbering) {
    case 'all':
      return stepping(count, start, 1);
    case 'odd':
      return stepping(count, firstOdd(start), 2);
    case 'even':
      return stepping(count, firstEven(start), 2);
    case 'odd-even-out':
      return [...oddHalf(count, start).toReversed(), ...evenHalf(count, start)];
    case 'odd-even-in':
      return [...oddHalf(count, start), ...evenHalf(count, start).toReversed()];
    default:
      return numbering satisfies never;
  }
}

const stepping = (count: number, start: number, step: number): number[] =>
  Array.from({ length: count }, (_, index) => start + index * step);

const firstOdd = (start: number): number => start + ((start + 1) % 2);
const firstEven = (start: number): number => start + (start % 2);

/** Of an odd count one more is odd. */
const oddHalf = (count: number, start: number): number[] =>
  stepping(Math.ceil(count / 2), firstOdd(start), 2);
const evenHalf = (count: number, start: number): number[] =>
  stepping(Math.floor(count / 2), firstEven(start), 2);

/** What rows are called one after another: numbers go on, letters go on as in a spreadsheet, and without I and O where told. */
export function rowNames(first: string, count: number, isWithoutIO = false): string[] {
  const names = [first];
  while (names.length < count) names.push(nextName(names.at(-1) ?? first, isWithoutIO));
  return names.slice(0, count);
}

function nextName(name: string, isWithoutIO: boolean): string {
  const number = /^(.*?)(\d+)$/.exec(name);
  if (number !== null) {
    const next = String(Number(number[2]) + 1);
    return `${number[1]}${next.padStart(number[2]?.length ?? 0, '0')}`;
  }
  const letters = /^(.*?)([a-z]+|[A-Z]+)$/.exec(name);
  if (letters === null) return `${name}2`;
  const next = nextLetters(letters[2] ?? '');
  return isWithoutIO && /[IOio]$/.test(next)
    ? nextName(`${letters[1]}${next}`, true)
    : `${letters[1]}${next}`;
}

/** A → B, Z → AA, AZ → BA. */
function nextLetters(letters: string): string {
  const [head, last] = [letters.slice(0, -1), letters.at(-1) ?? ''];
  if (!/[zZ]/.test(last)) return head + String.fromCharCode(last.charCodeAt(0) + 1);
  const first = last === 'z' ? 'a' : 'A';
  return (head === '' ? first : nextLetters(head)) + first;
}
