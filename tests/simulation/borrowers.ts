import { postLoan, postReturn } from '../../functions/lending/triggers/loans';
import { createItem } from '../../functions/lending/usecases/editItem';
import type { Call } from './client';
import { OUTSIDE } from './scheduler';
import type { World } from './world';

const BETWEEN_MS = 8_000;
const ITEM = 'glasses';
/** They are due back at once, so that things are overdue within the minutes of an episode. */
const HOURS = 0;

/** A few people who borrow the same few things, return them twice, and borrow again. */
export class Borrowers {
  private count = 0;
  private readonly random;

  constructor(private readonly world: World) {
    this.random = world.random.fork('borrowers');
  }

  async comeAndGo(): Promise<void> {
    const { hosts, scheduler } = this.world;
    const host = hosts.anyUp();
    if (host === undefined) return;
    const fields = { name: 'Opera glasses', stock: 3, loanHours: HOURS };
    hosts.start(
      host,
      async () =>
        void (await this.world.succeeds(
          'an item',
          createItem(host.deps.lending, async () => ITEM, fields).then(() => undefined),
        )),
    );
    while (!this.world.isClosing()) {
      await scheduler.sleep(OUTSIDE, 1 + this.random.int(BETWEEN_MS));
      const who = { customerId: `borrower-${this.random.int(3)}`, name: 'B' };
      await (this.random.chance(0.5) ? this.borrow(who) : this.bringBack(who));
    }
  }

  private async borrow(customer: Call['customer']): Promise<void> {
    const body = { itemId: ITEM, quantity: 1 + this.random.int(2) };
    await this.world.client.click({
      ...this.call(postLoan, customer),
      body,
      key: `loan-no-${++this.count}`,
    });
  }

  private async bringBack(customer: Call['customer']): Promise<void> {
    const all = [...this.world.audit.loans.all.values()];
    const out = all.filter(
      ({ customerId, status }) => customerId === customer.customerId && status === 'lent',
    );
    const { loanId } = out[0] ?? {};
    if (loanId === undefined) return;
    const times = this.random.chance(0.4) ? 2 : 1;
    await Promise.all(
      Array.from({ length: times }, () =>
        this.world.client.click({ ...this.call(postReturn, customer), params: { loanId } }),
      ),
    );
  }

  private call(endpoint: object, customer: Call['customer']): Call {
    return { context: 'lending', endpoint: endpoint as never, params: {}, customer };
  }
}
