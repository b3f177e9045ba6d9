import type { Texts } from '../index';
import app from './app';
import problems from './problems';
import programme from './programme';
import seats from './seats';

export default { app, problems, programme, seats } satisfies Texts;
