import { type Hall, hallOf } from '../../../seats/hall';
import { type House, NO_TIER, type Section } from './house';
import { shown } from './place';
import { seatsOf } from './row';
import { refOf } from './selection';
import { tiersOf } from './tiers';

/** Grey, for what nobody has painted. */
const BARE = '#6b645c';

/** Six digits are what the map makes readable in both themes. */
const isColour = (colour: string | undefined): colour is string => /^#[0-9a-f]{6}$/i.test(colour ?? '');

/** The house as the buyers' map draws it, with every seat free. Seats are known there by where they stand, not by their names. */
export function houseHall(house: House, nameOf: (section: Section) => string): Hall {
  const drawn = shown(house);
  const tiers = tiersOf(drawn);
  const prices = new Map(tiers.map(({ tier }, index) => [tier, tiers.length - index]));
  const priceOf = (tier: string | undefined) => ({
    tier: tier ?? NO_TIER,
    price: prices.get(tier ?? '') ?? 0,
  });
  const colours = tiers.flatMap(({ tier, colour }) =>
    isColour(colour) ? [[tier, { price: 0, colour }] as const] : [],
  );
  const sections = drawn.sections.map((section, index) => ({
    sectionId: String(index),
    kind: section.kind,
    ...priceOf(section.tier),
    seats: seatsIn(section, index, priceOf),
  }));
  const plan = {
    ...drawn,
    priceTiers: Object.fromEntries([...colours, [NO_TIER, { price: 0, colour: BARE }]]),
    sections: drawn.sections.map((section, index) => asKnown(section, index)),
  };
  const named = ({ sectionId }: { readonly sectionId: string }) => {
    const section = drawn.sections[Number(sectionId)];
    return section === undefined ? '' : nameOf(section);
  };
  return hallOf({ sections } as never, plan as never, named);
}

/** Names may be there twice while they are being written. */
const asKnown = (section: Section, index: number) => {
  const known = { ...section, sectionId: String(index), tier: section.tier ?? NO_TIER };
  if (known.kind === 'standing') return known;
  return {
    ...known,
    rows: known.rows.map((row, at) => ({ ...row, row: String(at), label: row.label ?? row.row })),
  };
};

type PriceOf = (tier: string | undefined) => { readonly tier: string; readonly price: number };

const seatsIn = (section: Section, index: number, priceOf: PriceOf) =>
  section.kind === 'standing'
    ? Array.from({ length: section.capacity }, (_, seat) => ({
        seatId: `${index}/${seat}`,
        number: seat + 1,
        status: 'available',
      }))
    : section.rows.flatMap((row, at) =>
        seatsOf(row).map(({ number, label, kinds, tier }, seat) => ({
          seatId: refOf({ section: index, row: at, seat }),
          row: String(at),
          number,
          ...(label === undefined ? {} : { label }),
          kinds,
          status: 'available',
          ...priceOf(tier ?? section.tier),
        })),
      );
