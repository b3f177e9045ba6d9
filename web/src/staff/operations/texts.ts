import en from '../../texts/en/staffOperations';
import ko from '../../texts/ko/staffOperations';
import { inBoth } from '../app/texts';

export const useOperationsTexts = inBoth(ko, en);
