import type { MyPage } from '../api/types';

export type Entry = MyPage['reservations'][number];

const OVER = ['cancelled', 'rejected', 'expired', 'cancelling'];

/** What is still to come, the nearest first, and everything else as it came. */
export function comingAndEarlier(
  entries: readonly Entry[],
  nowMs: number,
): { readonly coming: readonly Entry[]; readonly earlier: readonly Entry[] } {
  const isComing = ({ status, startsAt }: Entry) =>
    !OVER.includes(status) && (startsAt === null || Date.parse(startsAt) > nowMs);
  const startOf = ({ startsAt }: Entry) => (startsAt === null ? 0 : Date.parse(startsAt));
  return {
    coming: entries.filter(isComing).sort((a, b) => startOf(a) - startOf(b)),
    earlier: entries.filter((entry) => !isComing(entry)),
  };
}
