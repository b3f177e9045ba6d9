import fc from 'fast-check';
import { faultInPlan } from './checkPlan';
import { paintPlan } from './paintPlan';
import { type PretixPlan, pretixPlanSchema } from './pretixPlan';
import { readPretix } from './readPretix';
import { blocksOf, capacityOf, findSeat, type SeatingPlan, seatIdsIn } from './seatingPlan';
import { writePretix } from './writePretix';

const hall = {
  name: 'Small hall',
  size: { width: 400, height: 300 },
  categories: [
    { name: 'Front seats!', color: '#aa0000' },
    { name: 'Rear', color: '#00aa00' },
  ],
  zones: [
    {
      name: 'Main floor / left',
      zone_id: 'z1',
      position: { x: 50, y: 40 },
      rows: [
        {
          row_number: 'Row 1',
          row_number_position: 'both',
          position: { x: 5, y: 0 },
          seats: [
            {
              seat_guid: 'g3',
              seat_number: '12a',
              position: { x: 75.5, y: 0 },
              category: 'Rear',
              radius: 12,
            },
            {
              seat_guid: 'g1',
              seat_number: '0-0',
              position: { x: 0, y: 0 },
              category: 'Front seats!',
              radius: 12,
            },
            {
              seat_guid: 'g2',
              seat_number: '3',
              position: { x: 25, y: 0 },
              category: 'Front seats!',
              radius: 12,
            },
            {
              seat_guid: 'g4',
              seat_number: '3',
              position: { x: 100, y: 0.25 },
              category: 'Rear',
              radius: 12,
            },
          ],
        },
        {
          row_number: 'Row 1',
          position: { x: 5, y: 30 },
          seats: [{ seat_guid: 'g5', seat_number: '', position: { x: 0, y: 0 }, category: 'Box' }],
        },
      ],
      areas: [{ shape: 'text', position: { x: 0, y: 0 }, text: { text: 'Stage' } }],
    },
    {
      name: 'Bar',
      position: { x: 0, y: 200 },
      rows: [],
      areas: [{ shape: 'circle', circle: { radius: 10 } }],
    },
  ],
};
const read = (plan: unknown) => readPretix(pretixPlanSchema.parse(plan));

test('zones become sections and categories tiers; what does not fit ours is rewritten and keeps what is written there', () => {
  const { house } = read(hall);
  expect(house).toEqual({
    name: 'Small hall',
    pitch: 25,
    sections: [
      {
        sectionId: 'Main-floor-left',
        name: 'Main floor / left',
        kind: 'seated',
        x: 50,
        y: 40,
        rows: [
          {
            row: 'Row-1',
            label: 'Row 1',
            numbers: ['00', 3, '12a', '3x2'],
            labels: { '00': '0-0', '3x2': '3' },
            gapsAfter: [3],
            x: 5,
            y: 0,
            positions: [
              [0, 0],
              [25, 0],
              [75.5, 0],
              [100, 0.25],
            ],
            tiers: [
              { tier: 'Front-seats', seats: 2 },
              { tier: 'Rear', seats: 2 },
            ],
            guids: ['g1', 'g2', 'g3', 'g4'],
          },
          {
            row: 'Row-1-2',
            label: 'Row 1',
            numbers: [1],
            labels: { 1: '' },
            x: 5,
            y: 30,
            positions: [[0, 0]],
            tiers: [{ tier: 'Box', seats: 1 }],
            guids: ['g5'],
          },
        ],
      },
    ],
    tierLabels: {
      'Front-seats': { label: 'Front seats!', colour: '#aa0000' },
      Rear: { colour: '#00aa00' },
      Box: {},
    },
  });
});

test('what has no place with us is named, each kind once', () => {
  const { notKept } = read({ ...hall, editor: 'x' });
  expect(notKept.map(({ pointer, detail }) => `${pointer}: ${detail}`).sort()).toEqual([
    '/editor: Not kept: 1 of them.',
    '/size: Not kept: 1 of them.',
    '/zones/* (without seats): Not kept: 1 of them.',
    '/zones/*/areas: Not kept: 2 of them.',
    '/zones/*/rows/*/row_number_position: Not kept: 1 of them.',
    '/zones/*/rows/*/seats/*/radius: Not kept: 4 of them.',
    '/zones/*/zone_id: Not kept: 1 of them.',
  ]);
});

type Written = { readonly zones: PretixPlan['zones']; readonly categories: PretixPlan['categories'] };

/** Every seat with where it stands in the whole plan and what it is. */
const seatsOf = ({ zones }: Pick<Written, 'zones'>) =>
  zones
    .flatMap((zone) =>
      zone.rows.flatMap((row) =>
        row.seats.map(({ seat_guid, seat_number, category, position }) => ({
          seat_guid,
          seat_number,
          category,
          zone: zone.name,
          row: row.row_number,
          x: zone.position.x + row.position.x + position.x,
          y: zone.position.y + row.position.y + position.y,
        })),
      ),
    )
    .sort((a, b) => (a.seat_guid < b.seat_guid ? -1 : 1));

