import { randomUUID } from 'node:crypto';
import { type Message, message } from 'rhea';
import type { NewMessage } from '../engine/model';
import { decodeSections, PROPERTIES, type Section, sectionsOf } from './sections';

export type Sent = NewMessage & { readonly enqueueAt?: number };

/**
 * Reads of an encoded message only what the broker acts on. A message without an id is given one, as Azure does, since
 * the SDK cannot settle a message that has none. Throws RangeError when the bytes are no AMQP message.
 */
export function parseSent(bytes: Buffer): Sent {
  const sections = sectionsOf(bytes);
  const decoded = decodeSections(
    bytes,
    sections.filter(({ code }) => code <= PROPERTIES),
  );
  const enqueueAt = decoded.message_annotations?.['x-opt-scheduled-enqueue-time'];
  return {
    payload: decoded.message_id === undefined ? withMessageId(bytes, sections) : bytes,
    ...(decoded.ttl === undefined ? {} : { timeToLiveMs: decoded.ttl }),
    ...(enqueueAt === undefined ? {} : { enqueueAt: Number(enqueueAt) }),
  };
}

function withMessageId(bytes: Buffer, sections: readonly Section[]): Buffer {
  const isProperties = ({ code }: Section): boolean => code === PROPERTIES;
  const slice = ({ start, end }: Section): Buffer => bytes.subarray(start, end);
  const known = decodeSections(bytes, sections.filter(isProperties)) as Message;
  const encoded = message.encode({
    ...known,
    message_id: randomUUID().replaceAll('-', ''),
    body: null,
  } as never);
  const properties = sectionsOf(encoded).find(isProperties) as Section;
  return Buffer.concat([
    ...sections.filter(({ code }) => code < PROPERTIES).map(slice),
    encoded.subarray(properties.start, properties.end),
    ...sections.filter(({ code }) => code > PROPERTIES).map(slice),
  ]);
}
