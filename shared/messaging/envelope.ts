import { z } from 'zod';
import { type Clock, isoTime } from '../kernel/clock';
import { currentTraceparent } from '../telemetry/trace';

/** A CloudEvent 1.0 as Marquee stores, publishes and receives it. `time` is UTC, ISO 8601. */
export type EventEnvelope<Type extends string = string, Data = unknown> = {
  readonly specversion: '1.0';
  readonly id: string;
  readonly source: string;
  readonly type: Type;
  readonly subject: string;
  readonly time: string;
  readonly datacontenttype: 'application/json';
  readonly data: Data;
  /** W3C Trace Context of what caused the event. */
  readonly traceparent?: string;
};

export const envelopeSchema = z.object({
  specversion: z.literal('1.0'),
  id: z.string().min(1),
  source: z.string().min(1),
  type: z.string().min(1),
  subject: z.string(),
  time: z.iso.datetime({ offset: true }),
  datacontenttype: z.literal('application/json'),
  data: z.unknown(),
  traceparent: z.string().optional(),
});

/** One line of a context's `contract.ts`: the event's name, who publishes it and the shape of its data. */
export type EventContract<Type extends string = string, Data = unknown> = {
  readonly type: Type;
  readonly source: string;
  readonly data: z.ZodType<Data>;
};

/** The event a contract describes. */
export type EventOf<Contract> =
  Contract extends EventContract<infer Type, infer Data> ? EventEnvelope<Type, Data> : never;

export const eventContract = <Type extends string, Data>(
  type: Type,
  source: string,
  data: z.ZodType<Data>,
): EventContract<Type, Data> => ({ type, source, data });

/** `subject` is the id of what the event is about; the id must follow from the cause (`eventIdOf`). */
export function newEvent<Type extends string, Data>(
  contract: EventContract<Type, Data>,
  event: { readonly id: string; readonly subject: string; readonly data: Data },
  clock: Clock,
): EventEnvelope<Type, Data> {
  const traceparent = currentTraceparent();
  return {
    specversion: '1.0',
    id: event.id,
    source: contract.source,
    type: contract.type,
    subject: event.subject,
    time: isoTime(clock.now()),
    datacontenttype: 'application/json',
    data: event.data,
    ...(traceparent === undefined ? {} : { traceparent }),
  };
}

/** A message that is no event of ours. It stays unreadable however often it comes, so it ends as a dead letter. */
export class UnreadableEvent extends Error {}

/** Why this is not the event it says it is, in words for the operator; undefined when it can be read. */
export function whyUnreadable(message: unknown, contracts: readonly EventContract[]): string | undefined {
  const envelope = envelopeSchema.safeParse(message);
  if (!envelope.success) return `not a CloudEvent: ${z.prettifyError(envelope.error)}`;
  const contract = contracts.find((c) => c.type === envelope.data.type);
  if (contract === undefined) return `no handler for events of type ${envelope.data.type}`;
  const data = contract.data.safeParse(envelope.data.data);
  return data.success ? undefined : `data of ${contract.type} is wrong: ${z.prettifyError(data.error)}`;
}
