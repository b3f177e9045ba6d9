import { type Chaos, parseChaos } from '../azure/chaos';
import type { Environment } from './settings';

/** What `MARQUEE_CHAOS` asks for. docs/operations.md names what causes the same in a real cloud. */
export const marqueeChaos = (env: Environment = process.env): Chaos =>
  parseChaos(env.MARQUEE_CHAOS, 'MARQUEE_CHAOS');
