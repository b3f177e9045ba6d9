import type { Container } from '@azure/cosmos';
import { z } from 'zod';
import { type Clock, isoTime, systemClock } from './clock';
import { queryDocuments, readDocument } from './cosmos';
import { type Log, reasonOf } from './log';

/** How long a failure can be read, in seconds: longer than a holiday. */
const REMEMBERED_SECONDS = 30 * 24 * 60 * 60;
const MAX_LISTED = 100;

const failureSchema = z.object({ id: z.string(), source: z.string(), reason: z.string(), at: z.string() });

/** Why something stays undone, for whoever has to mend it. `source`: the queue or the feed's reader; `id`: the event's or the document's. */
export type Failure = z.infer<typeof failureSchema>;

/** Notes why this event or document could not be handled. Never throws: what failed may be the store itself. */
export type NoteFailure = (id: string, reason: string) => Promise<void>;

/** The last failure of each event and document of one source: the container `failures`, one partition a source. */
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

/** What was noted of a source, at most a hundred. */
export const failuresOf = (container: Container, source: string): Promise<Failure[]> =>
  queryDocuments(container, 'SELECT * FROM c', {}, failureSchema, {
    partitionKey: source,
    limit: MAX_LISTED,
  });

/**
 * Parks the documents of a change feed that `whyUnreadable` objects to: noted and logged, and left out of what is
 * returned. One that stopped the feed would stop everything behind it for ever.
 */
export async function parkUnreadable(
  changes: readonly unknown[],
  whyUnreadable: (document: unknown) => string | undefined,
  note: NoteFailure,
  log: Log,
): Promise<unknown[]> {
  const readable: unknown[] = [];
  for (const change of changes) {
    const reason = whyUnreadable(change);
    if (reason === undefined) readable.push(change);
    else {
      const id = String((change as { id?: unknown } | null)?.id);
      log.error('document parked', { document: id, reason });
      await note(id, reason);
    }
  }
  return readable;
}

/** Judges documents of one kind by their schema; others are no concern of the reader. */
export const byKind =
  (kind: string, schema: z.ZodType) =>
  (document: unknown): string | undefined => {
    if ((document as { kind?: unknown } | null)?.kind !== kind) return undefined;
    const parsed = schema.safeParse(document);
    return parsed.success ? undefined : `this ${kind} cannot be read: ${z.prettifyError(parsed.error)}`;
  };
