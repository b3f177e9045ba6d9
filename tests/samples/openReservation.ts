import { bookedReader } from '../../functions/reservation/commit/bookedReader';
import { customerStore } from '../../functions/reservation/commit/customerStore';
import { type ReservationStore, reservationStore } from '../../functions/reservation/commit/store';
import type { PaperDeps, ReservationDeps } from '../../functions/reservation/deps';
import type { Reservation } from '../../functions/reservation/domain/reservation';
import { type Elsewhere, loanReader, memberReader } from '../../functions/reservation/elsewhere';
import { sweepReservations } from '../../functions/reservation/usecases/sweepReservations';
import type { PaymentProvider } from '../../shared/payment/provider';
import type { LogFields } from '../../shared/telemetry/log';
import { closeAfterTest, openContainers } from './containers';
import { sampleProvider } from './provider';
import { RESERVATION_ID, sampleSale } from './reservation';
import { openTopic } from './topic';

type Opened = {
  readonly now?: string;
  /** What the provider does otherwise than the stand-in. */
  readonly bank?: Partial<PaymentProvider>;
};

/**
 * Reservations on their real store and the real client, in memory, with the payment provider's engine, at the time a test
 * sets.
 */
export function openReservation({ now = '2026-11-21T10:05:00.000Z', bank = {} }: Opened = {}) {
  const { clock, database, container, faults: storeFaults } = openContainers(Date.parse(now));
  const faults: Faults = Object.assign(storeFaults, {
    beforeReplace: async () => {},
    diesAfterRefund: false,
  });
  const time = { now: () => clock.nowMs };
  const { lines, log } = collectLines();
  const store = reservationStore(container('reservations'));
  const topic = openTopic();
  const payment = sampleProvider(time.now);
  closeAfterTest(payment.engine.close);

  const deps: ReservationDeps & PaperDeps & Pick<Elsewhere, 'differingBills'> = {
    clock: time,
    sleep: async (ms) => {
      clock.nowMs += ms;
    },
    random: () => 0,
    log,
    authenticate: () => Promise.reject(new Error('nobody calls by HTTP')),
    publisher: topic.publisher,
    reservations: interrupted(store, faults),
    idempotency: container('idempotency'),
    customers: customerStore(container('reservation-erasures'), { sleep: async () => {}, random: () => 0 }),
    letPaymentEvent: () => undefined,
    loansOf: loanReader(container('loans')),
    ...memberReader(container('memberships')),
    hasPerformance: async (performanceId) => performanceId === 'm1.p1',
    priceTypesOf: async () => ['senior', 'student'],
    payments: { ...payment.provider, cancel: mortalCancel(payment.provider, faults), ...bank },
    delays: { eventMs: 10_000, paymentMs: 7_000 },
    booked: bookedReader(container('reservations')),
    timeZone: 'Asia/Seoul',
  };

  const stored = async (reservationId = RESERVATION_ID): Promise<Reservation> => {
    const found = await store.read(reservationId);
    if (found === undefined) throw new Error(`no reservation ${reservationId}`);
    return found.value;
  };
  return {
    deps,
    clock,
    database,
    container,
    faults,
    lines,
    payment,
    stored,
    given: async (...reservations: readonly Reservation[]): Promise<void> => {
      for (const one of reservations) await store.create(one);
    },
    topic,
    /** The events of a reservation that the topic has, each once. */
    published: (reservationId = RESERVATION_ID) => topic.published(reservationId),
    ...customerOf(payment),
    /** The sweep runs when the reservation is due, if it is due at all. */
    sweep: async (reservationId = RESERVATION_ID): Promise<void> => {
      const { dueAt } = await stored(reservationId);
      if (dueAt === undefined) return;
      clock.nowMs = Math.max(clock.nowMs, Date.parse(dueAt));
      await sweepReservations(deps);
    },
  };
}

function collectLines() {
  const lines: ({ readonly level: string; readonly message: string } & LogFields)[] = [];
  const note =
    (level: string) =>
    (message: string, fields: LogFields = {}) =>
      void lines.push({ level, message, ...fields });
  return { lines, log: { info: note('info'), warn: note('warn'), error: note('error') } };
}

type Chosen = Partial<Parameters<ReturnType<typeof sampleProvider>['authorise']>[1]>;

/** What the sample's customer does at the provider. Both return the key of the payment. */
const customerOf = ({ authorise, engine }: ReturnType<typeof sampleProvider>) => ({
  /** Authorises a payment, of the sample's price when nothing else is said. */
  authorise: (chosen: Chosen = {}): string =>
    authorise(RESERVATION_ID, { amount: sampleSale.amount, ...chosen }),
  /** The same, and the provider has captured it. */
  capture: (chosen: Chosen = {}): string => {
    const { amount = sampleSale.amount } = chosen;
    const paymentKey = authorise(RESERVATION_ID, { ...chosen, amount });
    engine.confirm({ paymentKey, orderId: RESERVATION_ID, amount });
    return paymentKey;
  },
});

type Faults = ReturnType<typeof openContainers>['faults'] & {
  /** Runs between what was decided and its write: somebody else may be faster. */
  beforeReplace: (value: Reservation) => Promise<void>;
  /** Whoever asks for a refund dies before anything is stored of the answer. */
  diesAfterRefund: boolean;
};

const interrupted = (store: ReservationStore, faults: Faults): ReservationStore => ({
  ...store,
  replace: async (changed) => {
    await faults.beforeReplace(changed.value);
    return store.replace(changed);
  },
});

const mortalCancel =
  (provider: PaymentProvider, faults: Faults): PaymentProvider['cancel'] =>
  async (cancellation) => {
    const answer = await provider.cancel(cancellation);
    if (faults.diesAfterRefund) throw new Error('died before the answer was stored');
    return answer;
  };
