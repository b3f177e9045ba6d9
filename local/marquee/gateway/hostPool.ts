import type { Clock } from '../../../shared/kernel/clock';

/** A host that refused a connection is asked last for this long. */
const COOL_DOWN_MS = 500;

/** The Functions hosts requests may go to, each with its number of requests under way. State of one gateway. */
export class HostPool {
  private listed: readonly string[];
  private next = 0;
  private readonly inFlight = new Map<string, number>();
  private readonly refusedAt = new Map<string, number>();
  private waiting: { readonly url: string; readonly resolve: () => void }[] = [];

  constructor(
    urls: readonly string[],
    private readonly clock: Clock,
  ) {
    this.listed = urls;
  }

  /** From now on only these get new requests. Resolves when those left out have answered all they had. */
  async replace(urls: readonly string[]): Promise<void> {
    const left = this.listed.filter((url) => !urls.includes(url));
    this.listed = urls;
    await Promise.all(left.map((url) => this.drained(url)));
  }

  /**
   * Round robin over the listed hosts that are not in `refused`. One in `avoided`, or one that was down a moment ago,
   * is taken only if there is no other.
   */
  take(refused: ReadonlySet<string>, avoided: ReadonlySet<string>): string | undefined {
    const candidates = this.listed.filter((url) => !refused.has(url));
    const good = candidates.filter((url) => !avoided.has(url) && !this.isCoolingDown(url));
    const choice = good.length > 0 ? good : candidates;
    this.next = (this.next + 1) % 1_000_000;
    const url = choice[this.next % choice.length];
    if (url !== undefined) this.inFlight.set(url, (this.inFlight.get(url) ?? 0) + 1);
    return url;
  }

  /** Ends what `take` began. */
  release(url: string): void {
    const left = (this.inFlight.get(url) ?? 1) - 1;
    if (left > 0) {
      this.inFlight.set(url, left);
      return;
    }
    this.inFlight.delete(url);
    for (const { resolve } of this.waiting.filter((one) => one.url === url)) resolve();
    this.waiting = this.waiting.filter((one) => one.url !== url);
  }

  markRefused(url: string): void {
    this.refusedAt.set(url, this.clock.now());
  }

  private isCoolingDown(url: string): boolean {
    return this.clock.now() - (this.refusedAt.get(url) ?? Number.NEGATIVE_INFINITY) < COOL_DOWN_MS;
  }

  private drained(url: string): Promise<void> {
    if (!this.inFlight.has(url)) return Promise.resolve();
    return new Promise((resolve) => this.waiting.push({ url, resolve }));
  }
}
