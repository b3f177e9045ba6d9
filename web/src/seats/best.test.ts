import { bestPlaces } from './best';
import { crowdOf } from './crowd';
import { onlyTier } from './priced';
import { inHouse, seatLeftAlone, tooNarrow } from './together';

type Section = Parameters<typeof bestPlaces>[0][number];

/** A row a text: `.` is a free seat, `x` a taken one. */
const seated = (sectionId: string, price: number, ...rows: string[]): Section => ({
  sectionId,
  kind: 'seated',
  tier: sectionId,
  price,
  seats: rows.flatMap((row, index) =>
    [...row].map((sign, place) => ({
      seatId: `${sectionId}-${index + 1}-${place + 1}`,
      row: String(index + 1),
      number: place + 1,
      status: sign === '.' ? ('available' as const) : ('sold' as const),
    })),
  ),
});
const standing = (sectionId: string, places: number): Section => ({
  ...seated(sectionId, 50, '.'.repeat(places)),
  kind: 'standing',
});
const seatsOf = (...args: Parameters<typeof bestPlaces>) => {
  const best = bestPlaces(...args);
  return best?.kind === 'seats' ? best.seats : best?.kind;
};

describe('the best places', () => {
  test('are near the stage and in the middle', () => {
    expect(seatsOf([seated('A', 9, '........', '........')], 2)).toEqual(['A-1-4', 'A-1-5']);
    expect(seatsOf([seated('A', 9, '..xxxx..', '........')], 2)).toEqual(['A-2-4', 'A-2-5']);
  });

  test('are of the dearest section where the party fits together', () => {
    const split = seated('dear', 90, '.x.x.x');
    expect(seatsOf([seated('cheap', 10, '....'), split], 1)).toEqual(['dear-1-3']);
    expect(seatsOf([seated('cheap', 10, '....'), split], 2)).toEqual(['cheap-1-1', 'cheap-1-2']);
  });

  test('leave no seat alone where that can be avoided', () => {
    expect(seatsOf([seated('A', 9, 'x.....x')], 3)).toEqual(['A-1-2', 'A-1-3', 'A-1-4']);
    expect(seatsOf([seated('A', 9, 'x...x')], 2)).toEqual(['A-1-2', 'A-1-3']);
  });

  test('are apart before they are standing, standing before none', () => {
    const split = seated('A', 90, '..x.');
    expect(bestPlaces([standing('PIT', 9), split], 3)).toEqual({
      kind: 'seats',
      seats: ['A-1-1', 'A-1-2', 'A-1-4'],
      areTogether: false,
    });
    expect(bestPlaces([standing('PIT', 9), split], 8)).toEqual({ kind: 'standing', sectionId: 'PIT' });
    expect(bestPlaces([standing('PIT', 9), split], 10)).toBeUndefined();
  });

  test('are in as few parts as can be, and leave nobody alone, across sections of one price', () => {
    const three = seated('A', 9, '...x...x..');
    expect(bestPlaces([three], 5)).toEqual({
      kind: 'seats',
      seats: ['A-1-5', 'A-1-6', 'A-1-7', 'A-1-9', 'A-1-10'],
      areTogether: false,
    });
    const ones = [seated('A', 9, 'x.x'), seated('C', 5, '....'), seated('B', 9, '.xx')];
    expect(seatsOf(ones.slice(0, 1).concat(ones.slice(2)), 2)).toEqual(['A-1-2', 'B-1-1']);
    expect(seatsOf(ones, 5)).toHaveLength(5);
  });

  test('have a full view where they can, and are never those for wheelchairs and companions', () => {
    const kinds = (...of: (readonly ('wheelchair' | 'companion' | 'restricted-view')[])[]): Section => {
      const section = seated('A', 9, '.'.repeat(of.length));
      return { ...section, seats: section.seats.map((seat, i) => ({ ...seat, kinds: [...(of[i] ?? [])] })) };
    };
    expect(seatsOf([kinds([], [], [], ['wheelchair'], ['companion'])], 2)).toEqual(['A-1-2', 'A-1-3']);
    expect(seatsOf([kinds([], [], ['restricted-view'], [], [], [])], 2)).toEqual(['A-1-1', 'A-1-2']);
    expect(bestPlaces([kinds(['wheelchair'], ['companion'])], 1)).toBeUndefined();
  });

  test('leave nobody alone before they have a full view, as the server has it', () => {
    const section = seated('A', 9, '.....');
    const kinds = ['restricted-view' as const];
    const seats = section.seats.map((seat, place) => (place < 2 ? { ...seat, kinds } : seat));
    expect(seatsOf([{ ...section, seats }], 3)).toEqual(['A-1-3', 'A-1-4', 'A-1-5']);
    const poor = section.seats.map((seat, place) => (place === 0 || place === 4 ? { ...seat, kinds } : seat));
    expect(seatsOf([{ ...section, seats: poor }], 3)).toEqual(['A-1-1', 'A-1-2', 'A-1-3']);
  });

  test('of one price are in the section nearest to the stage', () => {
    const first = seated('A', 9, 'xxxxxxxx', '........');
    expect(seatsOf([seated('X', 1, '..'), first, seated('B', 9, '........')], 2)).toEqual(['A-2-4', 'A-2-5']);
  });

  test('are on one side of an aisle, where nobody is left alone across it', () => {
    const rows = [{ row: '1', seats: 6, gapsAfter: [3] }];
    const plan = [{ sectionId: 'A', kind: 'seated' as const, tier: 'A', rows }];
    const { sections } = inHouse({ sections: [seated('A', 9, '......')] }, { sections: plan });
    expect(seatsOf(sections, 3)).toEqual(['A-1-1', 'A-1-2', 'A-1-3']);
    expect(bestPlaces(sections, 4)).toMatchObject({ areTogether: false });
    expect(tooNarrow(sections, 4).size).toBe(6);
    expect(seatLeftAlone(sections, ['A-1-4', 'A-1-5'])).toBeUndefined();
  });

  test('are spread over the best groups for a crowd', () => {
    const house = [seated('A', 9, '........')];
    const found = [0, 0.3, 0.6, 0.99].map((chance) => String(seatsOf(house, 2, 4, () => chance)));
    expect(new Set(found).size).toBe(4);
    expect(found[0]).toBe('A-1-4,A-1-5');
  });
});

