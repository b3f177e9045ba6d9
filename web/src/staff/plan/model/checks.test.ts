import { addRows, type NewRows } from './addRows';
import { findingsIn, mayBeSaved, refsOf } from './checks';
import {
  addSection,
  changeFloors,
  changeRow,
  changeSection,
  copySection,
  removeRow,
  renumberRow,
  straightenRow,
} from './edit';
import { inRows, readHouse, written } from './file';
import { emptyHouse, type House, type SeatedSection } from './house';
import { paintTier, removeSeats, setKind } from './paint';
import { placesOf } from './place';
import { placeOf } from './pointers';
import { seatsOf } from './row';
import { readRow } from './rowText';
import { refsOfRow, refsOfSection, toggled } from './selection';
import { addTier, colourTier, renameTier, tiersOf } from './tiers';

const plain: NewRows = {
  first: '1',
  rows: 2,
  isWithoutIO: false,
  seats: { blocks: [2, 2], growBy: 0, numbering: 'all', start: 1, from: 'left' },
  curve: 0,
  spacing: 1,
  align: 'centre',
};
const empty = addSection(emptyHouse('House', 'Asia/Seoul'), {
  sectionId: 'A',
  kind: 'seated',
  tier: 'R',
  x: 0,
  y: 0,
  rows: [],
});
const house = addRows(empty, 0, plain);
const rowsIn = ({ sections }: House, section = 0) => (sections[section] as SeatedSection).rows;
const kindsIn = (one: House) => findingsIn(one).map(({ kind }) => kind);
const places = (one: House, section = 0) =>
  placesOf(one).rows[section]?.map((row) => row.map(({ x, y }) => [x, y]));

test('rows by count say no more than they must', () => {
  expect(rowsIn(house)).toEqual([
    { row: '1', seats: 4, gapsAfter: [2] },
    { row: '2', seats: 4, gapsAfter: [2] },
  ]);
  expect(findingsIn(house)).toEqual([]);
});

test('rows that grow, are flush at a side and are curved stand as told, behind those before', () => {
  const seats = { blocks: [3], growBy: 2, numbering: 'odd-even-out', start: 1, from: 'left' } as const;
  const more = addRows(house, 0, {
    ...plain,
    first: 'H',
    isWithoutIO: true,
    seats,
    align: 'left',
    curve: 2,
    spacing: 1.5,
  });
  expect(rowsIn(more).slice(2)).toEqual([
    { row: 'H', numbers: [3, 1, 2], x: -1, y: 2.5, curve: 0.5 },
    { row: 'J', numbers: [5, 3, 1, 2, 4], y: 4, curve: 2 },
  ]);
  expect(places(more)?.map((row) => row[0]?.[0])).toEqual([-2, -2, -2, -2]);
});

test('the same number twice, a name twice and seats on top of each other are found where they are', () => {
  const twice = renumberRow(house, 0, 1, { numbers: [1, 2, 2, 3], gapsAfter: [] });
  expect(findingsIn(twice)).toEqual([
    { kind: 'number-twice', isFault: true, at: { section: 0, row: 1, seats: [1, 2] } },
  ]);
  expect(refsOf(twice, findingsIn(twice)[0] as never)).toEqual(['0/1/1', '0/1/2']);
  const near = changeRow(house, 0, 1, { y: 0.2 });
  expect(findingsIn(near).map(({ kind, at }) => [kind, at.row, at.seats?.length])).toEqual([
    ['on-top', 0, 4],
    ['on-top', 0 + 1, 4],
  ]);
  expect(mayBeSaved(findingsIn(near))).toBe(true);
  expect(kindsIn(changeRow(house, 0, 1, { row: '1' }))).toEqual(['row-twice', 'row-twice']);
  const copied = copySection(house, 0, false);
  expect(copied.sections[1]?.sectionId).toBe('B');
  expect(kindsIn(changeSection(copied, 1, { sectionId: 'A' }))).toContain('section-twice');
});

test('a seat of one section is not one of another by its id, as row 1 of A and the places of A-1 would be', () => {
  const standing = { sectionId: 'A-1', kind: 'standing', tier: 'R', x: 30, y: 0, capacity: 9 } as const;
  expect(findingsIn(addSection(house, standing))).toMatchObject([{ kind: 'id-twice', at: { section: 1 } }]);
});

test('standing places have no seats among them', () => {
  const pit = { sectionId: 'P', kind: 'standing', tier: 'R', x: 0, y: 0, capacity: 9 } as const;
  expect(findingsIn(addSection(house, pit))).toMatchObject([
    { kind: 'in-standing', isFault: false, at: { section: 1 } },
  ]);
});

