import type { MypageDeps } from '../../functions/mypage/deps';
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
    marks: markStore(container('mypage-erasures'), PACING),
    publisher: topic.publisher,
  };
  return { deps, clock, faults, database, container, topic };
}
