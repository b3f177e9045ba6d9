import { z } from 'zod';
import type { Immutable } from '../../../../shared/kernel/immutable';
import { venueSchema } from '../../contract';
import { drawnSectionSchema, outlineSchema } from './seatingPlan';

/** A house that performances are played in, as it was drawn. Performances made in it keep the plan they were made with. */
export const houseSchema = venueSchema.extend({
  venueId: z.string(),
  ...outlineSchema.shape,
  sections: z.array(drawnSectionSchema),
  /** What a tier is called, and its colour, where another system's words do not fit our labels. */
  tierLabels: z
    .record(z.string(), z.object({ label: z.string().optional(), colour: z.string().optional() }))
    .optional(),
});
export type House = Immutable<z.infer<typeof houseSchema>>;

export const houseFieldsSchema = houseSchema.omit({ venueId: true });
export type HouseFields = Immutable<z.infer<typeof houseFieldsSchema>>;
