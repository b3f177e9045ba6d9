import type { Ticket, Tickets } from '../../functions/admission/domain/tickets';
import { deleteAdmission, postAdmissions } from '../../functions/admission/triggers/door';
import type { Call } from './client';
import { codes } from './host';
import { OUTSIDE } from './scheduler';
import { check } from './violation';
import type { World } from './world';

const BETWEEN_MS = 4_000;
const STAFF = { customerId: 'door', name: 'Door' };

/**
 * The doors. Whoever has a ticket may come, to several doors at one moment, with a scanner that repeats itself or has no
 * connection. Now and then an admission is taken back. So people come in while others cancel for them.
 */
export class Doors {
  private count = 0;
  private readonly random;
  /** What each scan was told. */
  private readonly told = new Map<string, string>();

  constructor(private readonly world: World) {
    this.random = world.random.fork('doors');
  }

  async stayOpen(): Promise<void> {
    while (!this.world.isClosing()) {
      await this.world.scheduler.sleep(OUTSIDE, 1 + this.random.int(BETWEEN_MS));
      const all = [...this.world.audit.tickets.all.values()].filter(({ tickets }) => tickets.length > 0);
      if (all.length === 0) continue;
      // Those of late are the likelier to be cancelled in the same moment.
      const tickets = this.random.pick(this.random.chance(0.7) ? all.slice(-3) : all);
      await this.someoneComes(tickets, this.random.pick(tickets.tickets));
    }
  }

  private async someoneComes({ performanceId }: Tickets, { ticketId }: Ticket): Promise<void> {
    const scanners = this.random.chance(0.3) ? 3 : 1;
    await Promise.all(
      Array.from({ length: scanners }, () => this.scan(performanceId, ticketId, `scan-no-${++this.count}`)),
    );
    if (this.random.chance(0.2)) await this.scan(performanceId, ticketId, `scan-no-${this.count}`);
    if (this.random.chance(0.1))
      await this.world.client.call(this.call(deleteAdmission, { performanceId, ticketId }));
    if (this.random.chance(0.2)) await this.scan(performanceId, ticketId, `scan-no-${this.count}`);
  }

  private async scan(performanceId: string, ticketId: string, scanId: string): Promise<void> {
    const code = codes.codeOf(ticketId, performanceId);
    const offline = this.random.chance(0.1) ? { offline: true } : {};
    const body = { scans: [{ scanId, code, ...offline }] };
    const reply = await this.world.client.click({ ...this.call(postAdmissions, { performanceId }), body });
    if (reply?.status !== 200) return;
    const { verdict } = reply.body.items[0];
    const before = this.told.get(scanId) ?? verdict;
    check(before === verdict, 'verdict', scanId, () => `${scanId} was told ${before}, and then ${verdict}`);
    this.told.set(scanId, verdict);
  }

  private call(endpoint: object, params: Call['params']): Call {
    return {
      context: 'admission',
      endpoint: endpoint as never,
      params: params ?? {},
      customer: STAFF,
      isAdmin: true,
    };
  }
}
