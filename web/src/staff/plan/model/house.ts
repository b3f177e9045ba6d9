import type { components } from '../../../api/schema';

type Immutable<T> = T extends object ? { readonly [K in keyof T]: Immutable<T[K]> } : T;

/**
 * A house while it is drawn, as the API takes it: what is exported, sent and kept as a draft is this very object. Kinds of
 * seats lie in their rows alone (`inRows`), and a run of tiers may be of `NO_TIER` until it is painted.
 */
export type House = Immutable<components['schemas']['VenuesPostBody']>;
export type Section = House['sections'][number];
export type SeatedSection = Extract<Section, { kind: 'seated' }>;
export type StandingSection = Extract<Section, { kind: 'standing' }>;
export type Row = SeatedSection['rows'][number];
export type SeatNumber = number | string;
export type SeatKind = 'wheelchair' | 'companion' | 'restricted-view' | 'aisle';

export const SEAT_KINDS: readonly SeatKind[] = ['wheelchair', 'companion', 'restricted-view', 'aisle'];
export const NO_TIER = '';

/** What the API takes at most. A test compares each with what it says. */
export const MOST = {
  capacity: 20_000,
  sections: 200,
  rows: 500,
  seats: 500,
  aisles: 100,
  floors: 20,
} as const;

export const emptyHouse = (name: string, timeZone: string): House => ({
  name,
  timeZone,
  stage: { x: 0, y: -6, width: 16 },
  sections: [],
});

/** How many units of the drawing are from seat to seat. */
export const pitchOf = ({ pitch = 1 }: Pick<House, 'pitch'>): number => pitch;

export const seatsIn = ({ seats = 0, numbers }: Pick<Row, 'seats' | 'numbers'>): number =>
  numbers?.length ?? seats;

export const seatsOfSection = (section: Section): number =>
  section.kind === 'standing' ? section.capacity : section.rows.reduce((sum, row) => sum + seatsIn(row), 0);

export const capacityOf = ({ sections }: Pick<House, 'sections'>): number =>
  sections.reduce((sum, section) => sum + seatsOfSection(section), 0);

/** The object without its members that are undefined, for the API knows none of them. */
export function defined<T extends object>(members: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as never;
}

export const withSection = (house: House, index: number, change: (section: Section) => Section): House => ({
  ...house,
  sections: house.sections.map((section, at) => (at === index ? change(section) : section)),
});

export const withRows = (
  house: House,
  index: number,
  change: (rows: readonly Row[], section: SeatedSection) => readonly Row[],
): House =>
  withSection(house, index, (section) =>
    section.kind === 'standing' ? section : { ...section, rows: change(section.rows, section) },
  );
