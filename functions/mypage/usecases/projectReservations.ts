import { doOrPark, type NoteFailure, readChanges } from '../../../shared/cosmos/failures';
import { untilCommitted } from '../../../shared/cosmos/untilCommitted';
import { isCounterCustomer, reservationFeedSchema } from '../../reservation/contract';
import type { MypageDeps } from '../deps';
import { type Entry, entryOf, isNewer } from '../domain/entry';

type ProjectionDeps = Pick<MypageDeps, 'sleep' | 'random' | 'log' | 'entries'>;

/**
 * Writes changed reservations, from the change feed, into their customers' lists. A later state is never overwritten. Whoever
 * bought at the counter has no list.
 */
export async function projectReservations(
  deps: ProjectionDeps,
  changes: readonly unknown[],
  note: NoteFailure,
): Promise<void> {
  const { log } = deps;
  const changed = await readChanges(
    changes,
    { kind: 'reservation', schema: reservationFeedSchema },
    note,
    log,
  );
  for (const item of changed.filter(({ customerId }) => !isCounterCustomer(customerId))) {
    const trouble = 'its entry in mypage cannot be written, mend or delete that and save this one again';
    const { reservationId } = item;
    const parked = { id: reservationId, trouble, change: { reservationId } };
    await doOrPark(parked, () => project(deps, entryOf(item)), note, log);
  }
}

async function project(deps: ProjectionDeps, entry: Entry): Promise<void> {
  await untilCommitted(deps, `entry of reservation ${entry.reservationId}`, async () => {
    const known = await deps.entries.read(entry.customerId, entry.reservationId);
    return isNewer(entry, known?.value) ? deps.entries.write(entry, known) : 'unchanged';
  });
}
