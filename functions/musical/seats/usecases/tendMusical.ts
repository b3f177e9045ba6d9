import type { Pacing } from '../../../../shared/kernel/pacing';
import { type DoAgain, tendParked } from '../../../../shared/pending/parked';
import { writeProgress } from '../../../../shared/pending/progress';
import type { PendingDeps } from '../../../../shared/pending/tendPending';
import type { MusicalDeps } from '../../deps';
import { compareSeatMaps, comparisonSchema } from './compareSeatMaps';

export const OWNER = 'musical';

type Deps = PendingDeps &
  Pacing &
  Pick<MusicalDeps, 'catalogue' | 'seats' | 'availability' | 'clock'> & {
    /** The readers of change feeds, by their names. */
    readonly readers: Readonly<Record<string, DoAgain>>;
    readonly everySeconds: number;
  };

/** Does what people have asked for, compares a slice of the seat maps with who has the seats, and writes how far it is. */
export async function tendMusical(deps: Deps): Promise<void> {
  await tendParked(deps, OWNER, deps.readers);
  const before = comparisonSchema.parse((await deps.pending.progressOf(OWNER))?.value ?? {});
  const own = await compareSeatMaps(deps, before);
  const seatMapDrift = own.drifts.reduce((sum, { seats }) => sum + seats, 0);
  await writeProgress(deps, OWNER, deps.everySeconds, { figures: { seatMapDrift }, own });
}
