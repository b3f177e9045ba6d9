import { types } from 'rhea';
import type { BrokerProperties, LockedMessage, MessageState, StoredMessage } from '../engine/model';
import {
  APPLICATION_PROPERTIES,
  decodeSections,
  encodeSection,
  HEADER,
  MESSAGE_ANNOTATIONS,
  PROPERTIES,
  type Section,
  sectionsOf,
} from './sections';

/** Source: Service Bus docs, "AMQP 1.0 protocol guide", message states. */
const STATE_NUMBERS: Record<MessageState, number> = { active: 0, deferred: 1, scheduled: 2 };

/**
 * A stored message as a receiver gets it. The sender's own bytes come behind a header and annotations that carry what
 * the broker knows, and with the application properties that settlements added.
 * Source: Service Bus docs, "AMQP 1.0 protocol guide", message annotations.
 */
export function encodeDelivery(stored: StoredMessage | LockedMessage): Buffer {
  const bytes = asBuffer(stored.payload);
  const sections = sectionsOf(bytes);
  const own = sections.filter(({ code }) => code < PROPERTIES);
  const bare = sections.filter(({ code }) => code >= PROPERTIES);
  const sent = decodeSections(bytes, own);
  const header = types.wrap_list([
    types.wrap_boolean(sent.durable ?? false),
    types.wrap_ubyte(sent.priority ?? 4),
    sent.ttl === undefined ? null : types.wrap_uint(sent.ttl),
    types.wrap_boolean(false),
    types.wrap_uint(stored.deliveryCount),
  ] as never);
  return Buffer.concat([
    encodeSection(HEADER, header),
    encodeSection(
      MESSAGE_ANNOTATIONS,
      types.wrap_symbolic_map({ ...sent.message_annotations, ...annotationsOf(stored) }),
    ),
    ...bareSections(bytes, bare, stored.properties),
  ]);
}

function annotationsOf(stored: StoredMessage | LockedMessage): Record<string, unknown> {
  return {
    'x-opt-sequence-number': types.wrap_long(stored.sequenceNumber),
    'x-opt-enqueued-time': types.wrap_timestamp(stored.enqueuedAt),
    'x-opt-message-state': types.wrap_int(STATE_NUMBERS[stored.state]),
    ...('lockedUntil' in stored && stored.lockedUntil > 0
      ? { 'x-opt-locked-until': types.wrap_timestamp(stored.lockedUntil) }
      : {}),
    ...(stored.deadLetterSource === undefined
      ? {}
      : { 'x-opt-deadletter-source': types.wrap_string(stored.deadLetterSource) }),
  };
}

function bareSections(bytes: Buffer, bare: readonly Section[], added: BrokerProperties): Buffer[] {
  const [first] = bare;
  if (!first) return [];
  if (Object.keys(added).length === 0) return [bytes.subarray(first.start)];
  const isBefore = ({ code }: Section): boolean => code < APPLICATION_PROPERTIES;
  const isAfter = ({ code }: Section): boolean => code > APPLICATION_PROPERTIES;
  const slice = ({ start, end }: Section): Buffer => bytes.subarray(start, end);
  const sent = decodeSections(
    bytes,
    bare.filter(({ code }) => code === APPLICATION_PROPERTIES),
  );
  const merged = types.wrap_map({ ...sent.application_properties, ...added });
  return [
    ...bare.filter(isBefore).map(slice),
    encodeSection(APPLICATION_PROPERTIES, merged),
    ...bare.filter(isAfter).map(slice),
  ];
}

export const asBuffer = (bytes: Uint8Array): Buffer =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
