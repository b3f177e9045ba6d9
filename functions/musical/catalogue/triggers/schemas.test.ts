import { z } from 'zod';
import { completeHouse, completeMusical, completePerformance } from '../../../../tests/samples/complete';
import { reservationBody } from '../../../reservation/triggers/schemas';
import { holdBody } from '../../seats/triggers/schemas';
import { musicalFieldsSchema } from '../domain/musical';
import { performanceFieldsSchema } from '../domain/performance';
import type { Section } from '../domain/seatingPlan';
import { houseBody, importBody, musicalBody, musicalsQuery, performanceBody } from './schemas';

type JsonSchema = { readonly [member: string]: unknown };

/** Where a schema has a text of any length, as a path. */
function unboundedTexts(schema: unknown, path: string): string[] {
  if (Array.isArray(schema)) return schema.flatMap((one, i) => unboundedTexts(one, `${path}[${i}]`));
  if (typeof schema !== 'object' || schema === null) return [];
  const { type, maxLength, pattern, format, enum: values, const: value } = schema as JsonSchema;
  const isBounded = [maxLength, pattern, format, values, value].some((bound) => bound !== undefined);
  const inside = Object.entries(schema).flatMap(([name, one]) => unboundedTexts(one, `${path}/${name}`));
  return type === 'string' && !isBounded ? [path, ...inside] : inside;
}

test.each<[string, z.ZodType]>([
  ['a musical', musicalBody],
  ['a performance', performanceBody],
  ['a house', houseBody],
  ['an import', importBody],
  ['a hold', holdBody],
  ['a search', musicalsQuery],
])('every text of %s has a limit', (_what, schema) => {
  const json = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  expect(unboundedTexts(json, '')).toEqual([]);
  expect(unboundedTexts(z.toJSONSchema(z.object({ text: z.string() })), '')).toEqual(['/properties/text']);
});

/** A row has a count or numbers, and the complete sample has both. */
const withNumbersAlone = (section: Section): Section =>
  section.kind === 'standing'
    ? section
    : { ...section, rows: section.rows.map(({ seats: _count, ...row }) => row) };

test('whatever the box office may say can be sent, and nothing else', () => {
  const musical = musicalFieldsSchema.parse(completeMusical);
  expect(musicalBody.parse(musical)).toEqual(musical);
  expect(musicalBody.safeParse(completeMusical).success).toBe(false);
  const performance = performanceFieldsSchema.parse({
    ...completePerformance,
    sections: completePerformance.sections.map(withNumbersAlone),
  });
  expect(performanceBody.parse(performance)).toEqual(performance);
  expect(performanceBody.safeParse(completePerformance).success).toBe(false);
  const { venueId: _id, ...house } = completeHouse;
  expect(houseBody.parse(house)).toEqual(house);
  expect(houseBody.safeParse(completeHouse).success).toBe(false);
});

const bodyAt = (price: number) => ({
  startsAt: '2026-12-24T19:30:00',
  currency: 'KRW',
  priceTiers: { R: price },
  sections: [{ sectionId: 'A', kind: 'standing', tier: 'R', capacity: 5 }],
});

test.each([0, 1, 1_000_000_000])('a seat may cost %i', (price) => {
  expect(performanceBody.safeParse(bodyAt(price)).success).toBe(true);
});

const typeWith = (type: object) => ({
  ...bodyAt(1),
  priceTypes: [{ priceTypeId: 'senior', name: { ko: '경로', en: 'Senior' }, ...type }],
});

test.each<[string, object, boolean]>([
  ['a tier with its price, name and colour', { priceTiers: { R: { price: 1, colour: '#AA00ff' } } }, true],
  ['a tier of less than nothing', bodyAt(-1), false],
  ['a colour of more than a colour', { priceTiers: { R: { price: 1, colour: 'red;x' } } }, false],
  ['percent off', typeWith({ percentOff: 50, tiers: ['R'], proof: { ko: '증', en: 'Card' } }), true],
  ['an amount off', typeWith({ amountOff: 5_000 }), true],
  ['both', typeWith({ percentOff: 50, amountOff: 5_000 }), false],
  ['neither', typeWith({}), false],
  ['more than all off', typeWith({ percentOff: 100.1 }), false],
  ['less than nothing off', typeWith({ amountOff: -1 }), false],
  ['a name in one language', typeWith({ percentOff: 1, name: { ko: '경로' } }), false],
  ['the name of the standard price', typeWith({ percentOff: 1, priceTypeId: 'standard' }), false],
  [
    'a price type twice',
    { priceTypes: [...typeWith({ amountOff: 1 }).priceTypes, ...typeWith({ amountOff: 2 }).priceTypes] },
    false,
  ],
  ['a booking fee', { bookingFeePerSeat: 2_000 }, true],
  ['a booking fee of less than nothing', { bookingFeePerSeat: -1 }, false],
])('prices with %s are taken or refused', (_what, prices, isTaken) => {
  expect(performanceBody.safeParse({ ...bodyAt(1), ...prices }).success).toBe(isTaken);
});

const asking = (request: object, priceTypes: object) =>
  reservationBody
    .safeParse({ performanceId: 'm1.p1', ...request, priceTypes })
    .error?.issues.map(({ path }) => path.join('/'));

