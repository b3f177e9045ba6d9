import type { OwnTexts } from '../index';
import lending from './lending';
import membership from './membership';
import mine from './mine';
import pay from './pay';
import profile from './profile';
import reservation from './reservation';
import tickets from './tickets';

export default { lending, membership, mine, pay, profile, reservation, tickets } satisfies OwnTexts;
