import { type Run, runsOf, type Section } from './together';

type Lost = { readonly kept: readonly string[]; readonly gone: readonly string[] };

/** A row away is as far as so many seats. */
const ROW = 2;

/**
 * What to sit on in place of seats that are gone: as many side by side in their section, with those that are kept if
 * they can be, as near as can be. Undefined when so many are nowhere together.
 */
export function nearBy(sections: readonly Section[], { kept, gone }: Lost): readonly string[] | undefined {
  const section = sections.find(({ seats }) => seats.some(({ seatId }) => seatId === gone[0]));
  if (section === undefined) return undefined;
  const rows = [...new Set(section.seats.map(({ row }) => row))];
  const isIn = (seatId: string) => section.seats.some((seat) => seat.seatId === seatId);
  const placeOf = (seatId: string) => {
    const row = section.seats.find((seat) => seat.seatId === seatId)?.row;
    const seats = section.seats.filter((seat) => seat.row === row);
    return { row: rows.indexOf(row), at: seats.findIndex((seat) => seat.seatId === seatId) };
  };
  const together = kept.every(isIn) ? [...kept, ...gone] : gone;
  const others = kept.every(isIn) ? [] : kept;
  const from = together.map(placeOf);
  const home = { row: mean(from.map(({ row }) => row)), at: mean(from.map(({ at }) => at)) };
  const seats = section.seats.map((seat) =>
    gone.includes(seat.seatId) || others.includes(seat.seatId) ? { ...seat, status: 'held' as const } : seat,
  );
  const costOf = (ids: readonly string[]) => {
    const { row, at } = placeOf(ids[0] ?? '');
    const away = ROW * Math.abs(row - home.row) + Math.abs(at + (ids.length - 1) / 2 - home.at);
    return away + section.seats.length * together.filter((seatId) => isLeft(seatId, ids)).length;
  };
  const isLeft = (seatId: string, ids: readonly string[]) => kept.includes(seatId) && !ids.includes(seatId);
  const [best] = runsOf({ ...section, seats })
    .flatMap((run) => windowsOf(run, together.length))
    .map((ids) => ({ ids, cost: costOf(ids) }))
    .sort((a, b) => a.cost - b.cost);
  return best && [...others, ...best.ids];
}

/** Every so many side by side. */
const windowsOf = ({ seats }: Run, quantity: number): string[][] =>
  seats
    .slice(0, Math.max(0, seats.length - quantity + 1))
    .map((_, start) => seats.slice(start, start + quantity).map(({ seatId }) => seatId));

const mean = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0) / numbers.length;