test('seats without a tier are a hint as long as the API can keep the house, and then a fault', () => {
  const bare = addRows(changeSection(empty, 0, { tier: undefined }), 0, plain);
  expect(findingsIn(bare)).toEqual([{ kind: 'no-tier', isFault: false, at: { section: 0 } }]);
  const row = paintTier(bare, new Set(refsOfRow(bare, 0, 0)), 'VIP');
  expect(findingsIn(row)).toEqual([{ kind: 'no-tier', isFault: false, at: { section: 0, row: 1 } }]);
  const seat = paintTier(bare, new Set(['0/0/0']), 'VIP');
  expect(findingsIn(seat)[0]).toEqual({
    kind: 'tier-missing-in-row',
    isFault: true,
    at: { section: 0, row: 0, seats: [1, 2, 3] },
  });
  expect(kindsIn(changeSection(seat, 0, { tier: 'S' }))).toEqual([]);
});

test('a tier is painted over seats, and over all of them it is the section’s', () => {
  const painted = paintTier(house, new Set(['0/0/1', '0/0/2']), 'VIP');
  expect(rowsIn(painted)[0]?.tiers).toEqual([
    { tier: 'R', seats: 1 },
    { tier: 'VIP', seats: 2 },
    { tier: 'R', seats: 1 },
  ]);
  expect(paintTier(painted, new Set(['0/0/1', '0/0/2']), 'R')).toEqual(house);
  const all = paintTier(painted, new Set(refsOfSection(house, 0)), 'S');
  expect(all.sections[0]).toEqual({ ...house.sections[0], tier: 'S' });
  const other = changeSection(painted, 0, { tier: 'S' });
  expect(seatsOf(rowsIn(other)[0] as never).map(({ tier }) => tier)).toEqual(['S', 'VIP', 'VIP', 'S']);
});

test('tiers have names and colours, and a name that is there already makes two one', () => {
  const two = addTier(paintTier(house, new Set(['0/0/0']), 'VIP'), 'S', '#24658f');
  expect(tiersOf(two).map(({ tier }) => tier)).toEqual(['S', 'R', 'VIP']);
  const one = renameTier(colourTier(two, 'R', '#a64b00'), 'VIP', 'R');
  expect(tiersOf(one)).toEqual([
    { tier: 'S', colour: '#24658f' },
    { tier: 'R', colour: '#a64b00' },
  ]);
});

test('kinds are said of seats, also of several at once', () => {
  const one = setKind(
    setKind(house, new Set(['0/0/0', '0/0/1']), 'wheelchair', true),
    new Set(['0/0/1']),
    'aisle',
    true,
  );
  expect(rowsIn(one)[0]?.kinds).toEqual([
    { kinds: ['wheelchair'], seats: 1 },
    { kinds: ['wheelchair', 'aisle'], seats: 1 },
    { kinds: [], seats: 2 },
  ]);
  const none = setKind(
    setKind(one, new Set(['0/0/1']), 'aisle', false),
    new Set(['0/0/0', '0/0/1']),
    'wheelchair',
    false,
  );
  expect(none).toEqual(house);
});

test('who takes seats out leaves the others where they stand, and nobody beside whom nobody sits', () => {
  const before = places(house) ?? [];
  const fewer = removeSeats(house, new Set(['0/0/1', '0/1/0']));
  expect(places(fewer)).toEqual([before[0]?.filter((_, index) => index !== 1), before[1]?.slice(1)]);
  expect(rowsIn(fewer)[0]).toMatchObject({ numbers: [1, 3, 4], gapsAfter: [1] });
  expect(rowsIn(fewer)[1]).toMatchObject({ numbers: [2, 3, 4], gapsAfter: [2] });
  expect(rowsIn(straightenRow(fewer, 0, 1))[1]?.positions).toBeUndefined();
  const noRow = removeSeats(house, new Set(refsOfRow(house, 0, 0)));
  expect(places(noRow)).toEqual([before[1]]);
  expect(places(removeRow(house, 0, 0))).toEqual([before[1]]);
});

test('a row that gets other numbers keeps what its seats are', () => {
  const kinds = setKind(house, new Set(['0/0/3']), 'wheelchair', true);
  const odd = rowsIn(renumberRow(kinds, 0, 0, readRow('1-7/2') as never))[0];
  expect(odd).toEqual({
    row: '1',
    numbers: [1, 3, 5, 7],
    kinds: [
      { kinds: [], seats: 3 },
      { kinds: ['wheelchair'], seats: 1 },
    ],
  });
  const longer = rowsIn(renumberRow(kinds, 0, 0, readRow('1-6') as never))[0];
  expect(longer).toEqual({
    row: '1',
    seats: 6,
    kinds: [
      { kinds: [], seats: 3 },
      { kinds: ['wheelchair'], seats: 1 },
      { kinds: [], seats: 2 },
    ],
  });
});

