import type { Objection } from '../../reservation/contract';
import type { Entry } from './entry';

const SETTLED: ReadonlySet<Entry['status']> = new Set(['completed', 'cancelled', 'rejected', 'expired']);

/** Why a customer whose list shows this cannot be erased now: something coming, unsettled or owed. */
export function objectionIn(
  { status, startsAt }: Pick<Entry, 'status' | 'startsAt'>,
  now: string,
): Objection | undefined {
  if (!SETTLED.has(status)) return 'unsettled';
  return status === 'completed' && startsAt !== null && startsAt > now ? 'coming' : undefined;
}