test.each<[string, object, object, string[] | undefined]>([
  ['one of the seats', { seats: ['A-1-1', 'A-1-2'] }, { 'A-1-2': 'senior' }, undefined],
  ['seats of a hold', { holdId: 'h1' }, { 'A-1-1': 'senior', 'A-1-2': 'senior' }, undefined],
  ['some of a quantity', { quantity: 3 }, { senior: 1, student: 2 }, undefined],
  ['another seat', { seats: ['A-1-1'] }, { 'A-1-2': 'senior' }, ['priceTypes/A-1-2']],
  ['a count of a seat', { seats: ['A-1-1'] }, { 'A-1-1': 1 }, ['priceTypes/A-1-1']],
  ['a seat of a quantity', { quantity: 1 }, { 'A-1-1': 'senior' }, ['priceTypes/A-1-1']],
  ['a count with a hold', { holdId: 'h1' }, { senior: 1 }, ['priceTypes/senior']],
  ['more than the quantity', { quantity: 1 }, { a: 1, b: 1 }, ['priceTypes/a', 'priceTypes/b']],
  ['none of a quantity', { quantity: 1 }, { senior: 0 }, ['priceTypes/senior']],
])('a price type for %s: what is wrong is pointed at', (_what, request, priceTypes, faults) => {
  expect(asking(request, priceTypes)).toEqual(faults);
});

test.each(['ZZZ', 'WON', 'XXX'])('nothing is sold in %s', (currency) => {
  expect(performanceBody.safeParse({ ...bodyAt(1), currency }).error?.issues).toMatchObject([
    { path: ['currency'] },
  ]);
});

test.each([
  ['가', true],
  ['가'.normalize('NFD'), true],
  ['क्षेत्र', true],
  ['\u0301', false],
  ['A 1', false],
])('may a section be called %s? %s', (sectionId, isFine) => {
  const section = { sectionId, kind: 'standing', tier: 'R', capacity: 5 };
  expect(performanceBody.safeParse({ ...bodyAt(1), sections: [section] }).success).toBe(isFine);
  expect(holdBody.safeParse({ seats: [`${sectionId}-1-1`] }).success).toBe(sectionId !== 'A 1');
});

test.each([
  ['a line break', 'Midnight\r\nBcc: x'],
  ['a NUL', 'Mid\0night'],
  ['half a character', 'Midnight \ud83c!'],
])('a title with %s is refused: it is the subject of mails', (_what, title) => {
  const body = {
    title: 'Midnight 🎭',
    startDate: '2026-12-01',
    endDate: '2026-12-31',
    venue: { name: 'V', timeZone: 'Asia/Seoul' },
  };
  expect(musicalBody.safeParse(body).success).toBe(true);
  expect(musicalBody.safeParse({ ...body, title }).error?.issues).toMatchObject([{ path: ['title'] }]);
});

const rowWith = (row: object) => ({
  name: 'Hall',
  timeZone: 'Asia/Seoul',
  sections: [{ sectionId: 'A', kind: 'seated', rows: [{ row: '1', ...row }] }],
});

test.each<[string, object, boolean]>([
  ['numbers as they stand', { numbers: [1, 3, 5, 6, 4, 2] }, true],
  ['labels of up to six letters and digits', { numbers: ['12a', '가1', '123456', 0] }, true],
  ['a label of seven', { numbers: ['1234567'] }, false],
  ['a label with a hyphen, which parts the ids of seats', { numbers: ['0-0'] }, false],
  ['an empty label', { numbers: [''] }, false],
  ['half a number', { numbers: [1.5] }, false],
  ['a number below 0', { numbers: [-1] }, false],
  ['numbers and a count', { numbers: [1], seats: 1 }, false],
  ['neither numbers nor a count', {}, false],
  ['no seats', { numbers: [] }, false],
  ['an unknown member', { seats: 2, gaps: [1] }, false],
])('a row with %s is taken or refused', (_what, row, isTaken) => {
  expect(houseBody.safeParse(rowWith(row)).success).toBe(isTaken);
});

test('what looks the same is the same, in whatever form it was typed', () => {
  const [composed, apart] = ['가열'.normalize('NFC'), '가열'.normalize('NFD')];
  expect(apart).not.toBe(composed);
  expect(houseBody.parse(rowWith({ row: apart, seats: 2 })).sections[0]).toMatchObject({
    rows: [{ row: composed }],
  });
  expect(holdBody.parse({ seats: [`A-${apart}-1`] }).seats).toEqual([`A-${composed}-1`]);
});

test.each<[string, object, boolean]>([
  ['seats', { seats: ['A-1-1'] }, true],
  ['a section', { sectionId: 'A', quantity: 2 }, true],
  ['a tier', { tier: 'VIP', quantity: 2 }, true],
  ['the whole house', { quantity: 2 }, true],
  [
    'places for a wheelchair and its companion',
    { quantity: 2, kinds: { wheelchair: 1, companion: 1 } },
    true,
  ],
  ['more places of a kind than seats', { quantity: 1, kinds: { wheelchair: 1, companion: 1 } }, false],
  ['an unknown kind', { quantity: 1, kinds: { aisle: 1 } }, false],
  ['seats and a tier', { seats: ['A-1-1'], tier: 'VIP' }, false],
  ['seats and a quantity', { seats: ['A-1-1'], quantity: 1 }, false],
  ['a section without a quantity', { sectionId: 'A' }, false],
  ['nothing', {}, false],
])('a request for %s is one or is refused', (_what, body, isTaken) => {
  expect(holdBody.safeParse(body).success).toBe(isTaken);
  expect(reservationBody.safeParse({ performanceId: 'm1.p1', ...body }).success).toBe(isTaken);
});
