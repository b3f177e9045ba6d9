import type { Availability, SeatMap } from '../../api/types';

/** How a seat stands, as the theatre's staff see it. */
export const SEAT_STATES = ['free', 'held', 'reserved', 'sold', 'withheld', 'admitted'] as const;
export type SeatState = (typeof SEAT_STATES)[number];

type Marks = Availability['marks'];
type Section = SeatMap['sections'][number];

const STATE_OF: Readonly<Record<string, SeatState>> = {
  0: 'free',
  1: 'held',
  r: 'reserved',
  2: 'sold',
  w: 'withheld',
};

/**
 * How each seat of a map stands, by its id. Somebody sits on what is `admitted`, whatever its mark says. What has a mark
 * that is not known counts as sold, so that nobody takes it.
 */
export function statesOf(
  sections: readonly Section[],
  marks: Marks,
  admitted: ReadonlySet<string> = new Set(),
): ReadonlyMap<string, SeatState> {
  const states = new Map<string, SeatState>();
  for (const { sectionId, seats } of sections) {
    const at = new Map<string | undefined, number>();
    for (const { seatId, row } of seats) {
      const index = at.get(row) ?? 0;
      at.set(row, index + 1);
      states.set(seatId, admitted.has(seatId) ? 'admitted' : stateAt(marks[sectionId], row, index));
    }
  }
  return states;
}

function stateAt(marks: Marks[string] | undefined, row: string | undefined, index: number): SeatState {
  const written = typeof marks === 'object' ? marks[row ?? ''] : marks;
  return STATE_OF[written?.[index] ?? ''] ?? 'sold';
}

/** How many seats stand so. */
export function countsOf(states: ReadonlyMap<string, SeatState>): Readonly<Record<SeatState, number>> {
  const counts = { free: 0, held: 0, reserved: 0, sold: 0, withheld: 0, admitted: 0 };
  for (const state of states.values()) counts[state]++;
  return counts;
}

/** What staff choose from: what everybody may have, or what the theatre keeps for itself. */
export type Offer = 'free' | 'withheld';

/** The marks as if only what is offered could be had, in the letters that everybody's map knows. */
export function offered(availability: Availability, offer: Offer): Availability {
  const mark = offer === 'free' ? '0' : 'w';
  const asOffered = (written: string) =>
    [...written].map((one) => (one === mark ? '0' : one === '1' ? '1' : '2')).join('');
  const marks = Object.fromEntries(
    Object.entries(availability.marks).map(([sectionId, written]) => [
      sectionId,
      typeof written === 'string' ? asOffered(written) : mapped(written, asOffered),
    ]),
  );
  return { ...availability, marks };
}

const mapped = (rows: Readonly<Record<string, string>>, change: (written: string) => string) =>
  Object.fromEntries(Object.entries(rows).map(([row, written]) => [row, change(written)]));
