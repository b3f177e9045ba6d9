import type { OwnTexts } from '../index';
import mine from './mine';
import pay from './pay';
import reservation from './reservation';

export default { mine, pay, reservation } satisfies OwnTexts;
