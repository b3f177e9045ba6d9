import { doOrPark, type NoteFailure, readChanges } from '../../../shared/cosmos/failures';
import { untilCommitted } from '../../../shared/cosmos/untilCommitted';
import { billFeedSchema, membershipFeedSchema } from '../../membership/contract';
import type { MypageDeps } from '../deps';
import { billEntrySchema, membershipEntrySchema } from '../domain/memberEntry';
import type { MemberEntries } from '../memberStore';

type ProjectionDeps = Pick<MypageDeps, 'sleep' | 'random' | 'log' | 'members'>;

/** Writes changed memberships and bills, from the change feed, into their customers' lists. A later state is never overwritten. */
export async function projectMembers(
  deps: ProjectionDeps,
  changes: readonly unknown[],
  note: NoteFailure,
): Promise<void> {
  const { log, members } = deps;
  const trouble =
    'its entry in mypage-memberships cannot be written, mend or delete that and save this one again';
  const memberships = { kind: 'membership', schema: membershipFeedSchema } as const;
  for (const item of await readChanges(changes, memberships, note, log)) {
    const { membershipId: id, customerId } = item;
    const work = () => project(deps, members.memberships, id, membershipEntrySchema.parse(item));
    await doOrPark({ id, trouble, change: { id, customerId } }, work, note, log);
  }
  for (const item of await readChanges(changes, { kind: 'bill', schema: billFeedSchema }, note, log)) {
    const { billId: id, customerId } = item;
    const work = () => project(deps, members.bills, id, billEntrySchema.parse(item));
    await doOrPark({ id, trouble, change: { id, customerId } }, work, note, log);
  }
}

const project = async <T extends { readonly customerId: string; readonly version: number }>(
  deps: ProjectionDeps,
  entries: MemberEntries<T>,
  id: string,
  entry: T,
): Promise<void> => {
  await untilCommitted(deps, `entry ${id}`, async () => {
    const known = await entries.read(entry.customerId, id);
    const isNewer = known === undefined || entry.version > known.value.version;
    return isNewer ? entries.write(entry, known) : 'unchanged';
  });
};
