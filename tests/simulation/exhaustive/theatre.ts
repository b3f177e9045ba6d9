import { createHash } from 'node:crypto';
import type { MusicalDeps } from '../../../functions/musical/deps';
import type { Performance } from '../../../functions/musical/domain/performance';
import { seatStore } from '../../../functions/musical/store';
import { Audit } from '../audit/audit';
import { directContainer, type Passage } from '../container';
import { Database, keyOf, type StoredDocument } from '../database';
import { drawPerformance } from '../house';
import { seededRandom } from '../random';
import { isExpected } from '../task';
import { LONG_MS, OPERATIONS, type OperationName, type Stage } from './operations';

const START_MS = Date.UTC(2026, 10, 20, 3);
/** Paths after which the database is opened afresh. */
const PATHS_PER_DATABASE = 2_000;

const HOUSE: Partial<Performance> = {
  sections: [{ sectionId: 'A', kind: 'seated', tier: 'VIP', rows: [{ row: '1', seats: 3 }] }],
  maxSeatsPerReservation: 3,
};

/** One run of some operations; the caller chooses which call to the store is carried out next. */
export type Run = {
  readonly steps: string[];
  readonly choices: () => number;
  readonly step: (choice: number) => Promise<void>;
  /** What is stored, and what each operation has seen. */
  readonly state: () => string;
};

type Pending = { readonly operation: number; readonly what: string; readonly go: () => void };

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** What a document says, without what is only the store's. */
const plain = (text: string): string =>
  text.replaceAll(/"_\w+":("[^"]*"|\d+),?/g, '').replaceAll(/p\d+/g, 'p');

const digestOf = (text: string, length = 10): string =>
  createHash('sha1').update(text).digest('base64').slice(0, length);

export type Theatre = ReturnType<typeof openTheatre>;

/** The real store on the real engine; each run has a performance, and so a partition, of its own. */
export function openTheatre() {
  let performances = 0;
  let broken: unknown;
  const ref: { audit?: Audit; nowMs: () => number } = { nowMs: () => START_MS };
  const open = () =>
    new Database({ now: () => ref.nowMs() }, (container, documents: readonly StoredDocument[]) => {
      try {
        ref.audit?.committed(container, documents, ref.nowMs());
      } catch (error) {
        broken ??= error;
      }
    });
  let database = open();

  const begin = async (
    before: readonly OperationName[],
    names: readonly OperationName[],
    together: boolean,
  ): Promise<Run> => {
    if (++performances % PATHS_PER_DATABASE === 0) {
      database.close();
      database = open();
    }
    const performanceId = `p${performances}`;
    const performance = { ...drawPerformance(seededRandom('house'), 1, START_MS), ...HOUSE, performanceId };
    ref.audit = new Audit(2 * LONG_MS);
    ref.audit.open(performance);
    // That the reservation has ended is what the release says; here nobody else knows.
    ref.audit.reservations.all.set('X', { status: 'cancelled' } as never);
    broken = undefined;
    const pending: Pending[] = [];
    const seen = [...before, ...names].map(() => new Map<string, string>());
    /** Reads that were under way at the same time are one experience, in whatever order they were answered. */
    const see = (operation: number, what: string, result: string) => {
      // What has ended does nothing more, whatever it saw; and after a write that met a conflict everything is read anew,
      // so what was read before it is forgotten, but not how often that was.
      if (what === 'end') seen[operation]?.clear();
      if (what.startsWith('write')) {
        const tries = seen[operation]?.get('tries') ?? '';
        seen[operation]?.clear();
        seen[operation]?.set('tries', `${tries}.`);
      }
      const known = seen[operation]?.get(what) ?? '';
      seen[operation]?.set(what, `${known}${digestOf(result)};`);
    };
    const stages = [...before, ...names].map((_, i) => stageFor(performance, passageOf(i)));
    const clock = { nowMs: START_MS };
    ref.nowMs = () => clock.nowMs;

    function passageOf(operation: number): Passage {
      return (what, _isWrite, effect) =>
        new Promise((resolve, reject) => {
          const go = () => {
            try {
              const result = effect();
              see(operation, what, plain(JSON.stringify(result)));
              resolve(result);
            } catch (error) {
              reject(error);
            }
          };
          pending.push({ operation, what, go });
        });
    }

    function stageFor(of: Performance, passage: Passage): Stage {
      const seats = seatStore(directContainer(database, 'seats', passage));
      const deps = {
        clock: { now: () => clock.nowMs },
        random: () => 0,
        seats,
        catalogue: { performance: async () => ({ value: of, etag: 'e' }) },
        holdDurationMs: 600_000,
        paymentGraceMs: 7_000,
      } as unknown as MusicalDeps;
      return {
        deps,
        performanceId,
        get nowMs() {
          return clock.nowMs;
        },
        set nowMs(ms: number) {
          clock.nowMs = ms;
        },
      };
    }

    const start = (name: OperationName, index: number): void => {
      const first = { operation: index, what: 'begins', go: () => run(name, index) };
      pending.push(first);
    };
    const run = (name: OperationName, index: number): void => {
      OPERATIONS[name](stages[index] as Stage).then(
        () => {
          see(index, 'end', 'done');
        },
        (error) => {
          see(index, 'end', 'refused');
          if (!isExpected(error)) broken ??= error;
        },
      );
    };
    const steps: string[] = [];
    let stored = '';
    const step = async (choice: number): Promise<void> => {
      const operation = together ? [...new Set(pending.map((one) => one.operation))][choice] : undefined;
      const chosen = pending.filter((one, i) => (together ? one.operation === operation : i === choice));
      for (const one of chosen) {
        pending.splice(pending.indexOf(one), 1);
        steps.push(`${[...before, ...names][one.operation]}: ${one.what}`);
        one.go();
        if (one.what.startsWith('write')) stored = '';
      }
      await settled();
      if (broken !== undefined) throw broken;
    };
    for (const [index, name] of before.entries()) {
      start(name, index);
      while (pending.length > 0) await step(0);
    }
    steps.length = 0;
    // When an operation begins matters only to what reads the clock.
    const atItsTime = names.includes('time passes');
    for (const [index, name] of names.entries()) {
      if (atItsTime) start(name, before.length + index);
      else run(name, before.length + index);
    }
    await settled();

    const read = () => {
      const documents = "SELECT * FROM c WHERE c.kind != 'outbox'";
      return plain(JSON.stringify(database.query('seats', keyOf(performanceId), documents, [])));
    };
    const state = () => {
      stored ||= read();
      const waiting = pending.map(({ operation, what }) => `${operation} ${what}`).sort();
      const experiences = seen.map((one) => [...one].sort().join());
      return digestOf([stored, ...experiences, ...waiting, String(clock.nowMs)].join('|'), 27);
    };
    const choices = () =>
      together ? new Set(pending.map(({ operation }) => operation)).size : pending.length;
    return { steps, choices, step, state };
  };
  return { begin, close: () => database.close() };
}
