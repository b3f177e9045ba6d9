import { ChangeFeedStartFrom, type Container, type FeedRange } from '@azure/cosmos';
import type { HostedFunction } from '../app/hostedFunction';
import type { Invocation } from '../invocation/invoke';
import { invokeWithRetry } from '../invocation/invokeWithRetry';
import { toTraceContext } from '../invocation/traceContext';
import type { CosmosTriggerOptions } from './cosmosDBOptions';
import type { ErrorReport } from './errorReport';
import type { HeldLease } from './heldLease';
import type { Lease } from './lease';
import type { TriggerServices } from './trigger';

const PAUSE_AFTER_ERROR_MS = 500;

/** What reading one feed range needs. */
export interface Reading {
  readonly fn: HostedFunction;
  readonly services: TriggerServices;
  readonly options: CosmosTriggerOptions;
  readonly monitored: Container;
  readonly report: ErrorReport;
}

/**
 * Reads one feed range while its lease is held and the signal is quiet. A batch is checkpointed after a success. After
 * a failure it is too, once the retry policy is used up, or at once if there is none. That is how the real trigger
 * loses a batch that threw. A batch cut short by a stop is not checkpointed, so the next owner gets it again.
 *
 * @throws Error when the feed cannot be read, so that the caller opens the containers afresh.
 */
export async function readLease(
  reading: Reading,
  held: HeldLease,
  lease: Lease,
  signal: AbortSignal,
): Promise<void> {
  const { fn, services, options, report } = reading;
  const ended = AbortSignal.any([signal, held.lost]);
  const feed = await openFeed(reading, held.continuation(), lease.range);
  while (!ended.aborted) {
    const page = await feed.readNext();
    report.worked();
    if (page.count === 0) {
      await services.clock.sleep(options.pollMs, ended);
      continue;
    }
    // Another host may have taken over while this one was busy or cut off.
    if (!(await held.renew()) || ended.aborted) return;
    const documents = JSON.stringify(page.result);
    const outcome = await invokeWithRetry(services, fn, () => toInvocation(options, documents), ended);
    if (ended.aborted && !outcome.ok) return;
    await checkpoint(reading, held, page.continuationToken);
  }
}

const toInvocation = (options: CosmosTriggerOptions, documents: string): Invocation => ({
  input: { json: documents },
  traceContext: toTraceContext(),
  reason: `New changes on container ${options.containerName} at ${new Date().toISOString()}`,
});

/** Tries until it is written or the lease is lost. Without it the batch would run again. */
async function checkpoint(
  { services, report }: Reading,
  held: HeldLease,
  continuation: string,
): Promise<void> {
  for (;;) {
    try {
      await held.checkpoint(continuation);
      return;
    } catch (error) {
      report.failed(error);
      await services.clock.sleep(PAUSE_AFTER_ERROR_MS, held.lost);
    }
  }
}

async function openFeed({ monitored, options }: Reading, continuation: string | null, range: Lease['range']) {
  const maxItemCount = options.maxItems;
  const changeFeedStartFrom =
    continuation === null
      ? startOf(options.start, await findRange(monitored, range))
      : ChangeFeedStartFrom.Continuation(continuation);
  return monitored.items.getChangeFeedIterator({ maxItemCount, changeFeedStartFrom });
}

function startOf(start: CosmosTriggerOptions['start'], range: FeedRange) {
  switch (start.from) {
    case 'beginning':
      return ChangeFeedStartFrom.Beginning(range);
    case 'time':
      return ChangeFeedStartFrom.Time(new Date(start.time), range);
    case 'now':
      return ChangeFeedStartFrom.Now(range);
    default:
      return start satisfies never;
  }
}

async function findRange(monitored: Container, range: Lease['range']): Promise<FeedRange> {
  const ranges = await monitored.getFeedRanges();
  const found = ranges.find(
    ({ minInclusive, maxExclusive }) => minInclusive === range.min && maxExclusive === range.max,
  );
  if (!found) throw new Error(`The container has no feed range ${range.min}–${range.max} any more.`);
  return found;
}

/** Where a range's feed stands now, for a lease that starts from now, so that nothing written after this is missed. */
export async function currentContinuation(monitored: Container, range: FeedRange): Promise<string> {
  const feed = monitored.items.getChangeFeedIterator({ changeFeedStartFrom: ChangeFeedStartFrom.Now(range) });
  return (await feed.readNext()).continuationToken;
}
