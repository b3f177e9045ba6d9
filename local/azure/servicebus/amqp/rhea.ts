import { type Delivery, message, type Sender, type Session } from 'rhea';

/**
 * What this front uses of rhea beyond its published types. rhea is written for clients. A broker also has to see raw
 * message bytes, answer each disposition on its own and know how much of a link's credit is already spoken for.
 */
type Frames = {
  readonly disposition: (fields: {
    role: boolean;
    first: number;
    last: number;
    settled: boolean;
    state: unknown;
  }) => unknown;
};
const frames = require('rhea/lib/frames.js') as Frames;

type Outgoing = {
  readonly next_delivery_id: number;
  readonly next_pending_delivery: number;
  readonly available: () => number;
};

type SessionInternals = {
  readonly outgoing: Outgoing;
  readonly output: (frame: unknown) => void;
  on_transfer: (frame: { performative: { message_format?: number } }) => void;
};

type SenderInternals = {
  credit: number;
  delivery_count: number;
  _draining: boolean;
  _get_drain: () => boolean;
  readonly local: { readonly attach: { snd_settle_mode: number; rcv_settle_mode: number } };
};

const internals = (session: Session): SessionInternals => session as unknown as SessionInternals;
const senderInternals = (sender: Sender): SenderInternals => sender as unknown as SenderInternals;

/** Any format but 0 makes rhea hand over the bytes as they came, instead of decoding them with loss of types. */
const RAW_FORMAT = 1;

/** Every message of this session arrives as a Buffer, with `format` telling batches from single messages. */
export function receiveRaw(session: Session): void {
  const target = internals(session);
  const onTransfer = target.on_transfer.bind(session);
  target.on_transfer = (frame) => {
    frame.performative.message_format ||= RAW_FORMAT;
    onTransfer(frame);
  };
}

/**
 * How many more messages may be sent on a link now. That is its credit less what waits to be written, bounded by
 * rhea's buffer.
 */
export function spareCredit(sender: Sender): number {
  if (!sender.is_open()) return 0;
  const { outgoing } = internals(sender.session);
  const waiting = outgoing.next_delivery_id - outgoing.next_pending_delivery;
  return Math.min(senderInternals(sender).credit - waiting, outgoing.available());
}

/** Agrees to the settlement modes the client asked for. It must be called while the link opens. */
export function acceptSettleModes(sender: Sender): void {
  const { attach } = senderInternals(sender).local;
  attach.snd_settle_mode = sender.snd_settle_mode;
  attach.rcv_settle_mode = sender.rcv_settle_mode;
}

/** Everything sent on this link needs no settlement. */
export function sendSettled(sender: Sender): void {
  senderInternals(sender).local.attach.snd_settle_mode = 1;
}

/**
 * rhea answers a drain only while credit is left. A client whose last credit was just used waits in vain for its
 * answer.
 */
export function alwaysAnswerDrain(sender: Sender): void {
  const target = senderInternals(sender);
  target._get_drain = () => {
    if (!target._draining) return false;
    target.delivery_count += target.credit;
    target.credit = 0;
    return true;
  };
}

type Settleable = { id: number; settled: boolean; remote_settled: boolean; link: { session: Session } };

/** rhea 3.0 merges neighbouring dispositions without comparing the first two outcomes, so each is written by itself. */
export function settleDelivery(delivery: Delivery, asSender: boolean, state: unknown): void {
  const target = delivery as unknown as Settleable;
  target.settled = true;
  // The peer has nothing more to say about it; otherwise rhea would remember it for good.
  target.remote_settled = true;
  const { id } = target;
  internals(target.link.session).output(
    frames.disposition({ role: !asSender, first: id, last: id, settled: true, state }),
  );
  (target.link.session as unknown as { connection: { _register: () => void } }).connection._register();
}

type Outcome = { readonly described: () => unknown };
const outcomes = message as unknown as {
  readonly accepted: () => Outcome;
  readonly rejected: (fields: { error: { condition: string; description: string } }) => Outcome;
};

export const accepted = (): unknown => outcomes.accepted().described();

export const rejected = (condition: string, description: string): unknown =>
  outcomes.rejected({ error: { condition, description } }).described();
