import {
  listBills,
  postBillPayment,
  postBillPaymentCancellation,
} from '../../functions/membership/triggers/bills';
import {
  deleteMembership,
  postBillingRun,
  postMembership,
} from '../../functions/membership/triggers/memberships';
import { createPlan } from '../../functions/membership/usecases/editPlan';
import type { Call } from './client';
import { MEMBER_PRICE } from './house';
import { OUTSIDE } from './scheduler';
import type { World } from './world';

const BETWEEN_MS = 8_000;
const { percentOff } = MEMBER_PRICE;
const FEE = { monthlyFee: 9_000, currency: 'KRW' };
/** One lets its members in before the others. */
const PLANS = {
  friends: { ...FEE, name: 'Friends', benefits: { presale: true, percentOff } },
  readers: { ...FEE, name: 'Readers', benefits: { percentOff } },
};

type Shown = {
  readonly billId: string;
  readonly orderId: string;
  readonly status: string;
  readonly amount: number;
};

/** People who join, pay, take a payment back, pay with two cards at once, leave and join again. */
export class Members {
  private count = 0;
  private readonly random;

  constructor(private readonly world: World) {
    this.random = world.random.fork('members');
  }

  async offer(): Promise<void> {
    const { hosts } = this.world;
    const host = hosts.anyUp();
    if (host === undefined) return;
    for (const [planId, fields] of Object.entries(PLANS)) {
      const work = createPlan(host.deps.membership, async () => planId, fields).then(() => undefined);
      hosts.start(host, async () => void (await this.world.succeeds('a plan', work)));
    }
  }

  /** While they buy seats. Who is a member takes time to pay. */
  async comeAndGo(customerIds: readonly string[]): Promise<void> {
    await this.offer();
    while (!this.world.isClosing()) {
      await this.world.scheduler.sleep(OUTSIDE, 1 + this.random.int(BETWEEN_MS));
      const customerId = this.random.pick(customerIds);
      const { live } = this.world.audit.members.customers.get(customerId) ?? {};
      if (live === undefined || this.random.chance(0.3)) await this.act(customerId);
    }
  }

  /** One thing that a customer does, whatever state that is in. */
  async act(customerId: string): Promise<void> {
    const { live } = this.world.audit.members.customers.get(customerId) ?? {};
    const who = { customerId, name: 'M' };
    if (live === undefined || this.random.chance(0.05)) await this.join(who);
    else if (this.random.chance(0.1)) await this.leave(who, live);
    else await this.payOrTakeBack(who);
  }

  /** Now and then in two windows, also when one is a member already. */
  private async join(customer: Call['customer']): Promise<void> {
    const windows = this.random.chance(0.2) ? 2 : 1;
    await Promise.all(Array.from({ length: windows }, () => this.joinOnce(customer)));
  }

  private async joinOnce(customer: Call['customer']): Promise<void> {
    const key = `join-no-${++this.count}`;
    await this.world.client.click({
      ...this.call(postMembership, customer),
      body: { planId: this.random.pick(Object.keys(PLANS)) },
      key,
    });
  }

  private async leave(customer: Call['customer'], membershipId: string): Promise<void> {
    await this.world.client.click({ ...this.call(deleteMembership, customer), params: { membershipId } });
  }

  private async payOrTakeBack(customer: Call['customer']): Promise<void> {
    const reply = await this.world.client.call(this.call(listBills, customer));
    const bills: readonly Shown[] = reply?.body?.items ?? [];
    if (bills.length === 0) return;
    const bill = this.random.pick(bills);
    if (bill.status === 'paid' && this.random.chance(0.5)) {
      const { billId } = bill;
      await this.world.client.click({
        ...this.call(postBillPaymentCancellation, customer),
        params: { billId },
      });
    } else await this.pay(customer, bill);
  }

  /** Now and then in two windows, each with a card of its own. */
  private async pay(customer: Call['customer'], bill: Shown): Promise<void> {
    const windows = this.random.chance(0.2) ? 2 : 1;
    await Promise.all(Array.from({ length: windows }, () => this.payWith(customer, bill)));
  }

  private async payWith(customer: Call['customer'], { billId, orderId, amount }: Shown): Promise<void> {
    const paymentKey = this.world.payments.authorise(orderId, amount);
    const key = `bill-no-${++this.count}`;
    const body = { paymentKey, amount };
    await this.world.client.click({ ...this.call(postBillPayment, customer), params: { billId }, body, key });
  }

  /** Staff bill a month by hand, at the same time as the timer. */
  async bill(month: string): Promise<void> {
    const staff = { customerId: 'house', name: 'House' };
    await this.world.client.click({ ...this.call(postBillingRun, staff), body: { month }, isAdmin: true });
  }

  private call(endpoint: object, customer: Call['customer']): Call {
    return { context: 'membership', endpoint: endpoint as never, params: {}, customer };
  }
}
