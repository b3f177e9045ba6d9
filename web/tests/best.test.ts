import { emptyAvailability } from '../../functions/musical/seats/domain/availability';
import { pickBest } from '../../functions/musical/seats/domain/bestAvailable';
import type { SeatMap } from '../src/api/types';
import { bestPlaces } from '../src/seats/best';

/** Always the same numbers. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return state / 2 ** 31;
  };
}

type Row = string;

/** `.` is a free seat, `x` a taken one, in one house for the server and for the web. */
function housesOf(sections: readonly (readonly Row[])[]) {
  const idOf = (index: number) => `S${index}`;
  const plan = sections.map((rows, index) => ({
    sectionId: idOf(index),
    kind: 'seated' as const,
    tier: 'R',
    rows: rows.map((row, at) => ({ row: String(at + 1), seats: row.length })),
  }));
  const map: SeatMap['sections'] = sections.map((rows, index) => ({
    sectionId: idOf(index),
    kind: 'seated',
    tier: 'R',
    price: 1,
    seats: rows.flatMap((row, at) =>
      [...row].map((sign, place) => ({
        seatId: `${idOf(index)}-${at + 1}-${place + 1}`,
        row: String(at + 1),
        number: place + 1,
        status: sign === '.' ? ('available' as const) : ('sold' as const),
      })),
    ),
  }));
  const taken = new Set(
    map.flatMap(({ seats }) => seats.filter(({ status }) => status === 'sold').map(({ seatId }) => seatId)),
  );
  return { plan, map, taken };
}

/** How many parts a choice is in, and how many free seats it leaves alone. */
function worthOf(map: SeatMap['sections'], chosen: readonly string[]) {
  const rows = map.flatMap(({ seats }) => [...Map.groupBy(seats, ({ row }) => row).values()]);
  const signs = rows.map((row) =>
    row
      .map(({ seatId, status }) => (chosen.includes(seatId) ? 'c' : status === 'available' ? '.' : 'x'))
      .join(''),
  );
  const count = (pattern: RegExp) => signs.reduce((sum, row) => sum + (row.match(pattern)?.length ?? 0), 0);
  return { parts: count(/c+/g), alone: count(/(?<![.])\.(?![.])(?<=c\.|\.(?=c))/g) };
}

test('a party gets from the web what the server would give: as few parts, and as few seats left alone', () => {
  const random = numbers(7);
  let apart = 0;
  for (let round = 0; round < 300; round++) {
    const share = 0.3 + random() * 0.5;
    const row = () => Array.from({ length: 8 }, () => (random() < share ? 'x' : '.')).join('');
    const { plan, map, taken } = housesOf([
      [row(), row(), row()],
      [row(), row()],
    ]);
    const quantity = 2 + Math.floor(random() * 6);
    const picking = { nowMs: 0, attempt: 0, random: () => 0, isTaken: (id: string) => taken.has(id) };
    const server = pickBest(plan, emptyAvailability('p1'), { quantity }, picking);
    const web = bestPlaces(map, quantity);
    const seats = web?.kind === 'seats' ? web.seats : undefined;
    expect(seats?.length).toBe(server?.length);
    if (server === undefined || seats === undefined) continue;
    if (worthOf(map, server).parts > 1) apart++;
    expect(worthOf(map, seats)).toEqual(worthOf(map, server));
  }
  expect(apart).toBeGreaterThan(30);
});
