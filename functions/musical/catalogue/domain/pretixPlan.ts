import { z } from 'zod';

/**
 * A seating plan as pretix's editor and others write it. Members that are not here are kept out and named, not refused.
 * Source: https://github.com/pretix/pretix/blob/master/src/pretix/static/seating/seating-plan.schema.json
 */
const text = z.string().max(100);
const position = z.object({ x: z.number(), y: z.number() });
const ORIGIN = { x: 0, y: 0 };

const seatSchema = z.looseObject({
  seat_guid: z.string().max(200),
  seat_number: text,
  position: position.default(ORIGIN),
  category: text,
});
const rowSchema = z.looseObject({
  row_number: text.default(''),
  position: position.default(ORIGIN),
  seats: z.array(seatSchema).max(500),
});
const zoneSchema = z.looseObject({
  name: text.optional(),
  position: position.default(ORIGIN),
  rows: z.array(rowSchema).max(500).default([]),
  areas: z.array(z.unknown()).max(20_000).optional(),
});
export const pretixPlanSchema = z.looseObject({
  name: z.string().max(200),
  categories: z
    .array(z.looseObject({ name: text, color: text.optional() }))
    .max(1_000)
    .default([]),
  zones: z.array(zoneSchema).min(1).max(200),
});

export type PretixPlan = z.infer<typeof pretixPlanSchema>;
export type PretixZone = PretixPlan['zones'][number];
export type PretixRow = PretixZone['rows'][number];
export type PretixSeat = PretixRow['seats'][number];

/** What we keep, level by level. */
export const KEPT = {
  plan: Object.keys(pretixPlanSchema.shape),
  category: ['name', 'color'],
  zone: ['name', 'position', 'rows'],
  row: Object.keys(rowSchema.shape),
  seat: Object.keys(seatSchema.shape),
} as const;
