import { isWaiting, type LetIn, type WaitingScan } from './list';
import type { DoorServer, ScanAsked } from './server';

/** The server takes 100 in a request, and judges them in a moment. */
const AT_ONCE = 50;

/**
 * Tells the server who was let in without it. Each goes with the id that it was scanned with, so that it counts once,
 * however often it is told. `onTold` is called as soon as the server has it.
 */
export async function tellWaiting(
  server: Pick<DoorServer, 'judge'>,
  letIn: readonly LetIn[],
  onTold: (scans: readonly WaitingScan[]) => Promise<void>,
): Promise<void> {
  const all = letIn.filter(isWaiting);
  for (const at of new Set(all.map(({ performanceId }) => performanceId))) {
    const waiting = all.filter(({ performanceId }) => performanceId === at);
    for (let from = 0; from < waiting.length; from += AT_ONCE) {
      const scans = waiting.slice(from, from + AT_ONCE);
      await tellSome(server, at, scans);
      await onTold(scans);
    }
  }
}

/**
 * What the server was asked before it went silent is asked again, for the first question may have arrived, and its
 * verdict is final. When that lets nobody in, somebody is in all the same: a scan of its own says so.
 */
async function tellSome(
  { judge }: Pick<DoorServer, 'judge'>,
  performanceId: string,
  scans: readonly WaitingScan[],
): Promise<void> {
  const verdicts = await judge(
    performanceId,
    scans.map((scan) => (scan.wasAsked ? asked(scan) : { ...asked(scan), offline: true })),
  );
  const areIn = new Set(verdicts.flatMap(({ scanId, verdict }) => (verdict === 'admitted' ? [scanId] : [])));
  const inAllTheSame = scans.filter(({ scanId, wasAsked }) => wasAsked && !areIn.has(scanId));
  if (inAllTheSame.length === 0) return;
  await judge(
    performanceId,
    inAllTheSame.map((scan) => ({ ...asked(scan), scanId: `${scan.scanId}.in`, offline: true })),
  );
}

const asked = ({ scanId, code, at, scanner }: WaitingScan): ScanAsked => ({
  scanId,
  code,
  scannedAt: at,
  scanner,
});
