import en from '../../texts/en/staffHouse';
import ko from '../../texts/ko/staffHouse';
import { inBoth } from '../app/texts';

/** What the pages of a performance share: which it is, and how its seats stand. */
export const useHouseTexts = inBoth(ko, en);
export type HouseTexts = typeof ko;
