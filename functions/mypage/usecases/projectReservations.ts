import { StoreUnavailable } from '../../../shared/cosmos';
import { reservationFeedSchema } from '../../reservation/contract';
import type { MypageDeps } from '../deps';
import { type Entry, entryOf, isNewer } from '../domain/entry';

const MAX_TRIES = 10;

/** Writes changed reservations, from the change feed, into their customers' lists. A later state is never overwritten. */
export async function projectReservations(deps: MypageDeps, changes: readonly unknown[]): Promise<void> {
  for (const change of changes) {
    if ((change as { kind?: unknown }).kind !== 'reservation') continue;
    const parsed = reservationFeedSchema.safeParse(change);
    if (parsed.success) await project(deps, entryOf(parsed.data));
    else deps.log.error('reservation cannot be projected', { why: parsed.error.message });
  }
}

async function project(deps: MypageDeps, entry: Entry): Promise<void> {
  for (let attempt = 0; attempt < MAX_TRIES; attempt++) {
    const known = await deps.entries.read(entry.customerId, entry.reservationId);
    if (!isNewer(entry, known?.value)) return;
    if ((await deps.entries.write(entry, known?.etag)) === 'committed') return;
  }
  throw new StoreUnavailable(`the entry of reservation ${entry.reservationId} keeps changing`);
}
