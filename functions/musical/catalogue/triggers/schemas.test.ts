import { z } from 'zod';
import { completeMusical, completePerformance } from '../../../../tests/samples/complete';
import { holdBody } from '../../seats/triggers/schemas';
import { musicalFieldsSchema } from '../domain/musical';
import { performanceFieldsSchema } from '../domain/performance';
import type { Section } from '../domain/seatingPlan';
import { musicalBody, musicalsQuery, performanceBody } from './schemas';

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
});

const bodyAt = (price: number) => ({
  startsAt: '2026-12-24T19:30:00',
  currency: 'KRW',
  priceTiers: { R: price },
  sections: [{ sectionId: 'A', kind: 'standing', tier: 'R', capacity: 5 }],
});

test.each([1, 1_000_000_000])('a seat may cost %i', (price) => {
  expect(performanceBody.safeParse(bodyAt(price)).success).toBe(true);
});

test('a seat for nothing is refused, for a payment of nothing can never be made', () => {
  expect(performanceBody.safeParse(bodyAt(0)).error?.issues).toEqual([
    expect.objectContaining({ path: ['priceTiers', 'R'], message: expect.stringMatching(/at least 1/) }),
  ]);
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
