import { faultInPlan } from '../../../functions/musical/catalogue/domain/checkPlan';
import { placed, seatsOfRow } from '../../../functions/musical/catalogue/domain/geometry';
import { paintPlan } from '../../../functions/musical/catalogue/domain/paintPlan';
import {
  blocksOf,
  capacityOf,
  findSeat,
  kindsAt,
  type SeatingPlan,
  seatIdAt,
} from '../../../functions/musical/catalogue/domain/seatingPlan';
import { priceTiersBody } from '../../../functions/musical/catalogue/triggers/priceBody';
import { houseBody } from '../../../functions/musical/catalogue/triggers/schemas';
import { DEMO_PRICES, DEMO_VENUE, DEMO_WITHHELD } from './demoHouse';

/** The web is compiled for browsers, so its types are not these. */
const web: { drawnPlan: (plan: object) => { rows: { x: number; y: number }[][][] } } = jest.requireActual(
  '../../../web/src/seats/drawnPlan',
);

const drawn = houseBody.parse(DEMO_VENUE);
const painted = paintPlan(drawn.sections, DEMO_PRICES.tiers);
const plan: SeatingPlan = 'fault' in painted ? [] : painted.sections;

test('the demo house can be sent, and each of its 1,000 places has a price', () => {
  expect(faultInPlan(drawn.sections, drawn.floors)).toBeUndefined();
  expect(painted).not.toHaveProperty('fault');
  expect(capacityOf(plan)).toBe(1_000);
  expect(new Set(plan.map(({ floor }) => floor)).size).toBe(3);
  const seats = DEMO_WITHHELD.flatMap((withheld) => withheld.seats);
  for (const seatId of seats) expect(findSeat(plan, seatId)).toBeDefined();
  for (const { tier } of plan) expect(Object.keys(DEMO_PRICES.priceTiers)).toContain(tier);
  expect(priceTiersBody.parse(DEMO_PRICES.priceTiers)).toEqual(DEMO_PRICES.priceTiers);
});

test('it has what real houses have: places for wheelchairs, aisles, seats without a full view, odd and even sides', () => {
  const kinds = plan
    .flatMap(blocksOf)
    .flatMap((block) => Array.from({ length: block.seats }, (_, i) => kindsAt(block, i)).flat());
  expect(new Set(kinds)).toEqual(new Set(['wheelchair', 'companion', 'restricted-view', 'aisle']));
  const rows = plan.flatMap(blocksOf).flatMap(({ row }) => row ?? []);
  expect(rows.some(({ gapsAfter }) => gapsAfter !== undefined)).toBe(true);
  expect(rows[0]?.numbers?.slice(7, 11)).toEqual([3, 1, 2, 4]);
});

test('the web draws its seats where the server says they stand', () => {
  const { rows } = web.drawnPlan({ sections: plan, stage: DEMO_VENUE.stage });
  const here = plan.map((section) =>
    blocksOf(section).flatMap(({ row }, index) =>
      row === undefined ? [] : [seatsOfRow(row, index, 1).map((point) => placed(section, point))],
    ),
  );
  const there = rows.map((of) => of.map((row) => row.map(({ x, y }) => [x, y])));
  const rounded = (places: unknown) =>
    JSON.parse(
      JSON.stringify(places, (_key, value) => (typeof value === 'number' ? value.toFixed(6) : value)),
    );
  expect(rounded(there)).toEqual(rounded(here));
});

test('no two of its seats stand in one place', () => {
  const seats = plan.flatMap((section) =>
    blocksOf(section).flatMap((block, index) =>
      block.row === undefined
        ? []
        : seatsOfRow(block.row, index, 1).map((point, i) => ({
            seatId: seatIdAt(block, i),
            at: placed(section, point),
          })),
    ),
  );
  expect(seats).toHaveLength(900);
  const near = seats.flatMap((a, index) =>
    seats
      .slice(index + 1)
      .filter((b) => Math.hypot(a.at[0] - b.at[0], a.at[1] - b.at[1]) < 0.9)
      .map((b) => `${a.seatId} and ${b.seatId}`),
  );
  expect(near).toEqual([]);
});
