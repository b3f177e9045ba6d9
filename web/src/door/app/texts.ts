import { inBoth } from '../../staff/app/texts';
import en from '../../texts/en/door';
import ko from '../../texts/ko/door';

export const useDoorTexts = inBoth(ko, en);
