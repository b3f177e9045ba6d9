import type { Container } from '@azure/cosmos';
import { z } from 'zod';
import { type Clock, systemClock } from '../kernel/clock';
import { isoTime } from '../kernel/time';
import { type Log, reasonOf } from '../telemetry/log';
import { isPassingFault, readDocument } from './cosmos';

/** How long a failure can be read, in seconds. It is longer than a holiday. */
const REMEMBERED_SECONDS = 30 * 24 * 60 * 60;

const failureSchema = z.object({ id: z.string(), source: z.string(), reason: z.string(), at: z.string() });

/**
 * Why an event stays undone, for whoever has to mend it. `source` is the queue, `id` the event's.
 */
export type Failure = z.infer<typeof failureSchema>;

/**
 * Notes why this event or document could not be handled, and which change it was, if it was one. Never throws, for what
 * failed may be the store itself.
 */
export type NoteFailure = (id: string, reason: string, change?: unknown) => Promise<void>;

/**
 * Keeps the last failure of each event of one source. The container `failures` has one partition a source.
 */
export const failureNotes =
  (container: Container, source: string, log: Log, clock: Clock = systemClock): NoteFailure =>
  async (id, reason) => {
    const failure: Failure = { id, source, reason, at: isoTime(clock.now()) };
    try {
      await container.items.upsert({ ...failure, ttl: REMEMBERED_SECONDS });
    } catch (error) {
      log.warn('failure could not be noted', { source, id, reason: reasonOf(error) });
    }
  };

export const readFailure = (container: Container, source: string, id: string) =>
  readDocument(container, id, source, failureSchema);

/**
 * The documents of one kind among the changes of a container, parsed. One that cannot be read is parked, because it
 * would stop everything behind it for ever. Parked means noted, logged and left out.
 */
export async function readChanges<T>(
  changes: readonly unknown[],
  { kind, schema }: { readonly kind: string; readonly schema: z.ZodType<T> },
  note: NoteFailure,
  log: Log,
): Promise<T[]> {
  const documents: T[] = [];
  for (const change of changes) {
    if ((change as { kind?: unknown } | null)?.kind !== kind) continue;
    const parsed = schema.safeParse(change);
    if (parsed.success) documents.push(parsed.data);
    else {
      const id = String((change as { id?: unknown }).id);
      const reason = `this ${kind} cannot be read: ${z.prettifyError(parsed.error)}`;
      await park({ id, reason, change }, note, log);
    }
  }
  return documents;
}

/**
 * Does what a change asks for. When that fails for a reason that no other try would mend, the change is parked and what
 * is behind it goes on. Any other failure is thrown, and the feed shows the same changes again. `trouble` says what the
 * operator has then to do.
 */
export async function doOrPark(
  { id, trouble, change }: { readonly id: string; readonly trouble: string; readonly change?: unknown },
  work: () => Promise<void>,
  note: NoteFailure,
  log: Log,
): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (isPassingFault(error)) throw error;
    await park({ id, reason: `${trouble}: ${reasonOf(error)}`, change }, note, log);
  }
}

type Parked = { readonly id: string; readonly reason: string; readonly change: unknown };

async function park({ id, reason, change }: Parked, note: NoteFailure, log: Log): Promise<void> {
  log.error('document parked', { document: id, reason });
  await note(id, reason, change);
}
