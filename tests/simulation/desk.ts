import { reconcile as reconcileBills } from '../../functions/membership/usecases/reconcile';
import { postPaymentEvent } from '../../functions/reservation/triggers/paymentEvents';
import { reconcile } from '../../functions/reservation/usecases/reconcile';
import { reconciliationRuns } from '../../shared/payment/reconciliationRun';
import { capturedOf, paymentsOf } from './audit/money';
import { OUTSIDE } from './scheduler';
import type { World } from './world';

const LOOK_MS = 5_000;
const MAX_LATE_MS = 60_000;
const DAY_SECONDS = 24 * 60 * 60;

/** The provider's people, who move money without us, and strangers who know the address of the webhook. */
export class Desk {
  constructor(private readonly world: World) {}

  open(): void {
    const { scheduler, faults } = this.world;
    if (!faults.areOn()) return;
    this.act();
    scheduler.post(OUTSIDE, 'desk looks', () => this.open(), LOOK_MS);
  }

  private act(): void {
    const { audit, faults, payments } = this.world;
    const orders = this.ordersTried();
    if (orders.length === 0) return;
    const orderId = orders[faults.int('deskRefunds', orders.length)] ?? '';
    const all = paymentsOf(payments.engine, orderId);
    const [paid] = capturedOf(all);
    if (paid !== undefined && paid.balanceAmount > 0 && faults.hits('deskRefunds')) {
      const part = 1 + faults.int('deskRefunds', paid.balanceAmount);
      const amount = faults.int('deskRefunds', 3) === 0 ? paid.balanceAmount : part;
      audit.money.deskActed(orderId);
      payments.engine.refundAtDesk(paid.paymentKey, { amount });
      this.tell(orderId);
    }
    const refused = all.find(({ status }) => status === 'ABORTED');
    if (refused !== undefined && faults.hits('deskCaptures')) {
      audit.money.deskActed(orderId);
      audit.money.deskCaptured(refused.paymentKey);
      payments.engine.captureAtDesk(refused.paymentKey);
      this.tell(orderId);
    }
    if (faults.hits('webhookForged')) this.send(orderId, faults.int('webhookForged', 1_000));
  }

  /** Of reservations and of bills. */
  private ordersTried(): readonly string[] {
    const { reservations, members } = this.world.audit;
    const ofSeats = [...reservations.all.values()].filter(
      (one) => 'payment' in one || one.declined !== undefined,
    );
    const ofBills = [...members.bills.values()].flatMap(({ payment, declined = [] }) =>
      payment === undefined ? declined : [payment, ...declined],
    );
    return [
      ...ofSeats.map(({ reservationId }) => reservationId),
      ...new Set(ofBills.map(({ orderId }) => orderId)),
    ];
  }

  /** Lost, twice, or late. */
  private tell(orderId: string): void {
    const { faults } = this.world;
    if (faults.hits('webhookLost')) return;
    const times = faults.hits('webhookTwice') ? 2 : 1;
    for (let sent = 0; sent < times; sent++) this.send(orderId, 0);
  }

  private send(orderId: string, nonce: number): void {
    const { client, faults, scheduler } = this.world;
    const call = {
      context: 'reservation',
      endpoint: postPaymentEvent as never,
      body: { eventType: 'PAYMENT_STATUS_CHANGED', data: { orderId, status: 'CANCELED', nonce } },
      customer: { customerId: 'anyone', name: 'anyone' },
    } as const;
    const afterMs = faults.hits('webhookLate') ? faults.int('webhookLate', MAX_LATE_MS) : 0;
    scheduler.post(OUTSIDE, `webhook of ${orderId}`, () => void client.call(call), afterMs);
  }

  /** What nobody was told of, the reconciliation finds. */
  async reconcile(): Promise<void> {
    const { hosts } = this.world;
    const host = hosts.anyUp();
    if (host === undefined) return;
    const runOf = (of: 'reservation' | 'bill') => ({
      reconciliation: reconciliationRuns(host.container('pending'), of),
      everySeconds: DAY_SECONDS,
    });
    await this.world.soon(reconcile({ ...host.deps.reservation, ...runOf('reservation') }));
    await this.world.soon(reconcileBills({ ...host.deps.membership, ...runOf('bill') }));
  }
}
