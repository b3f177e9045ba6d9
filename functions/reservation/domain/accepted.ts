import { revocationReasonSchema, type SaleLine } from '../../musical/contract';
import { changed, type Decision, type Fact, refused } from './decision';
import { endAsPart, linesLeft, moneyOf, nextNumber, partsOf, priceOf } from './parts';
import { type Cancellation, type In, type Part, type StateIn, waitsForDoor } from './reservation';
import { awaitsDoor, openCancellations, openReseat } from './underWay';

/** How a cancellation is accepted, of all that is left or of some of the seats, and how it goes on from there. */

const REVOKED = { type: 'ReservationRevoked' } as const;

/** The theatre takes the seats back from everybody who has such. */
const isRevocation = ({ reason }: Pick<Cancellation, 'reason'>): boolean =>
  revocationReasonSchema.safeParse(reason).success;

const isTheatres = (cancellation: Pick<Cancellation, 'reason'>): boolean =>
  cancellation.reason === 'theatre' || isRevocation(cancellation);

const beingReseated = refused('wrong-state', 'Its seats are being changed. Try again in a moment.');

/** What its customer is told before the refund works. */
const toldAtOnce = (cancellation: Pick<Cancellation, 'reason'>): readonly (typeof REVOKED)[] =>
  isTheatres(cancellation) ? [REVOKED] : [];

/** A cancellation whose money is not known yet, and what is kept of these lines and their price. Undefined when it is too late. */
export type Asked = Omit<Cancellation, 'fee' | 'refund'> & {
  readonly feeOf: (lines: readonly SaleLine[], price: number) => number | undefined;
};

const tooLate = refused('cancellation-closed', 'It is too close to the performance to cancel.');

const withMoney = ({ feeOf, settling, ...asked }: Asked, lines: readonly SaleLine[], price: number) => {
  const fee = feeOf(lines, price);
  if (fee === undefined) return undefined;
  const refund = price - fee;
  return { ...asked, fee, refund, ...(refund > 0 && settling !== undefined ? { settling } : {}) };
};

/**
 * What is paid and has no tickets yet is cancelled as a whole. The intent to refund is a state of its own. It is stored
 * before the provider is asked, and stays until it is done.
 */
export function startRefund(
  { sale, payment }: Pick<In<'paid'>, 'sale' | 'payment'>,
  cancellation: Cancellation,
): Decision {
  const state = { status: 'cancelling', sale, payment, cancellation } as const;
  return cancellation.refund > 0
    ? changed(state, { type: 'CancellationRequested' }, ...toldAtOnce(cancellation))
    : changed(
        { ...state, status: 'cancelled' },
        { type: 'CancellationRequested' },
        { type: 'ReservationCancelled' },
      );
}

/** The same, at a fee that is judged now. */
export function startRefundBy(paid: In<'paid'>, asked: Asked): Decision {
  const cancellation = withMoney(asked, linesLeft(paid.sale, []), paid.sale.amount);
  return cancellation === undefined ? tooLate : startRefund(paid, cancellation);
}

/**
 * Who has tickets is refunded only when they are void. So a cancellation waits for the door, whatever its refund. What the
 * theatre takes back asks for the same and waits for nobody, and its customer is told at once. Without `seats` it is of all
 * that is left, and so is one of the last seats. Then the reservation is being cancelled.
 */
