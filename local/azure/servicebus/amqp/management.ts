import { type Message, types } from 'rhea';
import type { ServiceBusEngine } from '../engine/engine';
import { ServiceBusFault } from '../engine/fault';
import type { LockedMessage } from '../engine/model';
import { encodeDelivery } from './encodeDelivery';
import { amqpFault } from './faults';
import { uuidBytes, uuidText } from './lockTag';
import { parseSent } from './parseSent';
import { brokerProperties } from './settleDelivered';

type Body = Readonly<Record<string, unknown>>;
type Reply = { readonly statusCode: number; readonly body?: unknown };
type Handler = (engine: ServiceBusEngine, entity: string, body: Body) => Reply;

const ARRAY_OF_LONG = 0x81;
const ARRAY_OF_TIMESTAMP = 0x83;

/** Requests to an entity's `$management` node. Source: Service Bus docs, "AMQP request/response-based operations". */
const HANDLERS: Readonly<Record<string, Handler>> = {
  'com.microsoft:peek-message': peekMessages,
  'com.microsoft:renew-lock': renewLocks,
  'com.microsoft:schedule-message': scheduleMessages,
  'com.microsoft:cancel-scheduled-message': cancelScheduledMessages,
  'com.microsoft:receive-by-sequence-number': receiveBySequenceNumber,
  'com.microsoft:update-disposition': updateDisposition,
};

/** Answers one request. A refusal is an answer too. */
export function manage(engine: ServiceBusEngine, entity: string, request: Message): Message {
  const operation = String(request.application_properties?.operation);
  const reply = (statusCode: number, fields: object, body?: unknown): Message => ({
    correlation_id: request.message_id ?? '',
    application_properties: { statusCode, ...fields },
    body: body ?? null,
  });
  try {
    const handler = HANDLERS[operation];
    if (!handler) throw new ServiceBusFault('bad-request', `The operation '${operation}' is not supported.`);
    const { statusCode, body } = handler(engine, entity, (request.body ?? {}) as Body);
    return reply(statusCode, { statusDescription: 'OK' }, body);
  } catch (error) {
    const { statusCode, condition, description } = amqpFault(error);
    return reply(statusCode, { errorCondition: condition, statusDescription: description });
  }
}

function peekMessages(engine: ServiceBusEngine, entity: string, body: Body): Reply {
  const messages = engine.peek(entity, toNumber(body['from-sequence-number']), Number(body['message-count']));
  if (messages.length === 0) return { statusCode: 204 };
  return { statusCode: 200, body: { messages: messages.map((m) => ({ message: encodeDelivery(m) })) } };
}

function renewLocks(engine: ServiceBusEngine, _entity: string, body: Body): Reply {
  const expirations = lockTokensOf(body).map(engine.renewLock);
  return {
    statusCode: 200,
    body: { expirations: types.wrap_array(expirations, ARRAY_OF_TIMESTAMP, undefined as never) },
  };
}

function scheduleMessages(engine: ServiceBusEngine, entity: string, body: Body): Reply {
  const entries = body.messages as readonly { readonly message: Buffer }[];
  const messages = entries.map((entry) => {
    const sent = parseSent(entry.message);
    return { ...sent, enqueueAt: sent.enqueueAt ?? 0 };
  });
  const sequenceNumbers = engine.schedule(entity, messages);
  return {
    statusCode: 200,
    body: { 'sequence-numbers': types.wrap_array(sequenceNumbers, ARRAY_OF_LONG, undefined as never) },
  };
}

function cancelScheduledMessages(engine: ServiceBusEngine, entity: string, body: Body): Reply {
  engine.cancelScheduled(entity, sequenceNumbersOf(body));
  return { statusCode: 200 };
}

function receiveBySequenceNumber(engine: ServiceBusEngine, entity: string, body: Body): Reply {
  const mode = Number(body['receiver-settle-mode']) === 0 ? 'receiveAndDelete' : 'peekLock';
  const asked = sequenceNumbersOf(body);
  const messages = engine.receiveDeferred(entity, asked, mode);
  if (messages.length === 0) {
    throw new ServiceBusFault('message-not-found', `No deferred message has a sequence number of ${asked}.`);
  }
  const encode = (locked: LockedMessage): object => ({
    'lock-token': types.wrap_uuid(uuidBytes(locked.lockToken) as never),
    message: encodeDelivery(locked),
  });
  return { statusCode: 200, body: { messages: messages.map(encode) } };
}

/** Settles by lock token, for deferred messages and for those whose link has closed meanwhile. */
function updateDisposition(engine: ServiceBusEngine, _entity: string, body: Body): Reply {
  const properties = brokerProperties(body['properties-to-modify'] as Body | undefined);
  const settle: Record<string, (lockToken: string) => void> = {
    completed: (token) => engine.complete(token),
    abandoned: (token) => engine.abandon(token, properties),
    defered: (token) => engine.defer(token, properties),
    suspended: (token) =>
      engine.deadLetter(token, {
        reason: body['deadletter-reason'] as string | undefined,
        description: body['deadletter-description'] as string | undefined,
        properties,
      }),
  };
  const status = String(body['disposition-status']);
  const settleOne = settle[status];
  if (!settleOne) throw new ServiceBusFault('bad-request', `There is no disposition status '${status}'.`);
  lockTokensOf(body).forEach(settleOne);
  return { statusCode: 200 };
}

const lockTokensOf = (body: Body): string[] => ((body['lock-tokens'] ?? []) as Buffer[]).map(uuidText);

const sequenceNumbersOf = (body: Body): number[] =>
  ((body['sequence-numbers'] ?? []) as unknown[]).map(toNumber);

/** rhea decodes a long as a number, or as eight bytes when it is beyond 2^53. */
const toNumber = (value: unknown): number =>
  Buffer.isBuffer(value) ? Number(value.readBigInt64BE()) : Number(value);
