import { type Outcome, runEpisode } from './episode';
import { FAULT_KINDS, type FaultKind } from './faults';

export type Case = {
  readonly seed: string;
  readonly reservations: number;
  readonly off: readonly FaultKind[];
};

const run = ({ seed, reservations, off }: Case, keepsTrace: boolean): Promise<Outcome> =>
  runEpisode({ seed, reservations, off: new Set(off), keepsTrace });

/** The fewest reservations and kinds of fault found with which the same promise is still broken. */
export async function shrink(failing: Case, rule: string): Promise<Case> {
  let best = failing;
  const tryCase = async (smaller: Case): Promise<void> => {
    const { violation } = await run(smaller, false);
    if (violation?.rule === rule) best = smaller;
  };
  for (const kind of FAULT_KINDS) {
    if (!best.off.includes(kind)) await tryCase({ ...best, off: [...best.off, kind] });
  }
  for (const share of [16, 8, 4, 2]) {
    const reservations = Math.max(1, Math.floor(failing.reservations / share));
    if (reservations < best.reservations) await tryCase({ ...best, reservations });
    if (best.reservations === reservations) break;
  }
  return best;
}

/** Runs a case again and keeps every step. */
export const replay = (of: Case): Promise<Outcome> => run(of, true);
