import type { Container, OperationInput } from '@azure/cosmos';
import type { Musical } from '../../functions/musical/catalogue/domain/musical';
import type { Performance } from '../../functions/musical/catalogue/domain/performance';
import { type MusicalDeps, musicalDepsOver } from '../../functions/musical/deps';
import { followUpPerformances } from '../../functions/musical/revocation/usecases/followUpPerformances';
import type { Allocation } from '../../functions/musical/seats/domain/allocation';
import { inProcessClient } from '../../local/azure/cosmos/inProcess';
import { pendingStore } from '../../shared/pending/pending';
import { type ContainerName, Database, keyOf } from '../simulation/database';
import { sampleAllocation, samplePerformance } from './house';
import { openTopic } from './topic';

export const sampleMusical: Musical = {
  musicalId: 'm1',
  title: 'Midnight',
  startDate: '2026-12-01',
  endDate: '2026-12-31',
  venue: { name: 'Blue Square', timeZone: 'Asia/Seoul' },
};

/** When nothing else is said, it is five minutes before the sample allocation runs out. */
export const NOW = '2026-11-21T10:05:00.000Z';
export const HOLD_MS = 600_000;
export const GRACE_MS = 7_000;

type Published = { readonly id: string; readonly type: string; readonly data: Record<string, unknown> };

/** Called with the ids of a batch, before it is sent or when it is stored but its caller does not know yet. */
type Meanwhile = (ids: readonly string[]) => void | Promise<void>;
type Faults = { beforeWrite: Meanwhile; afterWrite: Meanwhile };

const opened: (() => void)[] = [];
afterEach(() => {
  for (const close of opened.splice(0)) close();
});

/** The whole context on its real stores and the real client, in memory, at the time a test sets. Closed after the test. */
export function openMusical(now = NOW) {
  const clock = { nowMs: Date.parse(now) };
  const faults: Faults = { beforeWrite: () => {}, afterWrite: () => {} };
  const database = new Database({ now: () => clock.nowMs }, () => {});
  const client = inProcessClient(database.engine);
  opened.push(() => {
    client.dispose();
    database.close();
  });
  const container = (name: ContainerName) => watched(client.database('marquee').container(name), faults);
  const containers = {
    musicals: container('musicals'),
    venues: container('venues'),
    seatingPlans: container('seatingPlans'),
    seats: container('seats'),
    availability: container('availability'),
    members: container('members'),
    idempotency: container('idempotency'),
    erasures: container('musical-erasures'),
  };
  const topic = openTopic();
  const { publisher } = topic;
  const deps = musicalDepsOver(containers, { ...OUTSIDE, publisher, clock: { now: () => clock.nowMs } });
  const allocation = async (id: string, performanceId = 'm1.p1'): Promise<Allocation | undefined> =>
    (await deps.seats.allocation(performanceId, id))?.value;
  /** The events about a performance that the topic has, each once. */
  const published = (performanceId = 'm1.p1'): Published[] =>
    (topic.published() as Published[]).filter(({ data }) => data.performanceId === performanceId);
  const pending = pendingStore(container('pending'));
  return {
    deps,
    clock,
    faults,
    topic,
    published,
    containers,
    pending,
    allocation,
    ...turnsOfFate(faults),
    ...storedIn(database),
  };
}

const OUTSIDE = {
  random: () => 0,
  sleep: async () => {},
  log: { info: () => {}, warn: () => {}, error: () => {} },
  authenticate: () => Promise.reject(new Error('nobody is asked here who they are')),
  holdDurationMs: HOLD_MS,
  paymentGraceMs: GRACE_MS,
  timeZone: 'Asia/Seoul',
};

const turnsOfFate = (faults: Faults) => ({
  /** Once, just before the next batch is sent, somebody else does this. */
  meanwhile: (work: () => Promise<unknown>) => {
    faults.beforeWrite = async () => {
      faults.beforeWrite = () => {};
      await work();
    };
  },
  /** The next batch is stored, and its caller never hears of it. */
  loseNextReply: () => {
    faults.afterWrite = () => {
      faults.afterWrite = () => {};
      throw lostReply();
    };
  },
});

function storedIn(database: Database) {
  const ofKind = <Document>(kind: string, performanceId: string) =>
    database.query(
      'seats',
      keyOf(performanceId),
      `SELECT * FROM c WHERE c.kind = '${kind}'`,
      [],
    ) as Document[];
  return {
    /** Seat → whose claim on it, and which taking of the seat it is. */
    claims: (performanceId = 'm1.p1'): Record<string, string> =>
      Object.fromEntries(
        ofKind<ClaimDocument>('claim', performanceId).map(({ id, allocationId, turn }) => [
          id,
          `${allocationId} ${turn}`,
        ]),
      ),
  };
}
type ClaimDocument = { readonly id: string; readonly allocationId: string; readonly turn: number };

/** The samples' musical with its performance, on sale. */
export async function openPerformance(changes: Partial<Performance> = {}, now = NOW) {
  const musical = openMusical(now);
  await musical.deps.catalogue.createMusical(sampleMusical);
  await musical.deps.catalogue.createPerformance(samplePerformance(changes));
  return { ...musical, performance: samplePerformance(changes) };
}

/** Gives the allocation its seats, as if it had taken them. Its claims are created with it. */
export async function giveSeats({ deps }: { readonly deps: MusicalDeps }, changes: Partial<Allocation>) {
  const given = sampleAllocation(changes);
  const { performanceId, id, customerId } = given;
  const stored = await deps.seats.customerCount(performanceId, customerId);
  const entries = [...stored.value.entries, { allocationId: id, seats: given.seats.length }];
  const outcome = await deps.seats.take({
    allocation: given,
    create: given.seats.map((seatId) => ({
      seatId,
      sectionId: seatId.split('-')[0] ?? '',
      allocationId: id,
      turn: 1,
    })),
    replace: [],
    end: [],
    count: { ...stored, value: { customerId, entries } },
  });
  if (outcome !== 'committed') throw new Error(`${given.seats.join(', ')}: somebody has them already`);
  return given;
}

/** The samples' musical with one performance and one allocation of it. */
export async function openSampleMusical(now: string, allocation: Partial<Allocation>) {
  const musical = await openPerformance({}, now);
  const { deps } = musical;
  await deps.seats.create(sampleAllocation(allocation));
  const phaseAfterSweep = async () => {
    await followUpPerformances(deps);
    return (await musical.allocation('r1'))?.phase;
  };
  return { ...musical, phaseAfterSweep };
}

/** What a write throws whose answer does not come. */
export const lostReply = () => Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' });

/** The same container, but for what happens around its batches. */
function watched(container: Container, faults: Readonly<Faults>): Container {
  const batch: Container['items']['batch'] = async (operations, partitionKey) => {
    const ids = operations.map(idOf);
    await faults.beforeWrite(ids);
    const answer = await container.items.batch(operations, partitionKey);
    if (answer.result?.every(({ statusCode }) => statusCode < 300)) await faults.afterWrite(ids);
    return answer;
  };
  const items = Object.create(container.items, { batch: { value: batch } });
  return Object.create(container, { items: { value: items } });
}

function idOf(operation: OperationInput): string {
  const { id, resourceBody } = operation as { id?: string; resourceBody?: { id?: string } };
  return id ?? resourceBody?.id ?? '';
}
