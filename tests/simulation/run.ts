import { createHash } from 'node:crypto';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Outcome } from './episode';
import { type FaultKind, noFaults } from './faults';
import type { Violation } from './violation';

/** Reservations of one run: many small worlds meet more corners than one large one, and each can be run again alone. */
export const EPISODE_SIZE = 60;

export type Request = {
  readonly seed: string;
  readonly reservations: number;
  readonly off: readonly FaultKind[];
};
export type Answer = Omit<Outcome, 'trace' | 'violation'> & {
  readonly seed: string;
  readonly violation: Pick<Violation, 'rule' | 'about' | 'message'> | undefined;
};

export type Totals = {
  readonly episodes: number;
  readonly reservations: number;
  readonly steps: number;
  readonly deadLetters: number;
  readonly byStatus: Record<string, number>;
  readonly faults: Record<FaultKind, number>;
  /** Over the traces of all episodes, in their order: the same for the same seed, however many workers there were. */
  readonly traceHash: string;
  readonly failed: Answer | undefined;
};

const PROGRESS_MS = 15_000;

/** Runs as many episodes as it takes, on several workers; stops at the first violation. */
export async function runMany(
  seed: string,
  reservations: number,
  workers: number,
  progress: (done: number, of: number) => void,
): Promise<Totals> {
  const of = Math.max(1, Math.ceil(reservations / EPISODE_SIZE));
  const answers: Answer[] = [];
  let next = 0;
  let failed: Answer | undefined;
  let told = Date.now();
  const broken = Promise.withResolvers<void>();
  const lane = async (worker: ReturnType<typeof openWorker>) => {
    while (next < of && failed === undefined) {
      const index = next++;
      const answer = await worker.run({ seed: `${seed}/${index}`, reservations: EPISODE_SIZE, off: [] });
      answers[index] = answer;
      if (answer.violation !== undefined) {
        failed ??= answer;
        broken.resolve();
      }
      if (Date.now() - told > PROGRESS_MS) {
        told = Date.now();
        progress(answers.filter(Boolean).length, of);
      }
    }
  };
  const open = Array.from({ length: Math.min(workers, of) }, openWorker);
  // Nobody waits for the rest of other episodes then.
  await Promise.race([Promise.all(open.map(lane)), broken.promise]);
  await Promise.all(open.map((worker) => worker.close()));
  return totalsOf(answers.filter(Boolean), failed);
}

function totalsOf(answers: readonly Answer[], failed: Answer | undefined): Totals {
  const faults = noFaults();
  const byStatus: Record<string, number> = {};
  const sum = (of: (answer: Answer) => number) => answers.reduce((total, answer) => total + of(answer), 0);
  for (const answer of answers) {
    for (const [kind, count] of Object.entries(answer.faults)) faults[kind as FaultKind] += count;
    for (const [status, count] of Object.entries(answer.byStatus))
      byStatus[status] = (byStatus[status] ?? 0) + count;
  }
  const hash = createHash('sha256').update(answers.map(({ traceHash }) => traceHash).join());
  return {
    episodes: answers.length,
    reservations: sum((answer) => answer.reservations),
    steps: sum((answer) => answer.steps),
    deadLetters: sum((answer) => answer.deadLetters),
    byStatus,
    faults,
    traceHash: hash.digest('hex').slice(0, 16),
    failed,
  };
}

/** What an episode makes lives for a step or two: with what V8 gives new objects by itself, a fifth of the time goes into collecting them. */
const YOUNG = { maxYoungGenerationSizeMb: 192 };

/** A thread that runs one episode at a time. */
function openWorker() {
  const worker = new Worker(path.join(__dirname, 'worker.js'), { resourceLimits: YOUNG });
  let settle: { resolve: (answer: Answer) => void; reject: (error: unknown) => void } | undefined;
  worker.on('message', (answer: Answer) => settle?.resolve(answer));
  worker.on('error', (error) => settle?.reject(error));
  worker.on('exit', (code) => settle?.reject(new Error(`a worker ended by itself (${code})`)));
  return {
    run: (request: Request) =>
      new Promise<Answer>((resolve, reject) => {
        settle = { resolve, reject };
        worker.postMessage(request);
      }),
    close: () => worker.terminate(),
  };
}
