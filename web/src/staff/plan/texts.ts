import en from '../../texts/en/staffPlan';
import ko from '../../texts/ko/staffPlan';
import { inBoth } from '../app/texts';
import type { Place } from './model/checks';
import type { House } from './model/house';
import { numbersOf } from './model/row';

export type PlanTexts = typeof ko;

export const usePlanTexts = inBoth(ko, en);

/** Where something is, in words from the widest to the narrowest. */
export function placeWords({ place }: PlanTexts['findings'], house: House, at: Place): string {
  const section = at.section === undefined ? undefined : house.sections[at.section];
  if (section === undefined) return place.house;
  const row = section.kind === 'seated' && at.row !== undefined ? section.rows[at.row] : undefined;
  const numbers = row === undefined ? [] : numbersOf(row);
  const seats = [...new Set((at.seats ?? []).map((seat) => numbers[seat]))].slice(0, MOST_NAMED);
  return [
    place.section(section.name ?? section.sectionId),
    ...(row === undefined ? [] : [place.row(row.label ?? row.row)]),
    ...(seats.length === 0 ? [] : [place.seats(seats.join(', '))]),
  ].join(', ');
}

/** More are marked in the map. */
const MOST_NAMED = 6;
