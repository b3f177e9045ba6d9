import { StoreUnavailable } from '../../../shared/cosmos/cosmos';
import { type NoteFailure, orPark, readable } from '../../../shared/cosmos/failures';
import { reservationFeedSchema } from '../../reservation/contract';
import type { MypageDeps } from '../deps';
import { type Entry, entryOf, isNewer } from '../domain/entry';

const MAX_TRIES = 10;

/** Writes changed reservations, from the change feed, into their customers' lists. A later state is never overwritten. */
export async function projectReservations(
  deps: MypageDeps,
  changes: readonly unknown[],
  note: NoteFailure,
): Promise<void> {
  const { log } = deps;
  const changed = await readable(changes, { kind: 'reservation', schema: reservationFeedSchema }, note, log);
  for (const item of changed) {
    const trouble = 'its entry in mypage cannot be written, mend or delete that and save this one again';
    await orPark({ id: item.reservationId, trouble }, () => project(deps, entryOf(item)), note, log);
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
