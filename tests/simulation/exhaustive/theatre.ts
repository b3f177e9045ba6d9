import { createHash } from 'node:crypto';
import type { Performance } from '../../../functions/musical/catalogue/domain/performance';
import { musicalDepsOver } from '../../../functions/musical/deps';
import { emptyAvailability, withAllocation } from '../../../functions/musical/seats/domain/availability';
import { isoTime } from '../../../shared/kernel/time';
import { Audit } from '../audit/audit';
import { directContainer, type Passage } from '../container';
import { type ContainerName, Database, keyOf, type StoredDocument } from '../database';
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

const takenBefore = (performanceId: string) =>
  withAllocation(
    emptyAvailability(performanceId),
    {
      seats: ['A-1-1', 'A-1-2', 'A-1-3'],
      turns: [1, 1, 1],
      phase: 'released',
      heldUntil: isoTime(0),
    },
    HOUSE.sections ?? [],
  );

const HOLD_MS = 600_000;

type Ground = {
  readonly performance: Performance;
  readonly clock: { nowMs: number };
  readonly database: Database;
};

/** One run on a performance, and so a partition, of its own. */
class StagedRun implements Run {
  readonly steps: string[] = [];
  private readonly pending: Pending[] = [];
  /** By what was asked. Answers that were awaited at the same time are one experience, in whatever order they came. */
  private readonly experience: Map<string, string>[];
  /** How often each document was written. Two of the same content may have different ETags. */
  private readonly versions = new Map<string, number>();
  private readonly audit = new Audit(HOLD_MS, 2 * LONG_MS);
  private stored = '';
  private broken: unknown;

  constructor(
    private readonly on: Ground,
    private readonly names: readonly OperationName[],
  ) {
    this.experience = names.map(() => new Map());
    this.audit.open(on.performance);
    // That the reservation has ended is what the release says; here nobody else knows.
    this.audit.reservations.all.set('X', { status: 'cancelled' } as never);
    names.forEach((name, operation) => {
      this.pending.push({ operation, what: 'begins', go: () => this.play(name, operation) });
    });
  }

  committed(documents: readonly StoredDocument[]): void {
    this.stored = '';
    for (const { id } of documents) this.versions.set(id, (this.versions.get(id) ?? 0) + 1);
    try {
      this.audit.committed('seats', documents, this.on.clock.nowMs);
    } catch (error) {
      this.broken ??= error;
    }
  }

  private play(name: OperationName, operation: number): void {
    OPERATIONS[name](this.stageOf(operation))
      .catch((error: unknown) => {
        if (!isExpected(error)) this.broken ??= error;
      })
      // What has ended does nothing more, whatever it saw.
      .finally(() => {
        this.experience[operation] = new Map([['end', '']]);
      });
  }

  private published(type: string, subject: string, n: number | undefined): void {
    try {
      this.audit.seatsOf(this.on.performance.performanceId).checkEvent(type, subject, n);
    } catch (error) {
      this.broken ??= error;
    }
  }

  private see(operation: number, what: string, answer: unknown): void {
    const seen = this.experience[operation];
    seen?.set(what, `${seen.get(what) ?? ''} ${digestOf(contentOf(answer))}`);
  }

  /** Each call to the store waits until its move is made. */
  private passageOf(operation: number): Passage {
    return (what, _isWrite, effect) =>
      new Promise((resolve, reject) => {
        const go = () => {
          try {
            const answer = effect();
            this.see(operation, what, [answer, this.versions.get(what.split(' ')[2] ?? '')]);
            resolve(answer);
          } catch (error) {
            reject(error);
          }
        };
        this.pending.push({ operation, what, go });
      });
  }

