import type { MypageDeps } from '../../functions/mypage/deps';
import { loanEntryStore } from '../../functions/mypage/loanStore';
import { memberEntryStore } from '../../functions/mypage/memberStore';
import { entryStore } from '../../functions/mypage/store';
import { markStore } from '../../shared/erasure/mark';
import { openContainers } from './containers';
import { openTopic } from './topic';

const PACING = { sleep: async () => {}, random: () => 0 };

/** Kim's list on its real store, in memory, at the time a test sets. */
export function openMypage(nowMs = 0) {
  const { clock, faults, container, database } = openContainers(nowMs);
  const topic = openTopic();
  const deps: MypageDeps = {
    ...PACING,
    clock: { now: () => clock.nowMs },
    log: { info: () => {}, warn: () => {}, error: () => {} },
    authenticate: async () => ({ customerId: 'kim', isAdmin: false }),
    entries: entryStore(container('mypage')),
    loans: loanEntryStore(container('mypage-loans')),
    members: memberEntryStore(container('mypage-memberships')),
    marks: markStore(container('mypage-erasures'), PACING),
    publisher: topic.publisher,
  };
  return { deps, clock, faults, database, container, topic };
}
