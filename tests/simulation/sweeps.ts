import { sweepLoans } from '../../functions/lending/usecases/sweepLoans';
import { sweepMembers } from '../../functions/membership/usecases/sweepMembers';
import { followUpPerformances } from '../../functions/musical/revocation/usecases/followUpPerformances';
import { sweepNotices } from '../../functions/notification/usecases/sendNotice';
import { sweepErasures } from '../../functions/reservation/usecases/eraseCustomer';
import { sweepReservations } from '../../functions/reservation/usecases/sweepReservations';
import { isoTime } from '../../shared/kernel/time';
import type { DueName } from './audit/audit';
import { type Host, MAX_SKEW_MS } from './host';
import { OUTSIDE } from './scheduler';
import type { World } from './world';

const SWEEP_MS = 10_000;

const SWEEPS: Readonly<Record<DueName, (host: Host) => Promise<void>>> = {
  musicals: ({ deps }) => followUpPerformances(deps.musical),
  reservations: ({ deps }) => sweepReservations(deps.reservation),
  loans: ({ deps }) => sweepLoans(deps.lending),
  memberships: ({ deps }) => sweepMembers(deps.membership),
  erasures: ({ deps }) => sweepErasures(deps.reservation),
  notifications: ({ deps }) => sweepNotices(deps.notification),
};

/** The timers: every few seconds each sweep runs on some host, and now and then on two. */
export class Sweeps {
  constructor(private readonly world: World) {}

  start(): void {
    for (const name of Object.keys(SWEEPS) as DueName[]) this.tick(name);
  }

  private tick(name: DueName): void {
    const { scheduler, audit, faults } = this.world;
    // A sweep that finds nothing does nothing: it is left out.
    if (audit.isDue(name, isoTime(scheduler.nowMs + MAX_SKEW_MS))) {
      this.run(name);
      if (faults.hits('sweepTwice')) this.run(name);
    }
    scheduler.post(OUTSIDE, `timer of ${name}`, () => this.tick(name), SWEEP_MS);
  }

  /** A timer falls on any moment, also on this one. */
  run(name: DueName): void {
    const { hosts } = this.world;
    const host = hosts.anyUp();
    if (host === undefined) return;
    hosts.start(host, async () => void (await this.world.succeeds(`sweep of ${name}`, SWEEPS[name](host))));
  }
}
