import en from '../../texts/en/staffMembers';
import ko from '../../texts/ko/staffMembers';
import { inBoth } from '../app/texts';

export const useMemberTexts = inBoth(ko, en);
