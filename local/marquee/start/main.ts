import path from 'node:path';
import { parseArgs } from 'node:util';
import { marqueeChaos } from '../chaos';
import { dataDir } from '../settings';
import { lockDataDir } from './dataDirLock';
import { watchNpm } from './npmParents';
import { clearPids, readPids, writePid } from './pidFile';
import { shiftClock } from './shiftClock';
import { StartError } from './startError';
import { Supervisor } from './supervisor';

const root = path.resolve(__dirname, '../../../..');

const IMPATIENT_MS = 1_000;

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { services: { type: 'boolean' }, verbose: { type: 'boolean' } } });
  shiftClock();
  marqueeChaos();
  const folder = dataDir();
  const unlock = lockDataDir(folder);
  const afterKill = Object.keys(readPids(folder)).length > 0;
  clearPids(folder);
  writePid(folder, 'start', process.pid);
  const supervisor = new Supervisor({
    layout: { root, dataDir: folder, env: process.env },
    servicesOnly: values.services ?? false,
    verbose: values.verbose ?? false,
    afterKill,
    print: (text) => console.log(text),
  });
  let endingSince: number | undefined;
  const end = once(async (code: number) => {
    endingSince = performance.now();
    await supervisor.stop();
    clearPids(folder);
    unlock();
    process.exit(code);
  });
  const onSignal = () => {
    // One Ctrl-C can arrive twice, from the terminal and from npm; a later one is from a person who will not wait.
    if (endingSince !== undefined && performance.now() - endingSince > IMPATIENT_MS) process.exit(1);
    void end(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, onSignal);
  process.once('disconnect', () => void end(0));
  watchNpm(() => void end(0));
  try {
    const urls = await supervisor.start();
    process.send?.({ type: 'ready', urls });
  } catch (error) {
    if (endingSince === undefined) console.error(error instanceof StartError ? error.message : error);
    await end(1);
  }
}

/** Runs at most once. Later calls get the first one's promise. */
function once<A>(work: (argument: A) => Promise<void>): (argument: A) => Promise<void> {
  let running: Promise<void> | undefined;
  return (argument) => {
    running ??= work(argument);
    return running;
  };
}

main().catch((error: Error) => {
  console.error(error.message);
  process.exit(1);
});
