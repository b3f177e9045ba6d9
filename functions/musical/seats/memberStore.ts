import type { Container } from '@azure/cosmos';
import { commit, readDocument } from '../../../shared/cosmos/cosmos';
import { keepUnread } from '../../../shared/cosmos/keepUnread';
import type { Versioned } from '../../../shared/kernel/versioned';
import { type Member, memberSchema } from './domain/member';

const ID = 'member';

/** The container `members`, a projection of what `membership` tells, with one document a customer. */
export const memberStore = (container: Container) => ({
  read: (customerId: string): Promise<Versioned<Member> | undefined> =>
    readDocument(container, ID, customerId, memberSchema),

  /** Creates the member, or replaces the one that was read. */
  write: (member: Member, known?: Versioned<Member>): Promise<'committed' | 'conflict'> => {
    const resourceBody = keepUnread({ id: ID, ...member }, known?.unread) as never;
    return commit(container, member.customerId, [
      known === undefined
        ? { operationType: 'Create', resourceBody }
        : { operationType: 'Replace', id: ID, resourceBody, ifMatch: known.etag },
    ]);
  },
});
export type MemberStore = ReturnType<typeof memberStore>;
