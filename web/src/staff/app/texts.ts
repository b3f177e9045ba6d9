import { language } from '../../texts';
import en from '../../texts/en/staff';
import ko from '../../texts/ko/staff';

/** A hook that gives the texts of a screen in the language of now. Both languages come with the screen's own script. */
export const inBoth =
  <Texts>(ko: Texts, en: Texts) =>
  (): Texts =>
    language.value === 'ko' ? ko : en;

/** What the staff's frame and parts say. */
export const useStaffTexts = inBoth(ko, en);
