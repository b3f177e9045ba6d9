import { createHash } from 'node:crypto';
import type { Performance } from '../../../functions/musical/catalogue/domain/performance';
import type { MusicalDeps } from '../../../functions/musical/deps';
import { seatStore } from '../../../functions/musical/seats/store';
import { Audit } from '../audit/audit';
import { directContainer, type Passage } from '../container';
import { Database, keyOf, type StoredDocument } from '../database';
import { drawPerformance } from '../house';
import { seededRandom } from '../random';
import { isExpected } from '../task';
import { LONG_MS, OPERATIONS, type OperationName, type Stage } from './operations';

const START_MS = Date.UTC(2026, 10, 20, 3);
/** Runs after which the database is opened afresh. */
const RUNS_PER_DATABASE = 2_000;

const HOUSE: Partial<Performance> = {
  sections: [{ sectionId: 'A', kind: 'seated', tier: 'VIP', rows: [{ row: '1', seats: 3 }] }],
  maxSeatsPerReservation: 3,
};

/** One operation begins, or has the answer to one of the calls to the store it waits for. */
export type Move = { readonly operation: number; readonly what: string };

/** One run of some operations; the caller chooses which move is made next. */
export type Run = {
  readonly steps: readonly string[];
  readonly moves: () => readonly Move[];
  /** Throws what the move broke. */
  readonly make: (move: Move) => Promise<void>;
  /** What is stored, the time, and what each operation has seen and waits for: two runs of one state go on alike. */
  readonly state: () => string;
};

type Pending = Move & { readonly go: () => void };

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** What differs from run to run though the same was done. */
const OF_THE_RUN: ReadonlySet<string> = new Set([
  'performanceId',
  ...['_rid', '_self', '_etag', '_attachments', '_ts'],
  ...['eTag', 'requestCharge', 'resourceBody'],
]);

const contentOf = (answer: unknown): string =>
  JSON.stringify(answer, (member, value: unknown) => (OF_THE_RUN.has(member) ? undefined : value));

const digestOf = (text: string): string => createHash('sha1').update(text).digest('base64');

export type Theatre = ReturnType<typeof openTheatre>;

/** The real store on the real engine; each run has a performance, and so a partition, of its own. */
export function openTheatre() {
  let performances = 0;
  let committed: (documents: readonly StoredDocument[]) => void = () => {};
  const clock = { nowMs: START_MS };
  const open = () => new Database({ now: () => clock.nowMs }, (_, documents) => committed(documents));
  let database = open();

  const begin = async (before: readonly OperationName[], names: readonly OperationName[]): Promise<Run> => {
    if (++performances % RUNS_PER_DATABASE === 0) {
      database.close();
      database = open();
    }
    clock.nowMs = START_MS;
    const performanceId = `p${performances}`;
    const performance = { ...drawPerformance(seededRandom('house'), 1, START_MS), ...HOUSE, performanceId };
    const audit = new Audit(2 * LONG_MS);
    audit.open(performance);
    // That the reservation has ended is what the release says; here nobody else knows.
    audit.reservations.all.set('X', { status: 'cancelled' } as never);

    const all = [...before, ...names];
    const steps: string[] = [];
    const pending: Pending[] = [];
    /** By what was asked: answers that were awaited at the same time are one experience, in whatever order they came. */
    const experience = all.map(() => new Map<string, string>());
    /** How often each document was written: two of the same content may have different ETags. */
    const versions = new Map<string, number>();
    let stored = '';
    let broken: unknown;
    committed = (documents) => {
      stored = '';
      for (const { id, kind } of documents)
        if (kind !== 'outbox') versions.set(id, (versions.get(id) ?? 0) + 1);
      try {
        audit.committed('seats', documents, clock.nowMs);
      } catch (error) {
        broken ??= error;
      }
    };

    const see = (operation: number, what: string, answer: unknown) => {
      const seen = experience[operation] as Map<string, string>;
      seen.set(what, `${seen.get(what) ?? ''} ${digestOf(contentOf(answer))}`);
    };
    /** What has ended does nothing more, whatever it saw. */
    const end = (operation: number) => {
      experience[operation] = new Map([['end', '']]);
    };

    const passageOf =
      (operation: number): Passage =>
      (what, _isWrite, effect) =>
        new Promise((resolve, reject) => {
          const go = () => {
            try {
              const answer = effect();
              see(operation, what, [answer, versions.get(what.split(' ')[2] ?? '')]);
              resolve(answer);
            } catch (error) {
              reject(error);
            }
          };
          pending.push({ operation, what, go });
        });

    const stageOf = (operation: number): Stage => ({
      deps: {
        clock: {
          now: () => {
            see(operation, 'time', clock.nowMs);
            return clock.nowMs;
          },
        },
        random: () => 0,
        sleep: async () => {},
        seats: seatStore(directContainer(database, 'seats', passageOf(operation))),
        catalogue: { performance: async () => ({ value: performance, etag: 'e' }) },
        holdDurationMs: 600_000,
        paymentGraceMs: 7_000,
      } as unknown as MusicalDeps,
      performanceId,
      pass: (ms) => {
        clock.nowMs += ms;
      },
      has: (id) => audit.seatsOf(performanceId).allocations.has(id),
    });

    all.forEach((name, operation) => {
      const go = () =>
        OPERATIONS[name](stageOf(operation))
          .catch((error) => {
            if (!isExpected(error)) broken ??= error;
          })
          .finally(() => end(operation));
      pending.push({ operation, what: 'begins', go });
    });

    const make = async ({ operation, what }: Move): Promise<void> => {
      const at = pending.findIndex((one) => one.operation === operation && one.what === what);
      const [chosen] = at < 0 ? [] : pending.splice(at, 1);
      if (chosen === undefined) throw new Error(`${all[operation]} does not wait for: ${what}`);
      steps.push(`${all[operation]}: ${what}`);
      chosen.go();
      await settled();
      if (broken !== undefined) throw broken;
    };
    const waitingOf = (of: number) => pending.filter(({ operation }) => operation === of);
    for (const operation of before.keys()) {
      for (let [move] = waitingOf(operation); move !== undefined; [move] = waitingOf(operation))
        await make(move);
    }
    steps.length = 0;

    const state = () => {
      const documents = "SELECT * FROM c WHERE c.kind != 'outbox'";
      stored ||= database.query('seats', keyOf(performanceId), documents, []).map(contentOf).sort().join();
      const waiting = pending.map(({ operation, what }) => `${operation} ${what}`).sort();
      const experiences = experience.map((one) => [...one].sort().join());
      return digestOf([stored, ...[...versions].sort(), clock.nowMs, ...experiences, ...waiting].join('|'));
    };
    const moves = () => pending.map(({ operation, what }) => ({ operation, what }));
    return { steps, moves, make, state };
  };
  return { begin, close: () => database.close() };
}
