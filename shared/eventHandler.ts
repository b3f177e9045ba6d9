import type { ServiceBusQueueHandler } from '@azure/functions';
import { type EventContract, type EventEnvelope, UnreadableEvent, whyUnreadable } from './envelope';
import { withTraceparent } from './trace';

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

export const queueHandler =
  <Deps>(deps: Deps, reactions: readonly EventReaction<Deps>[]): ServiceBusQueueHandler =>
  (message) =>
    react(deps, reactions, message);
