import en from '../../texts/en/staffCounter';
import ko from '../../texts/ko/staffCounter';
import { inBoth } from '../app/texts';

/** What the counter says. */
export const useCounterTexts = inBoth(ko, en);
export type CounterTexts = typeof ko;
