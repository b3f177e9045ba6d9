import { untilCommitted } from '../../../shared/cosmos/untilCommitted';
import { isoTime } from '../../../shared/kernel/time';
import { type CodeRead, checkOf } from '../codes';
import type { AdmissionDeps } from '../deps';
import type { Scan, Seen } from '../domain/scan';
import { decideScan } from '../domain/scan.decide';
import { reservationIdOf } from '../domain/tickets';

type AdmitDeps = Pick<AdmissionDeps, 'sleep' | 'random' | 'clock' | 'tickets' | 'codes'>;

export type ScanAsked = Seen & { readonly code: string };
export type ScansAsked = {
  readonly performanceId: string;
  readonly scans: readonly ScanAsked[];
  /** Whose token it is. */
  readonly by: string;
};

const CONCURRENCY = 8;
/** A ticket that we have signed is stored. A replica may be behind for a moment. */
const LOOKS = 3;

/**
 * Judges each scan, once and for all. The ticket's change and the verdict are one batch under the ticket's ETag, so a
 * ticket is let in once, at however many doors. A scan that is repeated gets the verdict it had, whatever has become of
 * its ticket since. Scans of one reservation are judged in their order.
 */
export async function admit(deps: AdmitDeps, { performanceId, scans, by }: ScansAsked): Promise<Scan[]> {
  const read = scans.map((scan) => ({ scan, code: deps.codes.read(scan.code) }));
  const groups = [...Map.groupBy(read, ({ scan, code }) => reservationOf(code) ?? scan.scanId).values()];
  const judged = new Map<ScanAsked, Scan>();
  const lane = async () => {
    for (let group = groups.shift(); group !== undefined; group = groups.shift())
      for (const { scan, code } of group)
        judged.set(scan, await judge(deps, { performanceId, scan, code, by }));
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, lane));
  return scans.flatMap((scan) => judged.get(scan) ?? []);
}

const reservationOf = (code: CodeRead | undefined): string | undefined =>
  code === undefined ? undefined : reservationIdOf(code.ticketId);

type OneScan = {
  readonly performanceId: string;
  readonly scan: ScanAsked;
  readonly code: CodeRead | undefined;
  readonly by: string;
};

async function judge(deps: AdmitDeps, one: OneScan): Promise<Scan> {
  const { performanceId, scan } = one;
  return untilCommitted(deps, `scan ${scan.scanId}`, async (triesBefore) => {
    // Only a write shows whether this scan has a verdict, so a new one costs no look.
    const before = triesBefore === 0 ? undefined : await deps.tickets.scan(performanceId, scan.scanId);
    return before ?? judgeOnce(deps, one, triesBefore < LOOKS);
  });
}

async function judgeOnce(deps: AdmitDeps, one: OneScan, looksAgain: boolean): Promise<Scan | 'conflict'> {
  const { performanceId, code, by } = one;
  const { code: _secret, ...seen } = one.scan;
  const isOfPerformance = code?.check === checkOf(performanceId);
  const reservationId = isOfPerformance ? reservationOf(code) : undefined;
  const stored =
    reservationId === undefined ? undefined : await deps.tickets.read(performanceId, reservationId);
  if (reservationId !== undefined && stored === undefined && looksAgain) return 'conflict';
  const { scan, changed } = decideScan(stored?.value, {
    seen,
    performanceId,
    code: code && { ticketId: code.ticketId, isOfPerformance },
    by,
    now: isoTime(deps.clock.now()),
  });
  const change = stored === undefined || changed === undefined ? undefined : { ...stored, value: changed };
  return (await deps.tickets.writeScan(scan, change)) === 'conflict' ? 'conflict' : scan;
}
