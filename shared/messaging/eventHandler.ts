import type { InvocationContext, ServiceBusQueueHandler } from '@azure/functions';
import { isPassingFault } from '../cosmos/cosmos';
import type { NoteFailure } from '../cosmos/failures';
import { type Backoff, backoffMs } from '../kernel/backoff';
import { systemPacing } from '../kernel/pacing';
import { jsonLog, reasonOf } from '../telemetry/log';
import { measure } from '../telemetry/measure';
import { step, withTraceparent } from '../telemetry/trace';
import { type EventContract, type EventEnvelope, UnreadableEvent, whyUnreadable } from './envelope';

/** What one context does for one type of event. Throws for a passing fault, or for a state earlier than it expects. */
export type EventReaction<Deps> = {
  readonly contract: EventContract;
  readonly react: (deps: Deps, event: EventEnvelope<string, never>) => Promise<void>;
};

export const on = <Deps, Type extends string, Data>(
  contract: EventContract<Type, Data>,
  react: (deps: Deps, event: EventEnvelope<Type, Data>) => Promise<void>,
): EventReaction<Deps> => ({ contract, react: react as unknown as EventReaction<Deps>['react'] });

/** A handler found an earlier state than its event expects; the event comes again when the state has caught up. */
export class TooEarly extends Error {}

/**
 * Hands one message of a context's queue to its reaction. A throw gives the message back to the queue: it comes again
 * at once, and after the queue's maximum delivery count it becomes a dead letter.
 */
export async function react<Deps>(
  deps: Deps,
  reactions: readonly EventReaction<Deps>[],
  message: unknown,
): Promise<void> {
  const why = whyUnreadable(
    message,
    reactions.map((r) => r.contract),
  );
  if (why !== undefined) throw new UnreadableEvent(why);
  const event = message as EventEnvelope<string, never>;
  const reaction = reactions.find((r) => r.contract.type === event.type);
  if (reaction === undefined) throw new UnreadableEvent(`no handler for ${event.type}`);
  const parsed = { ...event, data: reaction.contract.data.parse(event.data) as never };
  await withTraceparent(event.traceparent, () => reaction.react(deps, parsed));
}

const BETWEEN_DELIVERIES: Backoff = { firstMs: 500, longestMs: 60_000 };

const deliveryOf = (context: InvocationContext): number =>
  Math.max(1, Number(context.triggerMetadata?.deliveryCount) || 1);

/**
 * The Azure Functions handler of a context's queue. Service Bus knows no pause between deliveries: a store that is away
 * for a second would turn every message of that second into a dead letter. So after a fault that passes by itself the
 * message is kept, its lock renewed, for longer each time; ten deliveries last about five minutes. What no pause
 * will mend goes back at once.
 */
export const queueHandler =
  <Deps>(
    deps: Deps,
    reactions: readonly EventReaction<Deps>[],
    sleep = systemPacing.sleep,
  ): ServiceBusQueueHandler =>
  (message, context) => {
    const { id, subject, data, ...given } = (message ?? {}) as Partial<Record<keyof EventEnvelope, unknown>>;
    // What came may be no event at all.
    const type = textOr(given.type, 'unreadable');
    const traceparent = textOr(given.traceparent, undefined);
    const facts = { ...idsOf(data), event: type, function: context.functionName };
    return step({ name: `hear ${type}`, kind: 'hear', traceparent, facts }, async () => {
      try {
        await react(deps, reactions, message);
        measure('marquee.events.handled', 1, { type });
      } catch (error) {
        measure('marquee.events.failed', 1, { type });
        const delivery = deliveryOf(context);
        const fields = { eventId: id, type, subject, delivery, reason: reasonOf(error) };
        jsonLog(context).warn('event could not be handled', fields);
        if (isPassingFault(error) || error instanceof TooEarly)
          await sleep(backoffMs(delivery - 1, BETWEEN_DELIVERIES));
        throw error;
      }
    });
  };

const textOr = <Other>(value: unknown, other: Other): string | Other =>
  typeof value === 'string' ? value : other;

/** The ids an event's data names, but whose it is. */
const idsOf = (data: unknown): Record<string, string> =>
  Object.fromEntries(
    Object.entries((data ?? {}) as Record<string, unknown>).filter(
      (entry): entry is [string, string] =>
        entry[0].endsWith('Id') && entry[0] !== 'customerId' && typeof entry[1] === 'string',
    ),
  );

/** The deliveries before are the ordinary business of a queue; from here on somebody may have to look. */
const NOTED_FROM = 5;

/** A queue's handler whose failures are noted, for whoever finds the message among the dead letters. */
export const noting =
  (note: NoteFailure, handler: ServiceBusQueueHandler): ServiceBusQueueHandler =>
  async (message, context) => {
    try {
      await handler(message, context);
    } catch (error) {
      const { id } = (message ?? {}) as Partial<EventEnvelope>;
      if (typeof id === 'string' && deliveryOf(context) >= NOTED_FROM) await note(id, reasonOf(error));
      throw error;
    }
  };