export function startVoiding(
  reservation: In<'completed' | 'cancelling'>,
  asked: Asked,
  seats?: readonly string[],
): Decision {
  if (openReseat(reservation) !== undefined && !isRevocation(asked)) return beingReseated;
  const { sale, payment } = reservation;
  const parts = seats === undefined && !waitsForDoor(asked) ? superseded(reservation) : partsOf(reservation);
  const left = linesLeft(sale, parts);
  const lines = left.filter(({ seatId }) => seats?.includes(seatId) ?? true);
  if (seats !== undefined && lines.length < seats.length) return refused('wrong-state', noSuch(seats, lines));
  const accepted = withMoney(asked, lines, priceOf(sale, parts, lines));
  if (accepted === undefined) return tooLate;
  const n = nextNumber(reservation);
  const fact: Fact = { type: 'CancellationAccepted', n };
  if (lines.length < left.length) {
    const part: Part = { ...accepted, n, seats: lines.map(({ seatId }) => seatId), status: 'accepted' };
    return changedTo(goOn({ status: 'completed', sale, payment, parts: [...parts, part] }, fact));
  }
  const before = moneyOf(parts);
  const cancellation: Cancellation = {
    ...accepted,
    n,
    fee: before.fee + accepted.fee,
    refund: before.refund + accepted.refund,
  };
  const all = parts.length > 0 ? { parts } : {};
  const next = goOn({ status: 'cancelling', sale, payment, ...all, cancellation }, fact);
  return changedTo(told(next, cancellation));
}

const noSuch = (seats: readonly string[], lines: readonly SaleLine[]): string =>
  `It has no such seats to cancel: ${seats.filter((seatId) => lines.every((line) => line.seatId !== seatId)).join(', ')}.`;

/**
 * The theatre cancels what is not refunded yet, also what the customer had cancelled and was to pay a fee for. What staff
 * pay back otherwise stays, for they may have done so.
 */
function superseded(reservation: In<'completed' | 'cancelling'>): readonly Part[] {
  const parts = partsOf(reservation).map(
    (part): Part =>
      part.status === 'accepted' && (part.settling === undefined || awaitsDoor(part))
        ? { ...part, status: 'put-back' }
        : part,
  );
  return reservation.status === 'completed' ? parts : [...parts, endPutBack(reservation)];
}

/** The cancellation that was to end the reservation, and is to no more. */
export const endPutBack = (reservation: In<'cancelling'>): Part => ({
  ...endAsPart(reservation, 'put-back'),
  n: reservation.cancellation.n ?? 1,
});

/** A reservation of which something is being cancelled, and what has just become of it. */
type Going = {
  readonly state: StateIn<'completed'> | StateIn<'cancelling'> | StateIn<'cancelled'>;
  readonly facts: readonly Fact[];
};

export const changedTo = ({ state, facts }: Going): Decision => changed(state, ...facts);

/** That it ends is told as soon as it is certain: who is let in on a part before keeps that part, and so the reservation. */
export const told = ({ state, facts }: Going, cancellation: Cancellation): Going => ({
  state,
  facts:
    state.status === 'cancelling' && !openCancellations(state).some(awaitsDoor)
      ? [...facts, ...toldAtOnce(cancellation)]
      : facts,
});

/** One cancellation after the other goes on as far as nothing is waited for. Where nothing is refunded, that is so at once. */
export function goOn(state: StateIn<'completed'> | StateIn<'cancelling'>, ...facts: readonly Fact[]): Going {
  const [first] = openCancellations(state);
  return first === undefined || awaitsDoor(first) || first.refund > 0
    ? { state, facts }
    : firstDone(state, {}, ...facts);
}

/** The first that is open is done, and so its seats go back. */
export function firstDone(
  state: StateIn<'completed'> | StateIn<'cancelling'>,
  how: Pick<Cancellation, 'refundedAt' | 'settling' | 'settledOtherwise'>,
  ...facts: readonly Fact[]
): Going {
  const parts = partsOf(state);
  const open = parts.find(({ status }) => status === 'accepted');
  if (open !== undefined) {
    const { n } = open;
    const status = how.settledOtherwise === undefined ? 'refunded' : 'settled-otherwise';
    const done = parts.map(
      (part): Part => (part.n === n ? { ...withoutSettling(part), ...how, status } : part),
    );
    return goOn({ ...state, parts: done }, ...facts, { type: 'ReservationReduced', n });
  }
  if (state.status !== 'cancelling') return { state, facts };
  const cancellation = { ...withoutSettling(state.cancellation), ...how };
  return {
    state: { ...state, status: 'cancelled', cancellation },
    facts: [...facts, { type: 'ReservationCancelled' }],
  };
}

const withoutSettling = <C extends Cancellation>({ settling: _over, ...cancellation }: C) => cancellation;
