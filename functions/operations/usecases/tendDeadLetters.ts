import { digest } from '../../../shared/kernel/ids';
import { PARKED } from '../../../shared/pending/parked';
import { bodyForPeople, type PendingItem } from '../../../shared/pending/pending';
import { writeProgress } from '../../../shared/pending/progress';
import { type PendingKind, type Trouble, tendPending } from '../../../shared/pending/tendPending';
import type { Letter } from '../deadLetterQueues';
import type { OperationsDeps } from '../deps';

const OWNER = 'operations';

type Deps = Pick<OperationsDeps, 'clock' | 'log' | 'pending' | 'deadLetters'> & {
  readonly everySeconds: number;
};

/** Shows the dead letters, does what people have asked for about them, and writes how many there are, parked ones too. */
export async function tendDeadLetters(deps: Deps): Promise<void> {
  const letters = await tendPending(deps, deadLetterKind(deps));
  const parked = await deps.pending.count(PARKED);
  await writeProgress(deps, OWNER, deps.everySeconds, { figures: { deadLetters: letters + parked } });
}

const deadLetterKind = ({ deadLetters }: Deps): PendingKind => ({
  kind: 'dead-letter',
  owner: OWNER,
  list: async () => (await deadLetters.list()).map(troubleOf),
  retry: async (item) => expectOne(await deadLetters.replay(queueOf(item), [eventIdOf(item)])),
  discard: async (item) => expectOne(await deadLetters.discard(queueOf(item), eventIdOf(item))),
});

const queueOf = ({ body }: PendingItem): string => String(body?.queue);
const eventIdOf = ({ body }: PendingItem): string => String(body?.eventId);

function expectOne(count: number): void {
  if (count === 0) throw new Error('It is not among the dead letters now.');
}

const troubleOf = ({ letter, body }: Letter): Trouble => {
  const { queue, eventId, type, reason, deliveryCount, enqueuedAt } = letter;
  const reservationId = reservationIdIn(body);
  return {
    id: idOf(queue, eventId),
    ...(reservationId === undefined ? {} : { reservationId }),
    since: enqueuedAt,
    reason,
    attempts: deliveryCount,
    body: { queue, eventId, type, message: bodyForPeople(body) },
  };
};

/** The id is part of an address, and a stranger may have chosen the event's. */
const idOf = (queue: string, eventId: string): string =>
  /^[\w.~|@+-]{1,100}$/.test(eventId) ? `${queue}:${eventId}` : `${queue}:${digest([eventId], 26)}`;

function reservationIdIn(body: unknown): string | undefined {
  const { data } = (body ?? {}) as { data?: { reservationId?: unknown } | null };
  const reservationId = data?.reservationId;
  return typeof reservationId === 'string' ? reservationId : undefined;
}
