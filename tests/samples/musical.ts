import type { Container, OperationInput } from '@azure/cosmos';
import { catalogueStore } from '../../functions/musical/catalogue/store';
import { checkPerformances } from '../../functions/musical/catalogue/usecases/cancelPerformance';
import type { MusicalDeps } from '../../functions/musical/deps';
import type { Musical } from '../../functions/musical/documents';
import type { Allocation } from '../../functions/musical/seats/domain/allocation';
import { seatStore } from '../../functions/musical/seats/store';
import { inProcessClient } from '../../local/azure/cosmos/inProcess';
import { Database, keyOf } from '../simulation/database';
import { sampleAllocation, samplePerformance } from './house';

export const sampleMusical: Musical = {
  musicalId: 'm1',
  title: 'Midnight',
  startDate: '2026-12-01',
  endDate: '2026-12-31',
  venue: { name: 'Blue Square', timeZone: 'Asia/Seoul' },
};

type Outbox = { readonly event: { readonly id: string; readonly type: string; readonly data: object } };

/** Called with the ids of a batch that is stored, before its caller knows: what it throws is a lost reply or a crash. */
type AfterWrite = (ids: readonly string[]) => void | Promise<void>;

/** The catalogue and the seats on their real stores and the real client, in memory, at the time a test sets. */
export function openMusical(now: string) {
  const clock = { nowMs: Date.parse(now) };
  const faults: { afterWrite: AfterWrite } = { afterWrite: () => {} };
  const database = new Database({ now: () => clock.nowMs }, () => {});
  const client = inProcessClient(database.engine);
  const container = (name: string) =>
    watched(client.database('marquee').container(name), (ids) => faults.afterWrite(ids));
  const deps = {
    clock: { now: () => clock.nowMs },
    log: { warn: () => {} },
    sleep: async () => {},
    random: () => 0,
    catalogue: catalogueStore(container('musicals')),
    seats: seatStore(container('seats')),
  } as unknown as MusicalDeps;
  /** The events of a performance that wait to be published. */
  const published = (performanceId: string): Outbox['event'][] => {
    const query = "SELECT * FROM c WHERE c.kind = 'outbox'";
    return (database.query('seats', keyOf(performanceId), query, []) as Outbox[]).map(({ event }) => event);
  };
  const close = () => {
    client.dispose();
    database.close();
  };
  return { deps, clock, faults, published, close };
}

/** The samples' musical with one performance and one allocation of it. */
export async function openSampleMusical(now: string, allocation: Partial<Allocation>) {
  const musical = openMusical(now);
  const { deps } = musical;
  await deps.catalogue.createMusical(sampleMusical);
  await deps.catalogue.createPerformance(samplePerformance());
  await deps.seats.create(sampleAllocation(allocation), []);
  const phaseAfterSweep = async () => {
    await checkPerformances(deps);
    return (await deps.seats.allocation('m1.p1', 'r1'))?.value.phase;
  };
  return { ...musical, phaseAfterSweep };
}

/** What a write throws whose answer does not come. */
export const lostReply = () => Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' });

function watched(container: Container, afterWrite: AfterWrite): Container {
  const { items } = container;
  const batch = async (operations: OperationInput[], partitionKey: string) => {
    const answer = await items.batch(operations, partitionKey);
    const isStored = answer.result?.every(({ statusCode }) => statusCode < 300) === true;
    if (isStored) await afterWrite(operations.map(idOf));
    return answer;
  };
  return {
    id: container.id,
    item: (id: string, partitionKey: string) => container.item(id, partitionKey),
    items: { batch, query: items.query.bind(items) },
  } as unknown as Container;
}

function idOf(operation: OperationInput): string {
  const { id, resourceBody } = operation as { id?: string; resourceBody?: { id?: string } };
  return id ?? resourceBody?.id ?? '';
}
