import type { Texts } from '../index';
import app from './app';
import mine from './mine';
import musical from './musical';
import pay from './pay';
import problems from './problems';
import programme from './programme';
import reservation from './reservation';
import seats from './seats';
import theatre from './theatre';

export default { app, mine, musical, pay, problems, programme, reservation, seats, theatre } satisfies Texts;
