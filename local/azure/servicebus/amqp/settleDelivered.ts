import type { Delivery } from 'rhea';
import type { ServiceBusEngine } from '../engine/engine';
import type { BrokerProperties } from '../engine/model';
import { amqpFault } from './faults';
import { tokenOfTag } from './lockTag';
import { accepted, rejected, settleDelivery } from './rhea';

export type Disposition = 'accepted' | 'released' | 'modified' | 'rejected';

type RemoteState = {
  readonly undeliverable_here?: boolean;
  readonly message_annotations?: Record<string, unknown>;
  readonly error?: { readonly description?: string; readonly info?: Record<string, unknown> };
};

/**
 * A receiver's decision on a delivery, as AMQP outcomes carry it.
 * Source: Service Bus docs, "AMQP 1.0 protocol guide", message settlement.
 */
const SETTLEMENTS: Record<
  Disposition,
  (engine: ServiceBusEngine, token: string, state: RemoteState) => void
> = {
  accepted: (engine, token) => engine.complete(token),
  released: (engine, token) => engine.release(token),
  modified: (engine, token, { undeliverable_here, message_annotations }) => {
    const properties = brokerProperties(message_annotations);
    if (undeliverable_here) engine.defer(token, properties);
    else engine.abandon(token, properties);
  },
  rejected: (engine, token, { error }) => {
    const { DeadLetterReason, DeadLetterErrorDescription, ...properties } = error?.info ?? {};
    engine.deadLetter(token, {
      reason: textOrUndefined(DeadLetterReason),
      description: textOrUndefined(DeadLetterErrorDescription) ?? error?.description,
      properties: brokerProperties(properties),
    });
  },
};

/** Carries out a disposition. It answers with the outcome that now holds, or with why it could not. */
export function settleDelivered(
  engine: ServiceBusEngine,
  disposition: Disposition,
  delivery: Delivery,
): string {
  const token = tokenOfTag(Buffer.from(delivery.tag));
  try {
    SETTLEMENTS[disposition](engine, token, (delivery.remote_state ?? {}) as RemoteState);
    if (!delivery.remote_settled) settleDelivery(delivery, true, accepted());
  } catch (error) {
    const { condition, description } = amqpFault(error);
    if (!delivery.remote_settled) settleDelivery(delivery, true, rejected(condition, description));
  }
  return token;
}

const textOrUndefined = (value: unknown): string | undefined =>
  value === undefined || value === null ? undefined : String(value);

/** What of a property map can be kept. Scalars stay as they are, anything else becomes text. */
export function brokerProperties(values: Readonly<Record<string, unknown>> | undefined): BrokerProperties {
  const isScalar = (value: unknown): value is string | number | boolean | null =>
    value === null || ['string', 'number', 'boolean'].includes(typeof value);
  return Object.fromEntries(
    Object.entries(values ?? {}).map(([name, value]) => [name, isScalar(value) ? value : String(value)]),
  );
}
