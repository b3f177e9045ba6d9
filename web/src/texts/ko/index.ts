import app from './app';
import musical from './musical';
import problems from './problems';
import programme from './programme';
import seats from './seats';

export default { app, musical, problems, programme, seats };
