import { membershipDepsOver } from '../../functions/membership/deps';
import type { Bill } from '../../functions/membership/domain/bill';
import type { Membership } from '../../functions/membership/domain/membership';
import type { PlanFields } from '../../functions/membership/domain/plan';
import { leave } from '../../functions/membership/usecases/changeMembership';
import { createPlan } from '../../functions/membership/usecases/editPlan';
import { join } from '../../functions/membership/usecases/join';
import { payBill } from '../../functions/membership/usecases/payBill';
import { cancelBillPayment } from '../../functions/membership/usecases/refundBill';
import { sweepMembers } from '../../functions/membership/usecases/sweepMembers';
import type { PaymentProvider } from '../../shared/payment/provider';
import { closeAfterTest, openContainers } from './containers';
import { sampleProvider } from './provider';
import { openTopic } from './topic';

const FRIENDS: PlanFields = {
  name: 'Friends',
  monthlyFee: 9_000,
  currency: 'KRW',
  benefits: { presale: true, percentOff: 10 },
};

type Opened = {
  readonly now?: string;
  readonly timeZone?: string;
  /** What the provider does otherwise than the stand-in. */
  readonly bank?: Partial<PaymentProvider>;
};

/** Plans, memberships and bills on their real stores and the real client, in memory, at the time a test sets. */
export function openMembership(opened: Opened = {}) {
  const bare = openBare(opened);
  const at = (time: string): void => {
    bare.clock.nowMs = Date.parse(time);
  };
  return { ...bare, ...members(bare), at };
}

function openBare({ now = '2026-12-24T10:00:00.000Z', timeZone = 'Asia/Seoul', bank = {} }: Opened) {
  const { clock, faults, container, database } = openContainers(Date.parse(now));
  const topic = openTopic();
  const payment = sampleProvider(() => clock.nowMs);
  closeAfterTest(payment.engine.close);
  const warnings: string[] = [];
  const deps = membershipDepsOver(
    {
      plans: container('plans'),
      memberships: container('memberships'),
      idempotency: container('idempotency'),
      erasures: container('membership-erasures'),
    },
    {
      clock: { now: () => clock.nowMs },
      sleep: async (ms) => {
        clock.nowMs += ms;
      },
      random: () => 0,
      log: { info: () => {}, warn: (line) => void warnings.push(line), error: () => {} },
      authenticate: () => Promise.reject(new Error('nobody calls by HTTP')),
      publisher: topic.publisher,
      payments: { ...payment.provider, ...bank },
      timeZone,
    },
  );
  return { deps, clock, faults, container, database, topic, payment, warnings };
}

type Bare = Pick<ReturnType<typeof openBare>, 'deps' | 'topic' | 'payment'>;

/** What staff and members do. */
function members({ deps, topic, payment }: Bare) {
  const offer = (fields: Partial<PlanFields> = {}, planId = 'friends') =>
    createPlan(deps, async () => planId, { ...FRIENDS, ...fields });
  const enter = (membershipId = 'm1', customerId = 'kim', planId = 'friends'): Promise<Membership> =>
    join(deps, { membershipId, customerId, planId });
  const billOf = async (billId: string, customerId = 'kim'): Promise<Bill> => {
    const stored = await deps.members.bill(customerId, billId);
    if (stored === undefined) throw new Error(`no bill ${billId}`);
    return stored.value;
  };
  type Chosen = Partial<Parameters<typeof payment.authorise>[1]>;
  /** Authorises a payment of a bill under the order it shows, of its amount when nothing else is said. */
  const authorise = (orderId: string, chosen: Chosen = {}): string =>
    payment.authorise(orderId, { amount: FRIENDS.monthlyFee, ...chosen });
  const pay = (billId: string, paymentKey: string, idempotencyKey?: string) =>
    payBill(deps, { customerId: 'kim', billId }, { paymentKey, amount: FRIENDS.monthlyFee, idempotencyKey });
  return {
    offer,
    enter,
    authorise,
    pay,
    billOf,
    payBack: (billId: string) => cancelBillPayment(deps, { customerId: 'kim', billId }),
    exit: (membershipId = 'm1', customerId = 'kim') => leave(deps, { customerId, membershipId }),
    bills: async (customerId = 'kim'): Promise<Bill[]> =>
      (await deps.members.billsOf(customerId, undefined, { after: undefined, limit: 100 })).reverse(),
    membershipOf: async (membershipId = 'm1', customerId = 'kim'): Promise<Membership> => {
      const stored = await deps.members.membership(customerId, membershipId);
      if (stored === undefined) throw new Error(`no membership ${membershipId}`);
      return stored.value;
    },
    standing: async (customerId = 'kim') => (await deps.members.customer(customerId))?.value.standing,
    sweep: () => sweepMembers(deps),
    said: () => topic.published().map(({ type }) => type),
  };
}
