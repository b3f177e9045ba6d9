import { isDeepStrictEqual } from 'node:util';
import { type Bill, orderIdOf } from '../../../functions/membership/domain/bill';
import type { Customer } from '../../../functions/membership/domain/customer';
import { isLive, type Membership } from '../../../functions/membership/domain/membership';
import { firstDayOf, monthAfter, monthAt, monthOf } from '../../../functions/membership/domain/month';
import type { PaymentEngine } from '../../../local/marquee/payment/engine';
import { calendarDay } from '../../../shared/kernel/zone';
import { openDifference, type Sums } from '../../../shared/payment/difference';
import type { StoredDocument } from '../database';
import { check } from '../violation';
import { TIME_ZONE } from '../zone';
import { capturedOf, paymentsOf } from './money';

/** By so much a host's clock may be ahead. */
const CLOCKS_MS = 1_000;

/** Looks at every member, membership and bill the moment it is stored. */
export class MembersAudit {
  readonly customers = new Map<string, Customer>();
  readonly memberships = new Map<string, Membership>();
  readonly bills = new Map<string, Bill>();
  /** What each version of a customer says, once for ever. */
  private readonly versions = new Map<string, Customer['untold'][number]>();
  private readonly told = new Set<string>();
  /** Documents that wait for the system, and when each is due. */
  private readonly waiting = new Set<string>();
  private readonly dueAt = new Map<string, string>();
  private readonly idsOf = new Map<string, Set<string>>();
  /** Bills of which the provider's people have moved money. */
  private readonly deskBills = new Set<string>();
  engine: PaymentEngine | undefined;

  committed(documents: readonly StoredDocument[], now: number): void {
    const before = documents.map(({ id }) => this.bills.get(id));
    for (const document of documents) this.keep(document);
    documents.forEach((document, i) => {
      if (document.kind === 'bill') this.checkBill(document as unknown as Bill, before[i], now);
    });
    const customerId = String(documents[0]?.customerId);
    this.checkCustomer(customerId);
  }

  private keep(document: StoredDocument): void {
    this.noteWaiting(document);
    this.noteOwned(document);
    if (document.kind === 'membership') this.memberships.set(document.id, document as unknown as Membership);
    else if (document.kind === 'bill') this.bills.set(document.id, document as unknown as Bill);
    else this.keepCustomer(document as unknown as Customer);
  }

  private keepCustomer(customer: Customer): void {
    const { customerId, version, untold } = customer;
    const known = this.customers.get(customerId)?.version ?? 0;
    check(version >= known, 'member-version', customerId, () => `it was ${known}, and then ${version}`);
    for (const fact of untold) {
      const key = `${customerId}/${fact.data.version}`;
      const before = this.versions.get(key);
      const isSame = before === undefined || isDeepStrictEqual(before, fact);
      check(isSame, 'member-version', customerId, () => `${key} is ${before?.type}, and then ${fact.type}`);
      this.versions.set(key, fact);
    }
    for (let one = known + 1; one <= version; one++)
      check(
        this.versions.has(`${customerId}/${one}`),
        'member-version',
        customerId,
        () => `${one} says nothing`,
      );
    this.customers.set(customerId, customer);
  }

  private noteWaiting(document: StoredDocument): void {
    const { id, customerId, status, untold, dueAt, unsureSince } = document;
    const key = `${customerId} ${id}`;
    const isUntold = Array.isArray(untold) && untold.length > 0;
    if (status === 'paying' || status === 'refunding' || isUntold || unsureSince !== undefined)
      this.waiting.add(key);
    else this.waiting.delete(key);
    if (typeof dueAt === 'string') this.dueAt.set(key, dueAt);
    else this.dueAt.delete(key);
  }

  private noteOwned({ id, customerId }: StoredDocument): void {
    const ids = this.idsOf.get(String(customerId)) ?? new Set();
    this.idsOf.set(String(customerId), ids.add(id));
  }

  private owned = <T>(customerId: string, all: ReadonlyMap<string, T>): T[] =>
    [...(this.idsOf.get(customerId) ?? [])].flatMap((id) => all.get(id) ?? []);

  private billsOf({ customerId, membershipId }: Pick<Bill, 'customerId' | 'membershipId'>): Bill[] {
    return this.owned(customerId, this.bills).filter((bill) => bill.membershipId === membershipId);
  }

  /** One live membership, and as many overdue bills as are counted. */
  private checkCustomer(customerId: string): void {
    const { live, standing } = this.customers.get(customerId) ?? {};
    const own = this.owned(customerId, this.memberships);
    const isLiveNow = own.filter(isLive).map(({ membershipId }) => membershipId);
    const one = live === undefined ? [] : [live];
    check(
      isDeepStrictEqual(isLiveNow, one),
      'one-membership',
      customerId,
      () => `${isLiveNow} are live, ${one} is known`,
    );
    const late = this.owned(customerId, this.bills).filter(({ overdueSince }) => overdueSince !== undefined);
    check(
      standing?.overdue === late.length,
      'overdue-count',
      customerId,
      () => `${standing?.overdue} are counted, ${late.length} are overdue`,
    );
  }

  private checkBill(bill: Bill, before: Bill | undefined, now: number): void {
    if (before === undefined) this.checkIssued(bill, now);
    // What was moved by others is right when all is settled.
    if (!this.deskBills.has(bill.billId)) this.checkMoney(bill);
  }

