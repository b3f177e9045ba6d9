import mine from './mine';
import pay from './pay';
import reservation from './reservation';
import tickets from './tickets';

export default { mine, pay, reservation, tickets };