test('what was read is written as it came: every seat, what it is called and where it stands', () => {
  const { house } = read(hall);
  const written = writePretix({ ...house, venueId: 'v1', timeZone: 'Europe/Berlin' });
  expect(seatsOf(pretixPlanSchema.parse(written))).toEqual(seatsOf(pretixPlanSchema.parse(hall)));
  expect(written.categories.slice(0, 2)).toEqual(hall.categories);
});

const text = fc.oneof(
  fc.constantFrom('1', '2', 'A', '0-0', '12a', '가', '', 'Row 1', '-', 'a-1', 'constructor'),
  fc.string({ maxLength: 9 }),
);
const place = fc.record({ x: fc.integer({ min: 0, max: 900 }), y: fc.integer({ min: 0, max: 900 }) });
const anyPlan = fc
  .record({
    name: text,
    categories: fc.array(fc.record({ name: text }), { maxLength: 3 }),
    zones: fc.array(
      fc.record({
        name: text,
        position: place,
        rows: fc.array(
          fc.record({
            row_number: text,
            position: place,
            seats: fc.array(fc.record({ seat_number: text, position: place, category: text }), {
              maxLength: 6,
            }),
          }),
          { maxLength: 3 },
        ),
      }),
      { minLength: 1, maxLength: 3 },
    ),
  })
  .map((plan) => {
    let guid = 0;
    const zones = plan.zones.map((zone) => ({
      ...zone,
      rows: zone.rows.map((row) => ({
        ...row,
        seats: row.seats.map((seat) => ({ ...seat, seat_guid: `g${guid++}` })),
      })),
    }));
    return pretixPlanSchema.parse({ ...plan, zones });
  });

test('whatever a plan calls its seats, each has an id of its own here, a tier, and comes back as it was', () => {
  fc.assert(
    fc.property(anyPlan, (plan) => {
      const seats = seatsOf(plan);
      fc.pre(seats.length > 0);
      const { house } = readPretix(plan);
      expect(faultInPlan(house.sections)).toBeUndefined();
      const painted = paintPlan(house.sections);
      if ('fault' in painted) throw new Error(painted.fault.detail);
      const sections: SeatingPlan = painted.sections;
      expect(capacityOf(sections)).toBe(seats.length);
      for (const seatId of sections.flatMap(blocksOf).flatMap(seatIdsIn))
        expect(findSeat(sections, seatId)?.seatId).toBe(seatId);
      const written = writePretix({ ...house, venueId: 'v1', timeZone: 'Europe/Berlin' });
      // A zone's name is brought into one form, and what looks the same is the same.
      const plain = ({ zone, seat_number, row, category, ...rest }: (typeof seats)[number]) => ({
        ...rest,
        seat_number: seat_number.normalize('NFC'),
        row: row.normalize('NFC'),
        category: category.normalize('NFC'),
      });
      expect(seatsOf(pretixPlanSchema.parse(written)).map(plain)).toEqual(seats.map(plain));
    }),
    { numRuns: 300 },
  );
});

test('a house of ours is written with positions made from its rows, and read again it is the same house', () => {
  const house = {
    venueId: 'v1',
    name: 'Ours',
    timeZone: 'Asia/Seoul',
    sections: [
      {
        sectionId: 'A',
        kind: 'seated' as const,
        tier: 'R',
        rows: [
          { row: '1', numbers: [1, 3, 5, 6, 4, 2], gapsAfter: [5] },
          { row: '2', seats: 6, curve: 1 },
        ],
      },
      { sectionId: 'PIT', kind: 'standing' as const, tier: 'S', capacity: 50 },
    ],
  };
  const written = writePretix(house);
  const places = seatsOf(pretixPlanSchema.parse(written)).flatMap(({ x, y }) => [x, y]);
  // Older readers take whole numbers, and nothing of a plan lies outside its size.
  expect(places.filter((place) => !Number.isInteger(place) || place < 0)).toEqual([]);
  expect(Math.max(...places)).toBeLessThan(Math.max(written.size.width, written.size.height));
  expect(written.zones[1]).toMatchObject({ name: 'PIT', rows: [], areas: [] });
  const again = read(written).house.sections[0];
  if (again?.kind !== 'seated') throw new Error('it has no seats');
  expect(again.sectionId).toBe('A');
  expect(
    again.rows.map(({ row, numbers, gapsAfter, tiers }) => ({ row, numbers, gapsAfter, tiers })),
  ).toEqual([
    { row: '1', numbers: [1, 3, 5, 6, 4, 2], gapsAfter: [5], tiers: [{ tier: 'R', seats: 6 }] },
    { row: '2', numbers: [1, 2, 3, 4, 5, 6], tiers: [{ tier: 'R', seats: 6 }] },
  ]);
});