test('a crowd is expected in the minutes after the opening, a larger one in a larger house', () => {
  const opened = { salesOpenAt: '2026-12-01T05:00:00Z' };
  const at = (time: string) => Date.parse(`2026-12-01T${time}Z`);
  const small = [seated('A', 9, '.'.repeat(10))];
  const large = [seated('A', 9, ...Array.from({ length: 200 }, () => '.'.repeat(100)))];
  expect(crowdOf(opened, small, at('05:01:00'))).toBe(16);
  expect(crowdOf(opened, large, at('05:01:00'))).toBe(312);
  expect(crowdOf(opened, large, at('05:11:00'))).toBe(1);
  expect(crowdOf({}, large, at('05:01:00'))).toBe(1);
});

test('seats where the party does not fit side by side are told, those of standing places are not', () => {
  const house = [seated('A', 9, '..x...', '.x....'), standing('PIT', 2)];
  expect([...tooNarrow(house, 3)]).toEqual(['A-1-1', 'A-1-2', 'A-2-1']);
  expect(tooNarrow(house, 1).size).toBe(0);
});

test.each([
  ['at an end', 'x.....x', [2, 3], undefined],
  ['one from an end', 'x.....x', [3, 4], 2],
  ['with one between', '......', [1, 3], 2],
  ['in a rest of one, which nobody can avoid', 'x...x', [3, 4], undefined],
  ['a seat alone that was alone before', '.x....', [3, 4], undefined],
])('chosen %s: seat %s is left alone', (_, row, chosen, alone) => {
  const ids = chosen.map((number) => `A-1-${number}`);
  expect(seatLeftAlone([seated('A', 9, row)], ids)?.number).toBe(alone);
});

test('of one tier, the seats of others are not to be had, and neighbours stay neighbours', () => {
  const house = [seated('A', 9, '..'), seated('B', 5, '..'), standing('PIT', 2)];
  expect(onlyTier(house, undefined)).toBe(house);
  expect(onlyTier(house, 'B').map(({ sectionId }) => sectionId)).toEqual(['B']);
  const [first, ...others] = house[0]?.seats ?? [];
  const mixed = [{ ...seated('A', 9, '...'), seats: [{ ...first, tier: 'S' }, ...others] }] as Section[];
  expect(onlyTier(mixed, 'A')[0]?.seats.map(({ status }) => status)).toEqual(['sold', 'available']);
});
