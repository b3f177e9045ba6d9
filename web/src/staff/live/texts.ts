import en from '../../texts/en/staffLive';
import ko from '../../texts/ko/staffLive';
import { inBoth } from '../app/texts';

/** What the live pages say. */
export const useLiveTexts = inBoth(ko, en);
