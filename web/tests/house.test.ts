import fc from 'fast-check';
import { faultInPlan } from '../../functions/musical/catalogue/domain/checkPlan';
import { placed as placedByApi, seatsOfRow } from '../../functions/musical/catalogue/domain/geometry';
import { paintPlan } from '../../functions/musical/catalogue/domain/paintPlan';
import { pretixPlanSchema } from '../../functions/musical/catalogue/domain/pretixPlan';
import { readPretix } from '../../functions/musical/catalogue/domain/readPretix';
import {
  blocksOf,
  capacityOf as capacityByApi,
  kindsAt,
  type SeatingPlan,
  seatIdAt,
  tierAt,
} from '../../functions/musical/catalogue/domain/seatingPlan';
import type { House as ApiHouse } from '../../functions/musical/catalogue/domain/venue';
import { writePretix } from '../../functions/musical/catalogue/domain/writePretix';
import { houseBody } from '../../functions/musical/catalogue/triggers/schemas';
import { bigHouse } from '../../tests/samples/bigHouse';
import { faultsIn, findingsIn, mayBeSaved } from '../src/staff/plan/model/checks';
import { inRows, readHouse, written } from '../src/staff/plan/model/file';
import { capacityOf, emptyHouse, type House, MOST, pitchOf } from '../src/staff/plan/model/house';
import { houseHall } from '../src/staff/plan/model/houseHall';
import { placesOf } from '../src/staff/plan/model/place';
import { seatsOf } from '../src/staff/plan/model/row';
import { drawnBy, steps } from './drawn';

/** Undefined when the API takes the house. */
function refusal(house: House): string | undefined {
  const read = houseBody.safeParse(JSON.parse(JSON.stringify(house)));
  if (!read.success) return `/${read.error.issues[0]?.path.join('/')}`;
  return faultInPlan(read.data.sections as never, read.data.floors)?.pointer;
}

test('what has no fault here is taken by the API, and what the API refuses has one here', () => {
  let taken = 0;
  fc.assert(
    fc.property(steps, (all) => {
      const house = drawnBy(all);
      const refused = refusal(house);
      taken += Number(refused === undefined);
      expect([mayBeSaved(findingsIn(house)), refused]).toEqual([refused === undefined, refused]);
    }),
    { numRuns: 200 },
  );
  // Houses of both kinds were drawn.
  expect(taken).toBeGreaterThan(5);
});

const sound = steps.map(drawnBy).filter((house) => faultsIn(house).length === 0);

test('each seat has here the number, the tier, the kinds and the place that it has in the API’s plan', () => {
  fc.assert(
    fc.property(sound, (house) => {
      const bare = house.sections.map((section) => ({ ...section, tier: section.tier ?? '-' }));
      const painted = paintPlan(bare as never);
      if ('fault' in painted) throw new Error(painted.fault.detail);
      const sections: SeatingPlan = painted.sections;
      expect(capacityOf(house)).toBe(capacityByApi(sections));
      expect(seatsHere(house)).toEqual(sections.flatMap((section) => seatsByApi(section, pitchOf(house))));
    }),
    { numRuns: 40 },
  );
});

const near = (value: number) => Math.round(value * 1_000) / 1_000 + 0;

function seatsHere(house: House) {
  const { rows } = placesOf(house);
  return house.sections.flatMap((section, index) =>
    section.kind === 'standing'
      ? []
      : section.rows.flatMap((row, at) =>
          seatsOf(row).map(({ number, tier, kinds }, seat) => ({
            seatId: `${section.sectionId}-${row.row}-${number}`,
            tier: tier ?? section.tier ?? '-',
            kinds,
            x: near(rows[index]?.[at]?.[seat]?.x ?? Number.NaN),
            y: near(rows[index]?.[at]?.[seat]?.y ?? Number.NaN),
          })),
        ),
  );
}

const seatsByApi = (section: SeatingPlan[number], pitch: number) =>
  section.kind === 'standing'
    ? []
    : blocksOf(section).flatMap((block, at) =>
        seatsOfRow(block.row as never, at, pitch).map((point, seat) => {
          const [x, y] = placedByApi(section, point);
          return {
            seatId: seatIdAt(block, seat),
            tier: tierAt(block, seat),
            kinds: kindsAt(block, seat),
            x: near(x / pitch),
            y: near(y / pitch),
          };
        }),
      );

test('a house comes back from a file as it went, and from a plan of pretix with no fault', () => {
  fc.assert(
    fc.property(sound, (house) => {
      expect(readHouse(written(house))).toEqual(house);
      fc.pre(house.sections.some(({ kind }) => kind === 'seated'));
      const plan = pretixPlanSchema.parse(writePretix({ ...house, venueId: 'v1' } as unknown as ApiHouse));
      const read = { ...readPretix(plan).house, timeZone: house.timeZone };
      const again: House = JSON.parse(JSON.stringify(read));
      expect(faultsIn(again)).toEqual([]);
      expect(readHouse(written(again))).toEqual(again);
    }),
    { numRuns: 40 },
  );
});

test('limits are those of the API', () => {
  const rows = (count: number, seats: number) =>
    Array.from({ length: count }, (_, row) => ({ row: String(row + 1), seats }));
  const seated = (id: string, count: number, seats: number) =>
    ({ sectionId: id, kind: 'seated', tier: 'R', x: 0, y: 0, rows: rows(count, seats) }) as const;
  const house = (...sections: House['sections']): House => ({ ...emptyHouse('H', 'Asia/Seoul'), sections });
  const gaps = (count: number) => Array.from({ length: count }, (_, index) => index + 1);
  const withAisles = (count: number) => ({
    ...seated('A', 1, 200),
    rows: [{ row: '1', seats: 200, gapsAfter: gaps(count) }],
  });
  const many = (count: number) => house(...Array.from({ length: count }, (_, at) => seated(`S${at}`, 1, 1)));
  const floors = (count: number) => ({ ...house(seated('A', 1, 1)), floors: gaps(count).map(String) });
  const pairs: [House, House][] = [
    [house(seated('A', MOST.rows, 1)), house(seated('A', MOST.rows + 1, 1))],
    [house(seated('A', 1, MOST.seats)), house(seated('A', 1, MOST.seats + 1))],
    [house(seated('A', 40, 500)), house(seated('A', 40, 500), seated('B', 1, 1))],
    [house(withAisles(MOST.aisles)), house(withAisles(MOST.aisles + 1))],
    [many(MOST.sections), many(MOST.sections + 1)],
    [floors(MOST.floors), floors(MOST.floors + 1)],
  ];
  for (const [most, more] of pairs) {
    expect([refusal(most), faultsIn(most)]).toEqual([undefined, []]);
    expect(refusal(more)).toBeDefined();
    expect(faultsIn(more)).not.toEqual([]);
  }
  expect(MOST.capacity).toBe(40 * 500);
});

test('a house of 20,000 seats is checked and drawn whole', () => {
  const { venueId: _id, ...fields } = bigHouse;
  const house = inRows(fields as unknown as House);
  expect(faultsIn(house)).toEqual([]);
  expect(houseHall(house, ({ sectionId }) => sectionId).rows.flatMap(({ seats }) => seats)).toHaveLength(
    20_000,
  );
});
