import { parentPort } from 'node:worker_threads';
import { runEpisode } from './episode';
import type { Request } from './run';

/** Runs one episode for each message. */
parentPort?.on('message', async ({ seed, reservations, off }: Request) => {
  const {
    trace: _long,
    violation,
    ...outcome
  } = await runEpisode({
    seed,
    reservations,
    off: new Set(off),
    keepsTrace: false,
  });
  const told = violation && { rule: violation.rule, about: violation.about, message: violation.message };
  parentPort?.postMessage({ ...outcome, seed, violation: told });
});
