import { untilCommitted } from '../../../shared/cosmos/untilCommitted';
import { isoTime } from '../../../shared/kernel/time';
import type { PendingItem } from '../../../shared/pending/pending';
import { problem } from '../../problems';
import type { OperationsDeps } from '../deps';

type Deps = Pick<OperationsDeps, 'clock' | 'sleep' | 'random' | 'pending'>;

/** What may be given up for good. A reservation settles by itself, and what is owed stays owed. */
const DISCARDABLE: ReadonlySet<string> = new Set(['dead-letter', 'mail', 'feed']);

/** Throws `not-found`. */
export async function readPending({ pending }: Pick<Deps, 'pending'>, kind: string, id: string) {
  const stored = await pending.read(kind, id);
  if (stored === undefined) throw problem('not-found', `Nothing of this kind is pending as ${id}.`);
  return stored;
}

export type Ask = {
  readonly kind: string;
  readonly id: string;
  readonly action: 'retry' | 'discard';
  readonly by: string;
  readonly reason?: string;
};

/**
 * Writes down what a person asks for. The timer of the context that has the trouble does it in its next run, and says so in
 * the log. Throws `not-found`, `wrong-state` (it cannot be discarded).
 */
export async function askForPending(deps: Deps, { kind, id, action, by, reason }: Ask): Promise<PendingItem> {
  if (action === 'discard' && !DISCARDABLE.has(kind))
    throw problem('wrong-state', 'This is not given up: it settles by itself, or what is owed is paid.');
  return untilCommitted(deps, `pending item ${id}`, async () => {
    const stored = await readPending(deps, kind, id);
    const asked = { action, by, at: isoTime(deps.clock.now()), ...(reason === undefined ? {} : { reason }) };
    const item = { ...stored.value, asked };
    return (await deps.pending.write(item, stored)) === 'conflict' ? 'conflict' : item;
  });
}
