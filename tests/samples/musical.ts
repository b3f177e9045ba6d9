import { catalogueStore } from '../../functions/musical/catalogueStore';
import type { MusicalDeps } from '../../functions/musical/deps';
import type { Musical } from '../../functions/musical/documents';
import { seatStore } from '../../functions/musical/store';
import { directContainer, type Passage } from '../simulation/container';
import { Database, keyOf } from '../simulation/database';

export const sampleMusical: Musical = {
  musicalId: 'm1',
  title: 'Midnight',
  startDate: '2026-12-01',
  endDate: '2026-12-31',
  venue: { name: 'Blue Square', timeZone: 'Asia/Seoul' },
};

type Outbox = { readonly event: { readonly id: string; readonly type: string; readonly data: object } };

/**
 * The catalogue and the seats on the real stores, in memory, at the time a test sets. `afterWrite` is called when a write
 * is stored and before its caller knows: what it throws is a lost reply or a crash.
 */
export function openMusical(now: string) {
  const clock = { nowMs: Date.parse(now) };
  const faults: { afterWrite: (what: string) => void } = { afterWrite: () => {} };
  const database = new Database({ now: () => clock.nowMs }, () => {});
  const passage: Passage = async (what, isWrite, effect) => {
    const result = effect();
    if (isWrite) faults.afterWrite(what);
    return result;
  };
  const warnings: object[] = [];
  const deps = {
    clock: { now: () => clock.nowMs },
    log: { warn: (message: string, fields: object) => warnings.push({ message, ...fields }) },
    catalogue: catalogueStore(directContainer(database, 'musicals', passage)),
    seats: seatStore(directContainer(database, 'seats', passage)),
  } as unknown as MusicalDeps;
  /** The events of a performance that wait to be published. */
  const published = (performanceId: string): Outbox['event'][] => {
    const query = "SELECT * FROM c WHERE c.kind = 'outbox'";
    return (database.query('seats', keyOf(performanceId), query, []) as Outbox[]).map(({ event }) => event);
  };
  return { deps, clock, faults, warnings, published, close: () => database.close() };
}
