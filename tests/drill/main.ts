import { openTheatre } from '../marquee';
import { cancelledByMistake, corruptedMap, unreadableEvent } from './data';
import type { Incident } from './incident';
import { diskFull, forbiddenPort, noHostAlive } from './machine';
import { eventGridFrozen, identityAway, mailAway, providerStopped } from './outside';
import { untilWell } from './watchful';

/**
 * Causes the ten incidents of docs/operations.md on real processes, one after the other. Each has to be seen, by health,
 * the log or the list of what is pending, and to heal. `npm run drill [-- <words of a name> …]`
 */
const INCIDENTS: readonly Incident[] = [
  forbiddenPort,
  noHostAlive,
  diskFull,
  unreadableEvent,
  cancelledByMistake,
  mailAway,
  providerStopped,
  eventGridFrozen,
  identityAway,
  // What it finds stays in the figures of health for ten minutes.
  corruptedMap,
];

async function main(): Promise<void> {
  const words = process.argv.slice(2);
  const chosen = INCIDENTS.filter(
    ({ name }) => words.length === 0 || words.some((word) => name.includes(word)),
  );
  const theatre = await openTheatre({ env: { SWEEP_SECONDS: '2', PAYMENT_TIMEOUT_MS: '2000' } });
  let failed = 0;
  try {
    await untilWell(theatre);
    for (const { name, run } of chosen) {
      const startedAt = performance.now();
      const outcome = await run(theatre).catch((error: Error) => {
        failed += 1;
        return `FAILED: ${error.message}`;
      });
      const seconds = Math.round((performance.now() - startedAt) / 1000);
      console.log(`${name} (${seconds} s)\n  ${outcome}`);
    }
  } finally {
    await theatre.close();
  }
  console.log(failed === 0 ? 'Each was seen, and has healed.' : `${failed} of ${chosen.length} failed.`);
  if (failed > 0) process.exitCode = 1;
}

void main();
