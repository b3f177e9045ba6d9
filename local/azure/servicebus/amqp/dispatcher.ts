import type { Connection, Sender } from 'rhea';
import type { ServiceBusEngine } from '../engine/engine';
import { ServiceBusFault } from '../engine/fault';
import type { ReceiveMode } from '../engine/model';
import { encodeDelivery } from './encodeDelivery';
import { tagOf } from './lockTag';
import { spareCredit } from './rhea';

/** At most so many messages go to one receiver before the next has its turn. */
const TURN = 8;

type ReceivingLink = { readonly sender: Sender; readonly entity: string; readonly mode: ReceiveMode };

export type Dispatcher = {
  readonly addLink: (link: ReceivingLink) => void;
  readonly removeLink: (sender: Sender) => void;
  readonly entityOf: (sender: Sender) => string | undefined;
  /** Delivers soon what is available in an entity to the receivers that have credit. */
  readonly wake: (entity: string) => void;
  /** Delivers at once. */
  readonly deliver: (entity: string) => void;
  readonly forgetLock: (connection: Connection, lockToken: string) => void;
  /** A connection has ended. What it still held is available again, one failed delivery later, as when locks expire. */
  readonly connectionEnded: (connection: Connection) => void;
};

/** Brings available messages to receivers, in turn, as far as their credit goes. It knows who holds what. */
export function createDispatcher(engine: ServiceBusEngine): Dispatcher {
  const links = new Map<string, ReceivingLink[]>();
  const bySender = new Map<Sender, ReceivingLink>();
  const held = new Map<Connection, Set<string>>();
  const awake = new Set<string>();

  const deliver = (entity: string): void => {
    let waiting = (links.get(entity) ?? []).filter(({ sender }) => sender.is_open());
    while (waiting.length > 0) {
      waiting = waiting.filter(hasCredit);
      if (waiting.every(hasTurn)) continue;
      rotate(entity);
      return;
    }
  };

  /** False when there is nothing more to send. */
  const hasTurn = (link: ReceivingLink): boolean => {
    const wanted = Math.min(spareCredit(link.sender), TURN);
    return wanted <= 0 || sendNext(link, wanted) === wanted;
  };

  const sendNext = ({ sender, entity, mode }: ReceivingLink, wanted: number): number => {
    const messages = engine.receive(entity, wanted, mode);
    for (const stored of messages) {
      sender.send(encodeDelivery(stored), tagOf(stored.lockToken), 0);
      if (mode === 'peekLock') hold(sender.connection, stored.lockToken);
    }
    return messages.length;
  };

  const hold = (connection: Connection, lockToken: string): void => {
    const tokens = held.get(connection) ?? new Set();
    held.set(connection, tokens.add(lockToken));
  };

  const rotate = (entity: string): void => {
    const [first, ...rest] = links.get(entity) ?? [];
    if (first) links.set(entity, [...rest, first]);
  };

  const removeLink = (sender: Sender): void => {
    const link = bySender.get(sender);
    if (!link) return;
    bySender.delete(sender);
    links.set(
      link.entity,
      (links.get(link.entity) ?? []).filter((other) => other !== link),
    );
  };

  const wake = (entity: string): void => {
    if (awake.has(entity) || !links.get(entity)?.length) return;
    awake.add(entity);
    setImmediate(() => {
      awake.delete(entity);
      deliver(entity);
    });
  };

  return {
    addLink: (link) => {
      bySender.set(link.sender, link);
      links.set(link.entity, [...(links.get(link.entity) ?? []), link]);
      wake(link.entity);
    },
    removeLink,
    entityOf: (sender) => bySender.get(sender)?.entity,
    wake,
    deliver,
    forgetLock: (connection, lockToken) => void held.get(connection)?.delete(lockToken),
    connectionEnded: (connection) => {
      for (const { sender } of [...bySender.values()]) {
        if (sender.connection === connection) removeLink(sender);
      }
      const tokens = held.get(connection) ?? [];
      held.delete(connection);
      for (const lockToken of tokens) ignoringLostLock(() => engine.abandon(lockToken));
    },
  };
}

function ignoringLostLock(settle: () => void): void {
  try {
    settle();
  } catch (error) {
    // It expired, or was settled through $management, before its connection ended.
    if (!(error instanceof ServiceBusFault)) throw error;
  }
}

const hasCredit = ({ sender }: ReceivingLink): boolean => spareCredit(sender) > 0;
