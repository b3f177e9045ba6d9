import { z } from 'zod';
import { eventIdOf } from '../kernel/ids';
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

/** A member of the envelope that is forgotten here does not compile. */
const envelopeShape = {
  specversion: z.literal('1.0'),
  id: z.string().min(1),
  source: z.string().min(1),
  type: z.string().min(1),
  subject: z.string(),
  time: z.iso.datetime({ offset: true }),
  datacontenttype: z.literal('application/json'),
  data: z.unknown(),
  traceparent: z.string().optional(),
} satisfies Record<keyof EventEnvelope, z.ZodType>;

export const envelopeSchema = z.object(envelopeShape);

/** One line of a context's `contract.ts` with the event's name, who publishes it and the shape of its data. */
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

/** What an event says beside its contract. */
export type EventCause<Data> = {
  /** The id of what caused the event. The same cause always gives the same event id. */
  readonly causeId: string;
  /** The id of what the event is about. */
  readonly subject: string;
  /** UTC, ISO 8601. */
  readonly time: string;
  readonly data: Data;
  /** By default the trace that is being worked on. */
  readonly traceparent?: string | undefined;
};

export const newEvent = <Type extends string, Data>(
  { type, source }: EventContract<Type, Data>,
  { causeId, subject, time, data, traceparent = currentTraceparent() }: EventCause<Data>,
): EventEnvelope<Type, Data> => ({
  specversion: '1.0',
  id: eventIdOf(causeId, type),
  source,
  type,
  subject,
  time,
  datacontenttype: 'application/json',
  data,
  ...(traceparent === undefined ? {} : { traceparent }),
});

/** A message that is no event of ours. It stays unreadable however often it comes, so it ends as a dead letter. */
export class UnreadableEvent extends Error {}

/** The event with the data its contract knows, or why it is not what it says it is, in words for the operator. */
export type Reading<Data = unknown> =
  | { readonly status: 'read'; readonly event: EventEnvelope<string, Data> }
  | { readonly status: 'unreadable'; readonly why: string };

export function readEvent(message: unknown, contracts: readonly EventContract[]): Reading {
  const unreadable = (why: string): Reading => ({ status: 'unreadable', why });
  const envelope = envelopeSchema.safeParse(message);
  if (!envelope.success) return unreadable(`not a CloudEvent: ${z.prettifyError(envelope.error)}`);
  const { data: given, traceparent, ...rest } = envelope.data;
  const contract = contracts.find(({ type }) => type === rest.type);
  if (contract === undefined) return unreadable(`no handler for events of type ${rest.type}`);
  const data = contract.data.safeParse(given);
  if (!data.success) return unreadable(`data of ${contract.type} is wrong: ${z.prettifyError(data.error)}`);
  const event = { ...rest, data: data.data, ...(traceparent === undefined ? {} : { traceparent }) };
  return { status: 'read', event };
}

const text = z.string().optional().catch(undefined);
const labelSchema = z.object({ id: text, type: text, subject: text, traceparent: text });

/** What a message calls itself, as far as it can be read. It may be no event at all. */
export type EventLabel = z.infer<typeof labelSchema>;

export const labelOf = (message: unknown): EventLabel => labelSchema.safeParse(message).data ?? {};
