import fc from 'fast-check';
import { addRows, type NewRows } from '../src/staff/plan/model/addRows';
import {
  addSection,
  changeFloors,
  changeRow,
  changeSection,
  copySection,
  freeName,
  moveSection,
  removeRow,
  removeSection,
  renumberRow,
  shiftSection,
  straightenRow,
} from '../src/staff/plan/model/edit';
import { emptyHouse, type House, SEAT_KINDS } from '../src/staff/plan/model/house';
import { NUMBERINGS } from '../src/staff/plan/model/numbering';
import { paintTier, removeSeats, setKind } from '../src/staff/plan/model/paint';
import { placed } from '../src/staff/plan/model/place';
import { refsOfRow, refsOfSection } from '../src/staff/plan/model/selection';
import { addTier, forgetTier, renameTier } from '../src/staff/plan/model/tiers';

/** What somebody does to a house that they draw, at random. */
export type Step = { readonly name: string; readonly to: (house: House) => House };

const small = fc.nat(4);
const someName = fc.constantFrom('A', 'B', '1', '2', '12a', 'a b', '', '객석', 'A-1');
const someTier = fc.constantFrom('VIP', 'R', 'S', 'x y');

const newRows: fc.Arbitrary<NewRows> = fc.record({
  first: fc.constantFrom('1', 'A', '11'),
  rows: fc.integer({ min: 1, max: 4 }),
  isWithoutIO: fc.boolean(),
  seats: fc.oneof(
    fc.record({
      blocks: fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 3 }),
      growBy: fc.integer({ min: -1, max: 2 }),
      numbering: fc.constantFrom(...NUMBERINGS),
      start: fc.nat(30),
      from: fc.constantFrom('left' as const, 'right' as const),
    }),
    fc.constant({ numbers: [1, 3, '4a', 2], gapsAfter: [3] }),
    fc.constant({ numbers: [1, 1, 2], gapsAfter: [] }),
  ),
  curve: fc.integer({ min: 0, max: 3 }),
  spacing: fc.constantFrom(1, 1.25),
  align: fc.constantFrom('centre' as const, 'left' as const, 'right' as const),
});

const newSection = (name: string, x: number) => (house: House) =>
  addSection(placed(house), { sectionId: freeName(house, name), kind: 'seated', x, y: 20 * x, rows: [] });

const rowOf = (house: House, section: number, row: number) => new Set(refsOfRow(house, section, row));

const step = (name: string, to: (house: House) => House): Step => ({ name, to });
const anyStep: fc.Arbitrary<Step> = fc.oneof(
  fc.tuple(someName, small).map(([name, x]) => step(`section ${name}`, newSection(name, x))),
  fc.tuple(small, newRows).map(([at, spec]) => step('rows', (house) => addRows(house, at, spec))),
  fc.tuple(small, newRows).map(([at, spec]) => step('rows', (house) => addRows(house, at, spec))),
  fc
    .tuple(small, small, someTier)
    .map(([at, row, tier]) =>
      step(`paint row ${tier}`, (house) => paintTier(house, rowOf(house, at, row), tier)),
    ),
  fc
    .tuple(small, someTier)
    .map(([at, tier]) =>
      step(`paint section ${tier}`, (house) => paintTier(house, new Set(refsOfSection(house, at)), tier)),
    ),
  fc
    .tuple(small, small, small, fc.constantFrom(...SEAT_KINDS), fc.boolean())
    .map(([at, row, seat, kind, isOn]) =>
      step(`${kind} ${isOn}`, (house) =>
        setKind(house, new Set(refsOfRow(house, at, row).slice(seat, seat + 2)), kind, isOn),
      ),
    ),
  fc
    .tuple(small, small, small)
    .map(([at, row, seat]) =>
      step('remove seats', (house) =>
        removeSeats(house, new Set(refsOfRow(house, at, row).slice(seat, seat + 2))),
      ),
    ),
  fc
    .tuple(small, small, someName)
    .map(([at, row, name]) => step(`row is ${name}`, (house) => changeRow(house, at, row, { row: name }))),
  fc
    .tuple(small, someName, fc.option(someTier, { nil: undefined }))
    .map(([at, sectionId, tier]) =>
      step(`section is ${sectionId} ${tier}`, (house) => changeSection(house, at, { sectionId, tier })),
    ),
  fc
    .tuple(small, small, fc.uniqueArray(fc.nat(9), { minLength: 1 }))
    .map(([at, row, numbers]) =>
      step('numbers', (house) => renumberRow(house, at, row, { numbers, gapsAfter: numbers.slice(0, 1) })),
    ),
  fc.tuple(small, small).map(([at, row]) => step('straight', (house) => straightenRow(house, at, row))),
  fc.tuple(small, small).map(([at, row]) => step('no row', (house) => removeRow(house, at, row))),
  small.map((at) => step('no section', (house) => removeSection(house, at))),
  fc.tuple(small, fc.boolean()).map(([at, is]) => step('copy', (house) => copySection(house, at, is))),
  fc
    .tuple(small, small, small)
    .map(([at, x, y]) => step('shift', (house) => shiftSection(house, at, { x, y }))),
  small.map((at) => step('later', (house) => moveSection(house, at, 1))),
  small.map((capacity) =>
    step(`standing ${capacity}`, (house) =>
      addSection(house, { sectionId: freeName(house, 'PIT'), kind: 'standing', x: -40, y: 0, capacity }),
    ),
  ),
  fc
    .tuple(small, someName)
    .map(([at, floor]) =>
      step(`floor ${floor}`, (house) => changeSection(changeFloors(house, ['1층', '2층']), at, { floor })),
    ),
  fc.tuple(someTier, someTier).map(([a, b]) => step(`${a} is ${b}`, (house) => renameTier(house, a, b))),
  someTier.map((tier) => step(`tier ${tier}`, (house) => addTier(house, tier, '#6a3d8f'))),
  someTier.map((tier) => step(`no tier ${tier}`, (house) => forgetTier(house, tier))),
);

export const steps = fc.array(anyStep, { maxLength: 14, size: 'max' });

/** A house that was drawn by so many steps, from an empty one. */
export const drawnBy = (all: readonly Step[]): House =>
  all.reduce((house, { to }) => to(house), emptyHouse('House', 'Asia/Seoul'));