test('a copy in the mirror stands at the other side with its numbers from there, and two mirrors are none', () => {
  const side = changeSection(renumberRow(house, 0, 0, readRow('1 | 2-4') as never), 0, {
    x: 9,
    rotation: 20,
  });
  const copied = copySection(side, 0, true);
  expect(copied.sections[1]).toMatchObject({ sectionId: 'B', x: -9, rotation: -20 });
  expect(rowsIn(copied, 1)[0]).toEqual({ row: '1', numbers: [4, 3, 2, 1], gapsAfter: [2] });
  const back = copySection(copied, 1, true).sections[2];
  expect(back).toEqual({ ...side.sections[0], sectionId: 'C' });
});

test('a floor takes its sections along when it is renamed, and leaves them when it goes', () => {
  const up = changeSection(changeFloors(house, ['1F', '2F']), 0, { floor: '1F' });
  const named = changeFloors(up, ['Stalls', '2F'], ['1F', 'Stalls']);
  expect(named.sections[0]?.floor).toBe('Stalls');
  expect(changeFloors(named, ['2F']).sections[0]).toEqual(house.sections[0]);
  expect(kindsIn(changeSection(up, 0, { floor: '3F' }))).toEqual(['no-such-floor']);
});

test('what is selected twice is not', () => {
  const one = toggled(new Set(['0/0/0']), ['0/0/1']);
  expect([...one]).toEqual(['0/0/0', '0/0/1']);
  expect([...toggled(one, ['0/0/0'])]).toEqual(['0/0/1']);
});

test('kinds by seat, as the API may have them, are those of the rows', () => {
  const section = {
    ...house.sections[0],
    kinds: { 'A-1-2': 'companion', 'A-2-4': ['aisle', 'wheelchair'] },
  } as never;
  const [first, second] = rowsIn(inRows({ ...house, sections: [section] }));
  expect(first?.kinds).toEqual([
    { kinds: [], seats: 1 },
    { kinds: ['companion'], seats: 1 },
    { kinds: [], seats: 2 },
  ]);
  expect(second?.kinds?.at(-1)).toEqual({ kinds: ['aisle', 'wheelchair'], seats: 1 });
});

test.each<[string, unknown, string]>([
  ['no JSON', undefined, ''],
  ['no sections', { name: 'a', timeZone: 'b' }, '/sections'],
  [
    'a row that says 2 seats and has tiers for 3',
    {
      sections: [
        { sectionId: 'A', kind: 'seated', rows: [{ row: '1', seats: 2, tiers: [{ tier: 'R', seats: 3 }] }] },
      ],
    },
    '/sections/0/rows/0',
  ],
  [
    'an aisle at no seat',
    { sections: [{ sectionId: 'A', kind: 'seated', rows: [{ row: '1', seats: 2, gapsAfter: [3] }] }] },
    '/sections/0/rows/0',
  ],
  [
    'a member that nobody knows',
    { sections: [{ sectionId: 'A', kind: 'seated', rows: [], poster: 1 }] },
    '/sections/0/poster',
  ],
  [
    'a text where a number is',
    { sections: [{ sectionId: 'A', kind: 'standing', capacity: '5' }] },
    '/sections/0/capacity',
  ],
])('a file with %s is not read, and it is said where', (_what, file, pointer) => {
  const text =
    file === undefined ? 'house' : JSON.stringify({ name: 'a', timeZone: 'b', ...(file as object) });
  expect(readHouse(text)).toEqual({ pointer });
});

test('an answer of the API is read as the house in it', () => {
  const answer = { ...house, venueId: 'v1', capacity: 8, notKept: [] };
  expect(readHouse(JSON.stringify(answer))).toEqual(house);
  expect(readHouse(written(house))).toEqual(house);
});

test.each([
  ['/sections/0/rows/1/numbers/2', { section: 0, row: 1, seats: [2] }],
  ['/sections/0/rows/1/gapsAfter', { section: 0, row: 1 }],
  ['/sections/0/floor', { section: 0 }],
  ['/sections/7/rows/1', {}],
  ['/sections', {}],
  ['/name', {}],
])('an error at %s is shown there', (pointer, at) => {
  expect(placeOf(house, pointer)).toEqual(at);
});
