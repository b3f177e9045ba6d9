import { drawnPlan, isDrawn } from '../../../seats/drawnPlan';
import { laidOut } from '../../../seats/hall';
import type { Point } from '../../../seats/hallShape';
import { emptyHouse, type House, type Section } from './house';

type Places = {
  readonly rows: readonly (readonly (readonly Point[])[])[];
  readonly blocks: readonly (readonly Point[] | undefined)[];
};

/** Where everything of the house is, in seats. What nobody has drawn lies from the stage outwards. */
export const placesOf = (house: House): Places => drawnPlan(shown(house) as never);

/** The house as the map needs it, which has something to look at before there is a seat. */
export function shown(house: House): House {
  const { sections } = house;
  if (sections.length > 0) return placed(house);
  return { ...emptyHouse('', ''), ...house };
}

export const isPlaced = ({ sections }: House): boolean =>
  sections.length === 0 || isDrawn({ sections: sections as never });

/** Says of every section where it is, as it is shown until somebody does. */
export function placed(house: House): House {
  if (isPlaced(house)) return house;
  const { pitch: _unused, ...rest } = house;
  return { ...rest, sections: laidOut(rest as never).sections as readonly Section[] };
}

/** Below all that the house has, where the next section begins. */
export function nextPlace(house: House): number {
  const { rows, blocks } = placesOf(house);
  const all = [...rows.flat(2), ...blocks.flatMap((block) => block ?? [])];
  return all.length === 0 ? 0 : Math.ceil(all.reduce((most, { y }) => Math.max(most, y), all[0]?.y ?? 0)) + 2;
}
