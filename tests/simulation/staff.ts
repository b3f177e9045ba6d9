import {
  postSettlement,
  postStaffCancellation,
} from '../../functions/reservation/triggers/staffCancellation';
import type { Call } from './client';
import { OUTSIDE } from './scheduler';
import type { World } from './world';

const LOOK_MS = 1_000;

/** The box office: cancels for people, and pays back otherwise what the provider is slow to refund. */
export class Staff {
  private keys = 0;

  constructor(private readonly world: World) {}

  open(): void {
    const { scheduler, faults } = this.world;
    if (!faults.areOn()) return;
    this.act();
    scheduler.post(OUTSIDE, 'staff look', () => this.open(), LOOK_MS);
  }

  private act(): void {
    const { audit, faults } = this.world;
    for (const { status, reservationId } of audit.reservations.all.values()) {
      if (status === 'cancelling' && faults.hits('staffSettle'))
        this.send(postSettlement, { reservationId, n: '1' }, { note: 'by bank transfer' });
      if (status === 'completed' && faults.hits('staffCancel')) {
        const refund = (['full', 'policy', 'none'] as const)[faults.int('staffCancel', 3)];
        const settled = faults.int('staffCancel', 2) === 0 ? { settledOtherwise: 'at the counter' } : {};
        const evenIfAdmitted = faults.int('staffCancel', 2) === 0;
        const body = { reason: 'asked', refund, ...settled, evenIfAdmitted };
        this.send(postStaffCancellation, { reservationId }, body);
      }
    }
  }

  private send(endpoint: object, params: Readonly<Record<string, string>>, body: object): void {
    const call: Call = {
      context: 'reservation',
      endpoint: endpoint as never,
      params,
      body,
      key: `staff-${++this.keys}`,
      customer: { customerId: 'box-office', name: 'Box office' },
      isAdmin: true,
    };
    void this.world.client.click(call);
  }
}
