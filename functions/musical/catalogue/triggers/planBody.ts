import { z } from 'zod';
import { labelSchema as label } from '../../contract';
import { MAX_CAPACITY, rowSchema, seatKindSchema } from '../domain/seatingPlan';

/** The limits of a house as it may be sent. */

/** A line for people to read, in whatever form their system writes it. */
export const words = z
  .string()
  .normalize('NFC')
  .trim()
  .min(1)
  .max(100)
  .regex(/^[^\p{Cc}\p{Cs}]*$/u, 'Use no line breaks and no control characters.');

/** What is written on a row or a seat, be it nothing. */
const written = z
  .string()
  .normalize('NFC')
  .max(100)
  .regex(/^[^\p{Cc}\p{Cs}]*$/u, 'Use no line breaks and no control characters.');

/** Units of the drawing, in which a hall of 20,000 seats is some thousands wide. */
const coordinate = z.number().min(-1_000_000).max(1_000_000);
const seatNumber = z.union([
  z.int().min(0).max(999_999),
  z
    .string()
    .normalize('NFC')
    .regex(/^[\p{L}\p{M}\p{N}]{1,6}$/u, 'A seat has up to 6 letters and digits.'),
]);
const seats = z.int().min(1).max(500);
const seatIdText = z.string().normalize('NFC').max(64);

const row = z.strictObject({
  ...rowSchema.shape,
  row: label,
  seats: seats.optional(),
  numbers: z.array(seatNumber).min(1).max(500).optional(),
  gapsAfter: z.array(seatNumber).max(100).optional(),
  x: coordinate.optional(),
  y: coordinate.optional(),
  curve: coordinate.optional(),
  positions: z.array(z.array(coordinate).length(2)).max(500).optional(),
  tiers: z
    .array(z.strictObject({ tier: label, seats }))
    .max(500)
    .optional(),
  kinds: z
    .array(z.strictObject({ kinds: z.array(seatKindSchema).max(4), seats }))
    .max(500)
    .optional(),
  label: written.optional(),
  labels: z.record(seatIdText, written).optional(),
  guids: z.array(z.string().max(200)).max(500).optional(),
});
const rowBody = row.refine(
  ({ seats, numbers }) => (seats === undefined) !== (numbers === undefined),
  'Send either seats or numbers.',
);

const base = {
  sectionId: label,
  name: words.optional(),
  floor: words.optional(),
  x: coordinate.optional(),
  y: coordinate.optional(),
  rotation: z.number().min(-360).max(360).optional(),
  tier: label.optional(),
};

/** At most as many as a hall has, which one section may be. */
const MAX_SECTIONS = 200;
const MAX_ROWS = 500;

const standing = z.strictObject({
  ...base,
  kind: z.literal('standing'),
  capacity: z.int().min(1).max(MAX_CAPACITY),
});

const sectionBody = z.discriminatedUnion('kind', [
  z.strictObject({
    ...base,
    kind: z.literal('seated'),
    rows: z.array(rowBody).min(1).max(MAX_ROWS),
    kinds: z.record(seatIdText, z.union([seatKindSchema, z.array(seatKindSchema).max(4)])).optional(),
  }),
  standing,
]);
export const sectionsBody = z.array(sectionBody).min(1).max(MAX_SECTIONS).meta({ title: 'Sections' });

/** With tiers painted in, as runs along each row. */
export const paintedSectionsView = z.array(
  z.discriminatedUnion('kind', [
    z.strictObject({
      ...base,
      tier: label,
      kind: z.literal('seated'),
      rows: z.array(row.omit({ guids: true })),
    }),
    standing.extend({ tier: label }),
  ]),
);

export const outlineBody = {
  floors: z.array(words).max(20).optional(),
  stage: z.strictObject({ x: coordinate, y: coordinate, width: coordinate }).optional(),
  pitch: z.number().positive().max(1_000_000).optional(),
};

/** By the name of a section, a row or a seat. */
export const tiersBody = z.record(seatIdText, label);
