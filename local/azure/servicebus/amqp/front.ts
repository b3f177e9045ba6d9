import {
  type Connection,
  type Container,
  type Delivery,
  type EventContext,
  type Message,
  message,
  type Receiver,
  type Sender,
  type Session,
} from 'rhea';
import type { ServiceBusEngine } from '../engine/engine';
import { entityNotFound } from '../engine/fault';
import { acceptMessages, MAX_MESSAGE_BYTES } from './acceptMessages';
import { createDispatcher, type Dispatcher } from './dispatcher';
import { amqpFault } from './faults';
import { manage } from './management';
import { acceptSettleModes, alwaysAnswerDrain, receiveRaw, sendSettled } from './rhea';
import { type Disposition, settleDelivered } from './settleDelivered';

const CBS = '$cbs';
const MANAGEMENT_SUFFIX = '/$management';

/** A peer that stays silent for twice this is taken for dead and disconnected. It is told, and sends heartbeats. */
const IDLE_TIMEOUT_MS = 30_000;

/** Unsettled messages rhea can remember for one session. The SDK opens a session for each receiver. */
const SESSION_BUFFER = 4096;

/** Options of `container.listen` that this protocol needs. */
export const LISTEN_OPTIONS = {
  // Small frames that wait for each other's acknowledgement cost 40 ms a round.
  noDelay: true,
  idle_time_out: IDLE_TIMEOUT_MS,
  session_buffer_size: SESSION_BUFFER,
  sender_options: { autosettle: false, treat_modified_as_released: false },
  receiver_options: { autoaccept: false, credit_window: 500, max_message_size: MAX_MESSAGE_BYTES },
};

/**
 * Lets a container speak AMQP 1.0 for an engine, as `@azure/service-bus` expects it, with entities, `$cbs` and
 * `$management`.
 */
export function speakFor(engine: ServiceBusEngine, container: Container): void {
  const dispatcher = createDispatcher(engine);
  engine.onAvailable(dispatcher.wake);
  acceptAnyone(container);
  container.on('session_open', ({ session }: EventContext) => receiveRaw(session as Session));
  container.on('receiver_open', (context: EventContext) =>
    openReceiver(engine, context.receiver as Receiver),
  );
  container.on('sender_open', (context: EventContext) =>
    openSender(engine, dispatcher, context.sender as Sender),
  );
  container.on('message', (context: EventContext) => onMessage(engine, dispatcher, context));
  for (const disposition of ['accepted', 'released', 'modified', 'rejected'] as const) {
    container.on(disposition, (context: EventContext) =>
      onDisposition(engine, dispatcher, disposition, context),
    );
  }
  listenForCredit(container, dispatcher);
  listenForEnds(container, dispatcher);
}

/** Local connections need no secret. The SDK's token is taken as it is. */
function acceptAnyone(container: Container): void {
  container.sasl_server_mechanisms.enable_anonymous();
  container.sasl_server_mechanisms.MSSBCBS = container.sasl_server_mechanisms.ANONYMOUS;
}

/** A client that sends, to a queue, a `$management` node or `$cbs`. */
function openReceiver(engine: ServiceBusEngine, receiver: Receiver): void {
  const address = receiver.target?.address ?? '';
  receiver.set_target({ address });
  if (receiver.source) receiver.set_source(receiver.source);
  if (address === CBS || engine.has(entityOfNode(address))) return;
  receiver.close(notFound(address));
}

/** A client that receives messages of an entity, or replies. */
function openSender(engine: ServiceBusEngine, dispatcher: Dispatcher, sender: Sender): void {
  const address = sender.source?.address ?? '';
  sender.set_source({ address });
  if (sender.target) sender.set_target(sender.target);
  if (address === CBS || isManagement(address)) {
    sendSettled(sender);
    return;
  }
  if (!engine.has(address)) {
    sender.close(notFound(address));
    return;
  }
  acceptSettleModes(sender);
  alwaysAnswerDrain(sender);
  const mode = sender.snd_settle_mode === 1 ? 'receiveAndDelete' : 'peekLock';
  dispatcher.addLink({ sender, entity: address.toLowerCase(), mode });
}

function onMessage(engine: ServiceBusEngine, dispatcher: Dispatcher, context: EventContext): void {
  const { receiver, delivery } = context as EventContext & { receiver: Receiver; delivery: Delivery };
  const bytes = context.message as unknown as Buffer;
  const address = receiver.target?.address ?? '';
  if (address !== CBS && !isManagement(address)) {
    const { format } = context as EventContext & { format: number };
    acceptMessages(engine, address, { bytes, format, delivery });
    return;
  }
  delivery.accept();
  const request = message.decode(bytes) as unknown as Message;
  const reply = address === CBS ? granted(request) : manage(engine, entityOfNode(address), request);
  const link = receiver.session.find_sender((candidate: Sender) => candidate.source?.address === address);
  link?.send(reply);
  if (isManagement(address)) dispatcher.wake(entityOfNode(address).toLowerCase());
}

const granted = (request: Message): Message => ({
  correlation_id: request.message_id ?? '',
  application_properties: { 'status-code': 202, 'status-description': 'Accepted' },
  body: null,
});

function onDisposition(
  engine: ServiceBusEngine,
  dispatcher: Dispatcher,
  disposition: Disposition,
  { connection, delivery }: EventContext,
): void {
  const { link } = delivery as Delivery & { link: Sender };
  if (dispatcher.entityOf(link) === undefined) return;
  dispatcher.forgetLock(connection, settleDelivered(engine, disposition, delivery as Delivery));
}

function listenForCredit(container: Container, dispatcher: Dispatcher): void {
  container.on('sender_flow', ({ sender }: EventContext) => {
    const entity = dispatcher.entityOf(sender as Sender);
    if (entity !== undefined) dispatcher.wake(entity);
  });
  container.on('sender_draining', ({ sender }: EventContext) => {
    const entity = dispatcher.entityOf(sender as Sender);
    if (entity !== undefined) dispatcher.deliver(entity);
    (sender as Sender).set_drained(true);
  });
}

/**
 * A closed link leaves its locks to the connection, as Azure does. They can be settled through `$management`. The end
 * of the connection ends them.
 */
function listenForEnds(container: Container, dispatcher: Dispatcher): void {
  const endOf = ({ connection }: { connection: Connection }): void => dispatcher.connectionEnded(connection);
  container.on('sender_close', ({ sender }: EventContext) => dispatcher.removeLink(sender as Sender));
  container.on('connection_close', endOf);
  container.on('disconnected', endOf);
  for (const event of [
    'connection_error',
    'session_error',
    'sender_error',
    'receiver_error',
    'session_close',
  ]) {
    container.on(event, () => {});
  }
  for (const event of ['protocol_error', 'error']) {
    container.on(event, (error: unknown) =>
      console.error('Service Bus: a client broke the protocol:', error),
    );
  }
}

const isManagement = (address: string): boolean => address.endsWith(MANAGEMENT_SUFFIX);

const entityOfNode = (address: string): string =>
  isManagement(address) ? address.slice(0, -MANAGEMENT_SUFFIX.length) : address;

function notFound(address: string): { condition: string; description: string } {
  const { condition, description } = amqpFault(entityNotFound(entityOfNode(address)));
  return { condition, description };
}
