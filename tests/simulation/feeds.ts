import { projectSeats } from '../../functions/musical/seats/usecases/projectSeats';
import { projectLoans } from '../../functions/mypage/usecases/projectLoans';
import { projectMembers } from '../../functions/mypage/usecases/projectMembers';
import { projectReservations } from '../../functions/mypage/usecases/projectReservations';
import { readChangeFeed } from '../../local/azure/cosmos/engine/changeFeed';
import type { Host } from './host';
import { OUTSIDE } from './scheduler';
import { Violation } from './violation';
import type { World } from './world';

type Reader = {
  readonly name: string;
  readonly container: 'seats' | 'reservations' | 'loans' | 'memberships';
  readonly handle: (host: Host, changes: readonly unknown[]) => Promise<void>;
  /** The durable place to go on from. */
  checkpoint: number;
  isReading: boolean;
};

const POLL_MS = 500;
const RETRY_MS = 500;
/** After this a lease of a host that has died is another's. */
const LEASE_MS = 5_000;
const MAX_ITEMS = 20;
/** Nothing that this system writes by itself may have to be left behind. */
const parked = async (id: string, reason: string): Promise<void> => {
  throw new Violation('parked', id, reason);
};
/** Changes that a lease may fall back by. */
const MAX_REPLAYED = 30;
const MAX_OVERLAP_MS = 8_000;

/** The change-feed triggers: a lease each, at least once, on from the checkpoint after a crash. */
export class Feeds {
  private readonly readers: readonly Reader[] = [
    reader('seat map', 'seats', ({ deps }, changes) => projectSeats(deps.musical, changes, parked)),
    reader('mypage', 'reservations', ({ deps }, changes) =>
      projectReservations(deps.mypage, changes, parked),
    ),
    reader('mypage of loans', 'loans', ({ deps }, changes) => projectLoans(deps.mypage, changes, parked)),
    reader('mypage of members', 'memberships', ({ deps }, changes) =>
      projectMembers(deps.mypage, changes, parked),
    ),
  ];

  /** Pages that a former owner has still to handle. */
  private overlaps = 0;

  constructor(private readonly world: World) {}

  /** Something was written. */
  changed(container: string): void {
    for (const one of this.readers)
      if (one.container === container) this.poll(one, this.world.random.int(POLL_MS));
  }

  private poll(one: Reader, afterMs: number): void {
    if (one.isReading) return;
    one.isReading = true;
    this.world.scheduler.post(OUTSIDE, `${one.name} polls`, () => this.read(one), afterMs);
  }

  private read(one: Reader): void {
    const { faults, hosts, scheduler } = this.world;
    one.isReading = false;
    if (faults.hits('feedReplay'))
      one.checkpoint = Math.max(0, one.checkpoint - faults.int('feedReplay', MAX_REPLAYED));
    const host = hosts.anyUp();
    if (host === undefined) {
      this.poll(one, LEASE_MS);
      return;
    }
    const page = this.page(one);
    if (page.items.length === 0) return;
    one.isReading = true;
    hosts.start(
      host,
      () => this.work(one, host, page),
      // The lease of the dead runs out, and somebody else goes on.
      () => scheduler.post(OUTSIDE, `${one.name} has a new owner`, () => this.read(one), LEASE_MS),
    );
    if (faults.hits('feedOverlap')) this.handleAlso(one, page, faults.int('feedOverlap', MAX_OVERLAP_MS));
  }

  /** A former owner of the lease, who has not noticed yet, handles the page too: by then it may be an old one. */
  private handleAlso(one: Reader, { items }: { items: readonly string[] }, afterMs: number): void {
    const { hosts, scheduler } = this.world;
    const handle = () => {
      this.overlaps -= 1;
      const host = hosts.anyUp();
      if (host === undefined) return;
      hosts.start(
        host,
        async () => void (await this.world.succeeds(one.name, one.handle(host, parsed(items)))),
      );
    };
    this.overlaps += 1;
    scheduler.post(OUTSIDE, `${one.name} is read by a former owner`, handle, afterMs);
  }

  private page(one: Reader) {
    const { database, scheduler, random } = this.world;
    const max = 1 + random.int(MAX_ITEMS);
    return readChangeFeed(
      database.container(one.container),
      scheduler.nowMs,
      { afterLsn: one.checkpoint },
      undefined,
      max,
    );
  }

  private async work(
    one: Reader,
    host: Host,
    page: { items: readonly string[]; lsn: number },
  ): Promise<void> {
    const { scheduler } = this.world;
    const changes = parsed(page.items);
    while (!(await this.world.succeeds(one.name, one.handle(host, changes))))
      await scheduler.sleep(host, RETRY_MS);
    await scheduler.call(host, `${host.name} ${one.name} at ${page.lsn}`, () => {
      one.checkpoint = Math.max(one.checkpoint, page.lsn);
      one.isReading = false;
    });
    this.poll(one, this.world.random.int(POLL_MS));
  }

  /** True when every reader has seen every change. */
  areDone(): boolean {
    const isDone = (one: Reader) =>
      !one.isReading && one.checkpoint >= this.world.database.versions[one.container].latest;
    return this.overlaps === 0 && this.readers.every(isDone);
  }
}

const parsed = (items: readonly string[]): unknown[] => items.map((item) => JSON.parse(item) as unknown);

const reader = (name: string, container: Reader['container'], handle: Reader['handle']): Reader => ({
  name,
  container,
  handle,
  checkpoint: 0,
  isReading: false,
});
