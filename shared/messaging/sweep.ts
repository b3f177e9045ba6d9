import type { Clock } from '../kernel/clock';
import { isoTime } from '../kernel/time';
import { recordMetric } from '../telemetry/metrics';

/**
 * A sweep as its timer runs it. Each run that ends well is counted under the sweep's name, even when there was nothing
 * to do. The alert `silent-sweep` fires when none has been counted for a quarter of an hour.
 */
export const countRuns = (sweep: string, run: () => Promise<void>) => async (): Promise<void> => {
  await run();
  recordMetric('marquee.sweeps', 1, { sweep });
};

/**
 * How long a run begins something new. It is far below `functionTimeout` in host.json, at which Azure ends the process.
 */
const RUN_MS = 2 * 60 * 1000;
const PER_PAGE = 200;
const CONCURRENCY = 8;

/** True as long as a run may begin something more. */
export type HasTime = () => boolean;

/** What a sweep is to look at, and how. `T` is what the store tells of it. */
export type Due<T> = {
  /** Those due by now (UTC), at most so many. */
  readonly list: (now: string, limit: number) => Promise<readonly T[]>;
  readonly idOf: (one: T) => string;
  /** Never throws. What fails stays due. */
  readonly look: (one: T, hasTime: HasTime) => Promise<void>;
};

/**
 * One run over what is due, page after page, until none is left or its time is over. Then the next run goes on. What
 * stays due is not looked at again in this run, and each page is longer by the number already seen.
 */
export async function sweepDue<T>(clock: Clock, { list, idOf, look }: Due<T>): Promise<void> {
  const until = clock.now() + RUN_MS;
  const hasTime = () => clock.now() < until;
  const seen = new Set<string>();
  for (let isFull = true; isFull && hasTime(); ) {
    const limit = PER_PAGE + seen.size;
    const page = await list(isoTime(clock.now()), limit);
    isFull = page.length === limit;
    const left = page.filter((one) => !seen.has(idOf(one)));
    for (const one of left) seen.add(idOf(one));
    await inLanes(left, hasTime, (one) => look(one, hasTime));
  }
}

/**
 * Looks at all, some at a time. False when time was over before. What throws ends its lane. The others go on, and the
 * first error is thrown when they are through.
 */
export async function inLanes<T>(
  all: readonly T[],
  hasTime: HasTime,
  look: (one: T) => Promise<void>,
): Promise<boolean> {
  const left = [...all];
  const lane = async () => {
    for (let one = left.shift(); one !== undefined; one = left.shift()) {
      if (!hasTime()) return void left.unshift(one);
      await look(one);
    }
  };
  const ended = await Promise.allSettled(Array.from({ length: CONCURRENCY }, lane));
  const failed = ended.find((one) => one.status === 'rejected');
  if (failed !== undefined) throw failed.reason;
  return left.length === 0;
}
