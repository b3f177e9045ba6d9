import type { SeatMap } from '../../api/types';

type Sections = readonly SeatMap['sections'][number][];

/** Which seats somebody has typed, and which words name none. */
export type Typed = { readonly seats: readonly string[]; readonly unknown: readonly string[] };

/**
 * Seats by what is printed on them: `A-1-5`, `A 1 5`, several of a row as `A 1 5 6` or `A 1 5-8`, rows apart by a comma.
 * Capital letters do not matter. In a house of one section its name may be left out.
 */
export function typedSeats(text: string, sections: Sections): Typed {
  const seats: string[] = [];
  const unknown: string[] = [];
  for (const words of text.split(/[,;\n]+/).map((part) => part.trim())) {
    if (words === '') continue;
    const found = seatsIn(words, sections);
    if (found === undefined) unknown.push(words);
    else seats.push(...found);
  }
  return { seats: [...new Set(seats)], unknown };
}

function seatsIn(words: string, sections: Sections): readonly string[] | undefined {
  const byName = sections.flatMap(({ seats }) => seats).find(({ seatId }) => isSame(seatId, words));
  if (byName !== undefined) return [byName.seatId];
  for (const section of sections) {
    const rest = after(section.sectionId, words) ?? (sections.length === 1 ? words : undefined);
    const found = rest === undefined ? undefined : inSection(rest, section.seats);
    if (found !== undefined) return found;
  }
  return undefined;
}

type Seat = Sections[number]['seats'][number];

function inSection(words: string, seats: readonly Seat[]): readonly string[] | undefined {
  const rows = [...new Set(seats.map(({ row }) => row ?? ''))];
  for (const row of rows) {
    const rest = after(row, words);
    if (rest === undefined) continue;
    const found = ofRow(
      rest,
      seats.filter((seat) => (seat.row ?? '') === row),
    );
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Numbers, and runs of them as the seats stand. Undefined when one of them is not there. */
function ofRow(words: string, row: readonly Seat[]): readonly string[] | undefined {
  const at = (word: string) =>
    row.findIndex(({ number, label }) => isSame(String(number), word) || isSame(label ?? '', word));
  const found: string[] = [];
  for (const word of words.split(/\s+/)) {
    const [first = '', last = first] = word.split(/[-–~]/);
    const [from, to] = [at(first), at(last)].toSorted((a, b) => a - b);
    if (from === undefined || to === undefined || from < 0) return undefined;
    found.push(...row.slice(from, to + 1).map(({ seatId }) => seatId));
  }
  return found;
}

const isSame = (a: string, b: string): boolean =>
  a !== '' && a.normalize('NFC').toLowerCase() === b.normalize('NFC').toLowerCase();

/** What follows a name, or undefined when the words do not begin with it. A standing section has rows without a name. */
function after(name: string, words: string): string | undefined {
  if (name === '') return words;
  const [start, rest] = [words.slice(0, name.length), words.slice(name.length)];
  return isSame(start, name) && /^[\s-]/.test(rest) ? rest.replace(/^[\s-]+/, '') : undefined;
}
