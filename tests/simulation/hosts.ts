import { Host, MAX_SKEW_MS, type Surroundings } from './host';
import { OUTSIDE } from './scheduler';
import type { World } from './world';

const MAX_DOWN_MS = 8_000;
const CRASH_LOOK_MS = 250;

/** The hosts of the system: work is started on any that is up; now and then one dies and comes back. */
export class Hosts {
  readonly all: readonly Host[];
  /** What is to happen when a host dies with work under way: a caller's connection breaks, a lease runs out. */
  private readonly whenDead = new Map<Host, Set<() => void>>();

  constructor(
    private readonly world: World,
    around: Surroundings,
    count: number,
  ) {
    // Most runs are in the middle of an update.
    const versions = world.random.fork('versions');
    this.all = Array.from({ length: count }, (_, i) => {
      const skewMs = world.faults.hits('clockSkew') ? world.random.between(-MAX_SKEW_MS, MAX_SKEW_MS) : 0;
      return new Host(`host${i + 1}`, skewMs, around, versions.chance(0.5));
    });
  }

  anyUp(): Host | undefined {
    const up = this.all.filter((host) => host.isUp);
    return up.length === 0 ? undefined : this.world.random.pick(up);
  }

  /** Starts work on a host; `died` is called if the host dies before it is done. */
  start(host: Host, work: () => Promise<void>, died?: () => void): void {
    const watchers = this.whenDead.get(host) ?? new Set();
    this.whenDead.set(host, watchers);
    if (died !== undefined) watchers.add(died);
    work().then(
      () => died !== undefined && watchers.delete(died),
      (error) => this.world.fail(error),
    );
  }

  /** Lets hosts crash from time to time. */
  endanger(): void {
    const { scheduler, faults } = this.world;
    if (!faults.areOn()) return;
    for (const host of this.all) if (host.isUp && faults.hits('crash')) this.crash(host);
    scheduler.post(OUTSIDE, 'fate', () => this.endanger(), CRASH_LOOK_MS);
  }

  private crash(host: Host): void {
    const { scheduler, random } = this.world;
    scheduler.note(`${host.name} crashes`);
    host.isUp = false;
    scheduler.kill(host, () => random.chance(0.5));
    const watchers = [...(this.whenDead.get(host) ?? [])];
    this.whenDead.delete(host);
    for (const died of watchers) died();
    scheduler.post(OUTSIDE, `${host.name} is up again`, () => host.restart(), 1 + random.int(MAX_DOWN_MS));
  }
}