  private stageOf(operation: number): Stage {
    const { clock, database, performance } = this.on;
    const { performanceId } = performance;
    const now = () => {
      this.see(operation, 'time', clock.nowMs);
      return clock.nowMs;
    };
    const container = (name: ContainerName) => directContainer(database, name, this.passageOf(operation));
    const containers = {
      musicals: container('musicals'),
      venues: container('venues'),
      seatingPlans: container('seatingPlans'),
      seats: container('seats'),
      availability: container('availability'),
      idempotency: container('idempotency'),
      // Nobody is a member and nobody is erased here, so a look at it is no step.
      members: directContainer(database, 'members'),
      erasures: directContainer(database, 'musical-erasures'),
    };
    const deps = musicalDepsOver(containers, {
      clock: { now },
      random: () => 0,
      sleep: async () => {},
      log: { info: () => {}, warn: () => {}, error: () => {} },
      authenticate: () => Promise.reject(new Error('nobody is asked here who they are')),
      // What is published is looked at, and asks nothing of the store.
      publisher: async (events) => {
        for (const { type, subject, data } of events)
          this.published(type, subject, (data as { readonly n?: number }).n);
      },
      holdDurationMs: HOLD_MS,
      paymentGraceMs: 7_000,
      timeZone: 'Asia/Seoul',
    });
    // The performance stands still, so that reading it is no move.
    const read = { value: performance, etag: 'e', unread: { stored: performance, known: performance } };
    // Every other operation sees a picture on which nobody has ever had a seat, and takes without a look.
    const picture = operation % 2 === 0 ? emptyAvailability(performanceId) : takenBefore(performanceId);
    const availabilityOf = async () => ({ value: picture, etag: undefined });
    return {
      deps: {
        ...deps,
        catalogue: { ...deps.catalogue, performance: async () => read },
        performanceOf: async () => read,
        availabilityOf,
      },
      performanceId,
      pass: (ms) => {
        clock.nowMs += ms;
      },
      askBack: (seats) => {
        for (const seatId of seats) this.audit.seatsOf(performanceId).askedBack.add(seatId);
      },
      has: (id) => this.audit.seatsOf(performanceId).allocations.has(id),
    };
  }

  moves(): Move[] {
    return this.pending.map(({ operation, what }) => ({ operation, what }));
  }

  async make({ operation, what }: Move): Promise<void> {
    const at = this.pending.findIndex((one) => one.operation === operation && one.what === what);
    const [chosen] = at < 0 ? [] : this.pending.splice(at, 1);
    if (chosen === undefined) throw new Error(`${this.names[operation]} does not wait for: ${what}`);
    this.steps.push(`${this.names[operation]}: ${what}`);
    chosen.go();
    await settled();
    if (this.broken !== undefined) throw this.broken;
  }

  /** Plays the first operations to their end, one after the other. */
  async prepare(count: number): Promise<void> {
    const next = (operation: number) => this.pending.find((one) => one.operation === operation);
    for (let operation = 0; operation < count; operation++) {
      for (let move = next(operation); move !== undefined; move = next(operation)) await this.make(move);
    }
    this.steps.length = 0;
  }

  state(): string {
    const { clock, database, performance } = this.on;
    this.stored ||= database
      .query('seats', keyOf(performance.performanceId), 'SELECT * FROM c', [])
      .map(contentOf)
      .sort()
      .join();
    const waiting = this.pending.map(({ operation, what }) => `${operation} ${what}`).sort();
    const experiences = this.experience.map((one) => [...one].sort().join());
    return digestOf(
      [this.stored, ...[...this.versions].sort(), clock.nowMs, ...experiences, ...waiting].join('|'),
    );
  }
}

export type Theatre = ReturnType<typeof openTheatre>;

/** The real store on the real engine. */
export function openTheatre() {
  let performances = 0;
  let current: StagedRun | undefined;
  const clock = { nowMs: START_MS };
  const open = () =>
    new Database({ now: () => clock.nowMs }, (_, documents) => current?.committed(documents));
  let database = open();

  const begin = async (before: readonly OperationName[], names: readonly OperationName[]): Promise<Run> => {
    if (++performances % RUNS_PER_DATABASE === 0) {
      database.close();
      database = open();
    }
    clock.nowMs = START_MS;
    const performanceId = `p${performances}`;
    const performance = { ...drawPerformance(seededRandom('house'), 1, START_MS), ...HOUSE, performanceId };
    current = new StagedRun({ performance, clock, database }, [...before, ...names]);
    await current.prepare(before.length);
    return current;
  };
  return { begin, close: () => database.close() };
}
