import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buy, pairOf, untilSold } from '../buy';
import { inLanes, rounded } from '../client';
import { openHouse } from '../house';

const RESERVATIONS = 600;
const CLIENTS = 32;
const SHOWN = 15;

type Profile = {
  readonly nodes: readonly { readonly id: number; readonly callFrame: Frame }[];
  readonly samples: readonly number[];
  readonly timeDeltas: readonly number[];
};
type Frame = { readonly functionName: string; readonly url: string };

/**
 * Where the Functions host's time goes while it sells, in percent by package: V8's own sampling profile of a system
 * that is started for it, since being sampled costs time.
 */
export async function measureProfile() {
  const folder = mkdtempSync(path.join(tmpdir(), 'marquee-profile-'));
  const house = await openHouse({ NODE_OPTIONS: `--cpu-prof --cpu-prof-dir=${folder}` });
  const pid = house.pids()['functions-1'];
  try {
    const performanceId = await house.newPerformance(RESERVATIONS * 2);
    const buyers = await house.newCustomers(RESERVATIONS);
    await inLanes(
      RESERVATIONS,
      CLIENTS,
      async (i) => void (await buy(house, performanceId, buyers[i] ?? {}, pairOf(i))),
    );
    await untilSold(house, performanceId, RESERVATIONS * 2);
  } finally {
    await house.close();
  }
  const file = readdirSync(folder).find((name) => name.split('.')[3] === String(pid));
  if (file === undefined) throw new Error(`the Functions host left no profile in ${folder}`);
  const profile = JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as Profile;
  rmSync(folder, { recursive: true, force: true });
  return { functionsHostProfile: sharesOf(profile) };
}

/** Percent of the busy time by what the code belongs to; the largest shares. */
function sharesOf({ nodes, samples, timeDeltas }: Profile): Readonly<Record<string, number>> {
  const frames = new Map(nodes.map(({ id, callFrame }) => [id, callFrame]));
  const shares = new Map<string, number>();
  for (const [i, id] of samples.entries()) {
    const frame = frames.get(id);
    if (frame === undefined || frame.functionName === '(idle)') continue;
    const name = belongsTo(frame);
    shares.set(name, (shares.get(name) ?? 0) + (timeDeltas[i] ?? 0));
  }
  const all = [...shares.values()].reduce((sum, share) => sum + share, 0);
  const largest = [...shares].sort((a, b) => b[1] - a[1]).slice(0, SHOWN);
  return Object.fromEntries(largest.map(([name, share]) => [name, rounded((100 * share) / all)]));
}

const SOCKET_WRITES = new Set(['writev', 'writeBuffer', 'writeUtf8String', 'writeLatin1String']);

function belongsTo({ functionName, url }: Frame): string {
  if (SOCKET_WRITES.has(functionName)) return 'writing to sockets';
  if (url === '') return functionName;
  if (url.startsWith('node:'))
    return `node ${
      url
        .slice('node:'.length)
        .replace(/^internal\//, '')
        .split('/')[0]
    }`;
  const packages = [...url.matchAll(/node_modules\/((?:@[^/]+\/)?[^/]+)/g)];
  return packages.at(-1)?.[1] ?? url.match(/dist\/([^/]+(?:\/[^/]+)?)/)?.[1] ?? url;
}