  /** One bill a month, of a month that has begun and is not after the end, and none left out before it. */
  private checkIssued(bill: Bill, now: number): void {
    const { billId, membershipId, month } = bill;
    const membership = this.memberships.get(membershipId);
    const months = this.billsOf(bill).map((one) => one.month);
    check(new Set(months).size === months.length, 'billed-twice', billId, () => `${month} is billed twice`);
    const hasBegun = month <= monthAt(now + CLOCKS_MS, TIME_ZONE);
    check(hasBegun, 'billed-early', billId, () => `${month} has not begun`);
    const { endsOn, startedAt = '' } = membership ?? {};
    const isAfterEnd = endsOn !== undefined && firstDayOf(month) > endsOn;
    check(!isAfterEnd, 'billed-after-end', billId, () => `${month} is after ${endsOn}`);
    const first = monthOf(calendarDay(Date.parse(startedAt), TIME_ZONE));
    const expected = months.map((_, i) => nth(first, i));
    check(
      isDeepStrictEqual([...months].sort(), expected),
      'month-left-out',
      billId,
      () => `${months} are billed since ${first}`,
    );
  }

  /** What the provider has kept of all orders of a bill. */
  private keptOf({ billId, paidBack = [] }: Bill): number {
    const { engine } = this;
    if (engine === undefined) return 0;
    const orders = Array.from({ length: paidBack.length + 1 }, (_, i) =>
      i === 0 ? billId : `${billId}-${i + 1}`,
    );
    return orders
      .flatMap((orderId) => capturedOf(paymentsOf(engine, orderId)))
      .reduce((sum, { balanceAmount }) => sum + balanceAmount, 0);
  }

  deskActed(orderId: string): void {
    const bill = this.billOfOrder(orderId);
    if (bill !== undefined) this.deskBills.add(bill.billId);
  }

  /**
   * A paid bill is paid once. One that is to be paid keeps nobody's money. Where others have returned some of it, it is less
   * by what is shown as an open difference.
   */
  private checkMoney(bill: Bill): void {
    const { billId, status, amount, differences } = bill;
    if (status === 'paying' || status === 'refunding') return;
    const kept = this.keptOf(bill);
    const open = openDifference(differences);
    const shown = open === undefined ? 0 : netOf(open.provider) - netOf(open.ours);
    const isMoved = open === undefined || this.deskBills.has(billId);
    check(isMoved, 'bill-money', billId, () => `it shows a difference, and nobody moved money`);
    const expected = (status === 'paid' ? amount : 0) + shown;
    check(
      kept === expected && shown <= 0,
      'bill-money',
      billId,
      () => `it is ${status}, ${kept} is kept, and ${shown} is shown as a difference`,
    );
  }

  /** The provider has captured something: never an order twice, and never more than the bill. */
  captured(orderId: string, engine: PaymentEngine): void {
    this.engine = engine;
    const bill = this.billOfOrder(orderId);
    if (bill === undefined) return;
    const kept = this.keptOf(bill);
    const isMoved = this.deskBills.has(bill.billId);
    check(
      isMoved || kept <= bill.amount,
      'bill-money',
      bill.billId,
      () => `${kept} was captured of ${bill.amount}`,
    );
    const isShown = orderId === orderIdOf(bill);
    check(isShown, 'bill-order', bill.billId, () => `${orderId} was captured, ${orderIdOf(bill)} is shown`);
  }

  billOfOrder(orderId: string): Bill | undefined {
    return this.bills.get(/^(.+-\d{4}-\d\d)(-\d+)?$/.exec(orderId)?.[1] ?? '');
  }

  /** What is told is what was stored. */
  published(type: string, { customerId, version, standing }: Customer['untold'][number]['data']): void {
    const key = `${customerId}/${version}`;
    const fact = this.versions.get(key);
    const isTrue = fact?.type === type && isDeepStrictEqual(fact.data.standing, standing);
    check(isTrue, 'event', customerId, () => `${type} was told of ${key}, which is ${fact?.type}`);
    this.told.add(key);
  }

  /** Whether something waits for the system. What is unpaid waits for its customer. */
  isUnsettled(now: string): boolean {
    if (this.waiting.size > 0) return true;
    for (const dueAt of this.dueAt.values()) if (dueAt <= now) return true;
    return false;
  }

  /** At rest every month is billed, everything is told, and no bill waits. */
  checkSettled(now: number): void {
    const month = monthAt(now - CLOCKS_MS, TIME_ZONE);
    for (const bill of this.bills.values()) {
      const { billId, status } = bill;
      check(status !== 'paying' && status !== 'refunding', 'unsettled', billId, () => `it is ${status}`);
      this.checkMoney(bill);
    }
    for (const membership of this.memberships.values()) this.checkBilled(membership, month);
    for (const key of this.versions.keys())
      check(this.told.has(key), 'untold', key, () => 'it was never told');
  }

  private checkBilled(membership: Membership, month: string): void {
    const { membershipId, endsOn, nextMonth } = membership;
    const last = this.billsOf(membership)
      .map((one) => one.month)
      .sort()
      .at(-1);
    const until = endsOn !== undefined && monthOf(endsOn) < month ? monthOf(endsOn) : month;
    check(
      last === until,
      'month-left-out',
      membershipId,
      () => `billed to ${last} of ${until}, next ${nextMonth}`,
    );
  }
}

const netOf = ({ captured, refunded }: Sums): number => captured - refunded;

const nth = (month: string, n: number): string => (n === 0 ? month : nth(monthAfter(month), n - 1));
