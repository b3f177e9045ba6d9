import type { CommonTexts } from '../index';
import app from './app';
import musical from './musical';
import place from './place';
import programme from './programme';
import seats from './seats';
import theatre from './theatre';

export default { app, musical, place, programme, seats, theatre } satisfies CommonTexts;
