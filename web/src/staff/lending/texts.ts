import en from '../../texts/en/staffLending';
import ko from '../../texts/ko/staffLending';
import { inBoth } from '../app/texts';

export const useLendingTexts = inBoth(ko, en);
