import en from '../../texts/en/staffProgramme';
import ko from '../../texts/ko/staffProgramme';
import { inBoth } from '../app/texts';

export const useProgrammeTexts = inBoth(ko, en);
