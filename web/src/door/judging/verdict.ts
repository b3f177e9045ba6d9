import type { ScanVerdict } from '../../api/types';
import type { CodeRead } from '../codes/readCode';
import type { TicketKnown } from './list';

/** What is shown of a scan. Without a network and without a list nothing can be said. */
export type Verdict = ScanVerdict['verdict'] | 'cannot-say';

export type Judged = Omit<ScanVerdict, 'verdict'> & {
  readonly verdict: Verdict;
  /** By the list that is on this device, and not by the server. */
  readonly isOffline: boolean;
};

/**
 * The verdict without a network. A code that the theatre has signed for this performance and that the list does not have
 * was sold since: its signature lets it in, and the server has the last word on it.
 */
export function verdictByList(
  read: CodeRead | undefined,
  check: string,
  known: ReadonlyMap<string, TicketKnown>,
): Omit<Judged, 'scanId' | 'isOffline'> {
  if (read === undefined) return { verdict: 'unknown' };
  if (read.check !== check) return { verdict: 'wrong-performance' };
  const { ticketId } = read;
  const { status = 'valid', ...ticket } = known.get(ticketId) ?? { ticketId };
  switch (status) {
    case 'valid':
      return { verdict: 'admitted', ...ticket };
    case 'admitted':
      return { verdict: 'already-admitted', ...ticket };
    case 'void':
      return { verdict: 'void', ...ticket };
    default:
      return status satisfies never;
  }
}
