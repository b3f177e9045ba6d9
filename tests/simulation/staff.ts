import { postWithheld, postWithheldReturn } from '../../functions/musical/seats/triggers/withheld';
import { type Reservation, seatsOf as seatsOfIt } from '../../functions/reservation/domain/reservation';
import { openCancellations, owedRefund, waitsForStaff } from '../../functions/reservation/domain/underWay';
import { postCounterSale } from '../../functions/reservation/triggers/counterSale';
import { postReseat } from '../../functions/reservation/triggers/reseat';
import {
  postSettlement,
  postStaffCancellation,
} from '../../functions/reservation/triggers/staffCancellation';
import type { Call } from './client';
import { seatsOf } from './house';
import { OUTSIDE } from './scheduler';
import type { World } from './world';

const LOOK_MS = 1_000;
/** Whoever waits for so many answers asks for nothing new: a system that is behind must not get more to do for it. */
const MOST_UNANSWERED = 5;

/** The box office: cancels for people, pays back otherwise what the provider is slow to refund, and keeps seats off sale. */
export class Staff {
  private keys = 0;
  private unanswered = 0;

  constructor(private readonly world: World) {}

  open(): void {
    const { scheduler, faults } = this.world;
    if (!faults.areOn()) return;
    if (this.unanswered < MOST_UNANSWERED) this.act();
    scheduler.post(OUTSIDE, 'staff look', () => this.open(), LOOK_MS);
  }

  private act(): void {
    const { audit, faults } = this.world;
    this.withhold();
    this.sell();
    for (const reservation of audit.reservations.all.values()) {
      const { status, reservationId } = reservation;
      const [open] = openCancellations(reservation);
      if (open !== undefined && faults.hits('staffSettle'))
        void this.send(
          postSettlement,
          { reservationId, n: String(open.n ?? 1) },
          { note: 'by bank transfer' },
        );
      if (status === 'completed') this.change(reservation);
    }
  }

  private change(reservation: Reservation): void {
    const { faults } = this.world;
    if (faults.hits('staffCancel')) this.cancel(reservation);
    if (faults.hits('staffReseat')) this.reseat(reservation);
  }

  /** All that is left, or one of its seats. */
  private cancel(reservation: Reservation): void {
    const { faults } = this.world;
    const refund = (['full', 'policy', 'none'] as const)[faults.int('staffCancel', 3)];
    const settled = faults.int('staffCancel', 2) === 0 ? { settledOtherwise: 'at the counter' } : {};
    const evenIfAdmitted = faults.int('staffCancel', 2) === 0;
    const some = faults.int('staffCancel', 3) === 0 ? { seats: seatsOfIt(reservation).slice(0, 1) } : {};
    const body = { reason: 'asked', refund, ...settled, evenIfAdmitted, ...some };
    void this.send(postStaffCancellation, { reservationId: reservation.reservationId }, body);
  }

  /** Another seat for one of its seats, free or not. */
  private reseat(reservation: Reservation): void {
    const { faults, performances } = this.world;
    const { reservationId, performanceId } = reservation;
    const performance = performances.find((one) => one.performanceId === performanceId);
    const [own, all] = [seatsOfIt(reservation), performance === undefined ? [] : seatsOf(performance)];
    const from = own.slice(faults.int('staffReseat', own.length)).slice(0, 1);
    const to = all.slice(faults.int('staffReseat', all.length)).slice(0, 1);
    const waived = faults.int('staffReseat', 3) === 0 ? {} : { difference: 'waive' };
    const kept = faults.int('staffReseat', 4) === 0 ? { fromWithheld: true } : {};
    void this.send(postReseat, { reservationId }, { from, to, ...waived, ...kept });
  }

  /** At the counter, by name, as many, or what is withheld. */
  private sell(): void {
    const { audit, faults, performances } = this.world;
    for (const performance of performances.filter(() => faults.hits('staffSell'))) {
      const { performanceId } = performance;
      const all = seatsOf(performance);
      const first = faults.int('staffSell', all.length);
      const kept = [...audit.seatsOf(performanceId).allocations.values()].find(
        ({ phase }) => phase === 'withheld',
      );
      const request = [
        { seats: all.slice(first, first + 2) },
        { sectionId: 'A', quantity: 1 + faults.int('staffSell', 3) },
        ...(kept === undefined ? [] : Array(3).fill({ seats: kept.seats.slice(0, 2), fromWithheld: true })),
      ][faults.int('staffSell', kept === undefined ? 2 : 5)];
      const method = ['cash', 'card-terminal', 'complimentary'][faults.int('staffSell', 3)];
      const customer = { name: 'Somebody', ...(first % 2 === 0 ? { email: 'somebody@example.com' } : {}) };
      audit.reservations.counterSales += 1;
      void this.send(postCounterSale, {}, { performanceId, ...request, customer, payment: { method } });
    }
  }

  owes(): boolean {
    return [...this.world.audit.reservations.all.values()].some(waitsForStaff);
  }

  /** What was paid at the counter goes back there. */
  async payBack(): Promise<void> {
    const owed = [...this.world.audit.reservations.all.values()].filter(waitsForStaff);
    for (const reservation of owed) {
      const { reservationId } = reservation;
      const n = String(owedRefund(reservation)?.n ?? 1);
      await this.world.soon(this.send(postSettlement, { reservationId, n }, { note: 'in cash' }));
    }
  }

  private withhold(): void {
    const { audit, faults, performances } = this.world;
    for (const performance of performances) {
      const { performanceId } = performance;
      if (faults.hits('staffWithhold')) {
        const all = seatsOf(performance);
        const first = faults.int('staffWithhold', all.length);
        const seats = all.slice(first, first + 1 + faults.int('staffWithhold', 3));
        void this.send(postWithheld, { performanceId }, { seats, reason: 'house seats' }, 'musical');
      }
      const { allocations, askedBack } = audit.seatsOf(performanceId);
      const withheld = [...allocations.values()].filter(({ phase }) => phase === 'withheld');
      if (withheld.length > 0 && faults.hits('staffReturn')) {
        const { seats } = withheld[faults.int('staffReturn', withheld.length)] ?? { seats: [] };
        const some = seats.slice(faults.int('staffReturn', seats.length));
        for (const seatId of some) askedBack.add(seatId);
        void this.send(postWithheldReturn, { performanceId }, { seats: some }, 'musical');
      }
    }
  }

  private send(
    endpoint: object,
    params: Readonly<Record<string, string>>,
    body: object,
    context: Call['context'] = 'reservation',
  ): Promise<unknown> {
    const call: Call = {
      context,
      endpoint: endpoint as never,
      params,
      body,
      key: `staff-${++this.keys}`,
      customer: { customerId: 'box-office', name: 'Box office' },
      isAdmin: true,
    };
    this.unanswered++;
    return this.world.client.click(call).finally(() => {
      this.unanswered--;
    });
  }
}
