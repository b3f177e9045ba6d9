import type { InvocationContext, ServiceBusQueueHandler } from '@azure/functions';
import { isPassingFault } from '../cosmos/cosmos';
import type { NoteFailure } from '../cosmos/failures';
import { type Backoff, backoffMs } from '../kernel/backoff';
import { type Pacing, systemPacing } from '../kernel/pacing';
import { jsonLog, reasonOf } from '../telemetry/log';
import { recordMetric } from '../telemetry/metrics';
import { inSpan, withTraceparent } from '../telemetry/trace';
import { type EventContract, type EventEnvelope, labelOf, readEvent, UnreadableEvent } from './envelope';
import { Unpublished } from './publish';

/** What one context does for one type of event. Throws for a passing fault, or for a state earlier than it expects. */
export type EventReaction<Deps> = {
  readonly contract: EventContract;
  readonly react: (deps: Deps, event: EventEnvelope<string, never>) => Promise<void>;
};

export const on = <Deps, Type extends string, Data>(
  contract: EventContract<Type, Data>,
  react: (deps: Deps, event: EventEnvelope<Type, Data>) => Promise<void>,
): EventReaction<Deps> => ({ contract, react: react as unknown as EventReaction<Deps>['react'] });

/** A handler found an earlier state than its event expects. The event comes again when the state has caught up. */
export class TooEarly extends Error {}

/** Hands one message of a context's queue to its reaction. Throws UnreadableEvent, and what the reaction throws. */
export async function react<Deps>(
  deps: Deps,
  reactions: readonly EventReaction<Deps>[],
  message: unknown,
): Promise<void> {
  const reading = readEvent(
    message,
    reactions.map(({ contract }) => contract),
  );
  if (reading.status === 'unreadable') throw new UnreadableEvent(reading.why);
  const event = reading.event as EventEnvelope<string, never>;
  const reaction = reactions.find(({ contract }) => contract.type === event.type);
  await withTraceparent(event.traceparent, async () => reaction?.react(deps, event));
}

const BETWEEN_DELIVERIES: Backoff = { firstMs: 500, longestMs: 60_000 };
/** A state that is early is so by milliseconds, as a rule. */
const TOO_EARLY_FIRST_MS = 20;

const deliveryOf = (context: InvocationContext): number =>
  Math.max(1, Number(context.triggerMetadata?.deliveryCount) || 1);

/** The deliveries before are the ordinary business of a queue. From here on somebody may have to look. */
const NOTED_FROM = 5;

/**
 * The state is stored and only its event is not out. After so many tries the topic is away for longer, and the message is
 * done: whoever waits for the event asks for it again by a sweep. Otherwise an hour without the topic would make a dead
 * letter of every message of that hour.
 */
export const isLeftToSweep = (error: unknown, delivery: number): boolean =>
  error instanceof Unpublished && delivery >= NOTED_FROM;

/**
 * The Azure Functions handler of a context's queue. A throw gives the message back to the queue, and after the queue's
 * maximum delivery count it becomes a dead letter. Service Bus knows no pause between deliveries, so a store that is away
 * for a second would turn every message of that second into one. That is why after a passing fault the message is kept,
 * its lock renewed, for longer each time. Ten deliveries last about five minutes. What no pause will mend goes back at
 * once. A failure that comes again is noted for whoever finds the message among the dead letters.
 */
export const queueHandler =
  <Deps>(
    deps: Deps,
    reactions: readonly EventReaction<Deps>[],
    note: NoteFailure,
    sleep = systemPacing.sleep,
  ): ServiceBusQueueHandler =>
  (message, context) => {
    const { id, type = 'unreadable', subject, traceparent } = labelOf(message);
    const attributes = { ...idsIn(message), event: type, function: context.functionName };
    return inSpan({ name: `hear ${type}`, kind: 'consumer', traceparent, attributes }, async () => {
      try {
        await react(deps, reactions, message);
        recordMetric('marquee.events.handled', 1, { type });
      } catch (error) {
        recordMetric('marquee.events.failed', 1, { type });
        const delivery = deliveryOf(context);
        const reason = reasonOf(error);
        jsonLog(context).warn('event could not be handled', { eventId: id, type, subject, delivery, reason });
        if (isLeftToSweep(error, delivery)) return;
        await noteAgain(note, id, delivery, reason);
        await pauseBeforeReturn(error, delivery, sleep);
        throw error;
      }
    });
  };

const noteAgain = async (note: NoteFailure, id: string | undefined, delivery: number, reason: string) => {
  if (id !== undefined && delivery >= NOTED_FROM) await note(id, reason);
};

async function pauseBeforeReturn(error: unknown, delivery: number, sleep: Pacing['sleep']): Promise<void> {
  if (error instanceof TooEarly && delivery === 1) await sleep(TOO_EARLY_FIRST_MS);
  else if (passesByItself(error)) await sleep(backoffMs(delivery - 1, BETWEEN_DELIVERIES));
}

const passesByItself = (error: unknown): boolean =>
  isPassingFault(error) || error instanceof TooEarly || error instanceof Unpublished;

/** The ids that an event's data names, but whose it is. */
const idsIn = (message: unknown): Record<string, string> =>
  Object.fromEntries(
    Object.entries((message as { data?: object } | undefined)?.data ?? {}).filter(
      (entry): entry is [string, string] =>
        entry[0].endsWith('Id') && entry[0] !== 'customerId' && typeof entry[1] === 'string',
    ),
  );
