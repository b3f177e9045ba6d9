import type { Clock } from '../kernel/clock';
import { isoTime } from '../kernel/time';
import { reasonOf } from '../telemetry/log';
import type { Part, PendingStore, Progress } from './pending';

/** A timer may miss two of its runs, and a run may last so long, before what it has written counts as old. */
const MISSED_RUNS = 3;
const RUN_MS = 60_000;

export type Seen = {
  readonly figures: Readonly<Record<string, number>>;
  readonly parts?: Readonly<Record<string, Part>>;
  /** What the context itself wants to find again in its next run. */
  readonly own?: Readonly<Record<string, unknown>>;
};

/** Writes how far a context is, for whoever asks for its health. */
export async function writeProgress(
  { pending, clock }: { readonly pending: PendingStore; readonly clock: Clock },
  context: string,
  everySeconds: number,
  { figures, parts = {}, own = {} }: Seen,
): Promise<void> {
  const now = clock.now();
  const staleAt = isoTime(now + MISSED_RUNS * everySeconds * 1000 + RUN_MS);
  await pending.writeProgress({ ...own, id: context, at: isoTime(now), staleAt, figures, parts });
}

/** Asks a part outside for a sign of life. Throws when there is none. */
export type Probe = () => Promise<unknown>;

export type PartEvents = { readonly onAway: (reason: string) => void; readonly onBack: () => void };

/** How a part is now. Whoever listens is told once when it goes and once when it is back. */
export async function askPart(
  clock: Clock,
  before: Part | undefined,
  probe: Probe,
  { onAway, onBack }: PartEvents,
): Promise<Part> {
  const wasAway = before !== undefined && before.status !== 'ok';
  try {
    await probe();
    if (wasAway) onBack();
    return { status: 'ok' };
  } catch (error) {
    const reason = reasonOf(error);
    if (!wasAway) onAway(reason);
    return { status: 'degraded', reason, since: before?.since ?? isoTime(clock.now()) };
  }
}

export const partBefore = (progress: Progress | undefined, part: string): Part | undefined =>
  progress?.parts[part];
