import { z } from 'zod';
import { digest } from '../../../../shared/kernel/ids';
import { type SeatingPlan, sectionSchema } from './seatingPlan';

/**
 * The seating plan that a performance was made with, tiers painted in, never changes. Its id is a digest of what it says.
 * So performances of one house share it, and whoever has it in memory needs no other look.
 */
export const planSchema = z.object({ sections: z.array(sectionSchema) });

/** The members in the order of the schema, as the store reads them, so that what is the same has one id. */
export const inOneOrder = (sections: SeatingPlan): SeatingPlan => planSchema.parse({ sections }).sections;

/** Sections come from the store or `inOneOrder`. To order them again would cost each hold most of a millisecond. */
const idOf = (sections: SeatingPlan): string => digest([JSON.stringify(sections)], 26);

const idsOfSections = new WeakMap<SeatingPlan, string>();

/** The id of these sections' plan, also where they lie in the performance itself. What is marked by position names it. */
export function planIdOf(sections: SeatingPlan): string {
  const id = idsOfSections.get(sections) ?? idOf(sections);
  idsOfSections.set(sections, id);
  return id;
}

/** Sections that were read from a plan's document have its id, whatever a later version wrote there that is not read here. */
export function readAs(id: string, sections: SeatingPlan): SeatingPlan {
  idsOfSections.set(sections, id);
  return sections;
}

/** Up to here the sections may lie in the performance. What it costs to read it goes by its size. */
const MOST_INLINE = 8_000;

/** Rows by count alone, which hosts of the version before can read. */
export const isByCount = (sections: SeatingPlan): boolean =>
  sections.every(
    (section) => section.kind === 'standing' || section.rows.every(({ numbers }) => numbers === undefined),
  );

/** Sections that are as they always were stay in the performance, so that a host of the version before reads it. */
export const liesInPerformance = (sections: SeatingPlan): boolean =>
  isAsBefore(sections) && JSON.stringify(sections).length <= MOST_INLINE;

const BEFORE = ['sectionId', 'kind', 'tier', 'rows', 'capacity'];
const isAsBefore = (sections: SeatingPlan): boolean =>
  sections.every(
    (section) =>
      Object.keys(section).every((member) => BEFORE.includes(member)) &&
      (section.kind === 'standing' ||
        section.rows.every((row) =>
          Object.keys(row).every((member) => member === 'row' || member === 'seats'),
        )),
  );
