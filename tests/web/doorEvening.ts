import type { Page } from 'playwright-core';
import { doorPage, type Evening, evening, isKept, isOnline, wedge } from './doorSteps';
import type { Stage } from './stage';

export type EveningReport = {
  readonly people: number;
  /** Let in at each door, without a network among them. */
  readonly letIn: readonly number[];
  readonly letInOffline: number;
  readonly refusedAgain: number;
  readonly offlineMs: number;
  /** From the last key to the painted verdict. */
  readonly scanToColourMs: { readonly p50: number; readonly p95: number; readonly max: number };
};

/** Every so many somebody shows a ticket a second time, at the same door. */
const AGAIN_EVERY = 10;

/** What may be looked at on the way. */
export type Moment = 'opened' | 'admitted' | 'again' | 'offline' | 'told';
export type Doors = readonly [Page, Page];
type Look = (moment: Moment, doors: Doors) => Promise<void>;

/** As `letIn`, of a performance of its own. */
export async function letEverybodyIn(
  stage: Stage,
  people: number,
  offlineMs: number,
): Promise<EveningReport> {
  const show = await evening(stage.theatre, `Full House ${people}`, people);
  return letIn(stage, show, offlineMs);
}

/**
 * Everybody comes in at two doors, and the second one has no network in between; then somebody shows it a copy of a ticket
 * that was let in at the first. Throws when somebody was not let in, or a ticket twice, when the server has not heard of all
 * once both are back, or when it lists another conflict than that copy.
 */
export async function letIn(
  stage: Stage,
  show: Evening,
  offlineMs: number,
  look: Look = async () => {},
): Promise<EveningReport> {
  const doors: Doors = [
    await doorPage(stage, show, { door: 'Door 1' }),
    await doorPage(stage, show, { door: 'Door 2' }),
  ];
  await Promise.all(doors.map(isKept));
  await look('opened', doors);
  const met: Crowd['met'] = { ms: [], letIn: [0, 0], refusedAgain: 0, offlineMs: 0 };
  const crowd = { doors, look, met };
  const [first, second] = [0, 1].map((at) => show.codes.filter((_, person) => person % 2 === at));
  const [before, alone, after] = inThirds(second ?? []);
  const secondDoor = async () => {
    await pass(crowd, 1, before);
    await doors[1].context().setOffline(true);
    const [beganMs, copied] = [Date.now(), met.letIn[0] + 1];
    await pass(crowd, 1, alone);
    await look('offline', doors);
    await until(() => met.letIn[0] > copied);
    await scan(crowd, 1, first?.[copied] ?? '', 'admitted');
    await until(() => Date.now() - beganMs >= offlineMs);
    await doors[1].context().setOffline(false);
    met.offlineMs = Date.now() - beganMs;
    await pass(crowd, 1, after);
  };
  await Promise.all([pass(crowd, 0, first ?? []), secondDoor()]);
  await isOnline(doors[1]);
  const people = show.codes.length;
  await isTold(stage, show, doors, people);
  await look('told', doors);
  const { ms, ...counted } = met;
  return { people, ...counted, letInOffline: alone.length, scanToColourMs: spread(ms) };
}

type Crowd = {
  readonly doors: Doors;
  readonly look: Look;
  readonly met: {
    readonly ms: number[];
    readonly letIn: [number, number];
    refusedAgain: number;
    offlineMs: number;
  };
};

async function scan({ doors, met }: Crowd, at: 0 | 1, code: string, hoped: string): Promise<void> {
  const { verdict, ms } = await wedge(doors[at], code);
  if (verdict !== hoped) throw new Error(`Scanned at door ${at + 1}: ${verdict} in place of ${hoped}.`);
  met.ms.push(ms);
}

/** Everybody of these comes in at one door, and some of them show a ticket again. The first door is looked at. */
async function pass(crowd: Crowd, at: 0 | 1, codes: readonly string[]): Promise<void> {
  const look = (moment: Moment, isFirst: boolean) =>
    isFirst && at === 0 ? crowd.look(moment, crowd.doors) : undefined;
  for (const [place, code] of codes.entries()) {
    await scan(crowd, at, code, 'admitted');
    crowd.met.letIn[at]++;
    await look('admitted', place === 0);
    const earlier = place % AGAIN_EVERY === AGAIN_EVERY - 1 ? codes[place - 2] : undefined;
    if (earlier === undefined) continue;
    await scan(crowd, at, earlier, 'already-admitted');
    crowd.met.refusedAgain++;
    await look('again', place < AGAIN_EVERY);
  }
}

function inThirds(codes: readonly string[]): [readonly string[], readonly string[], readonly string[]] {
  const third = Math.ceil(codes.length / 3);
  return [codes.slice(0, third), codes.slice(third, 2 * third), codes.slice(2 * third)];
}

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((wake) => setTimeout(wake, 20));
}

async function isTold({ theatre }: Stage, show: Evening, doors: readonly Page[], people: number) {
  const { body } = await theatre.admin.get(`/admin/performances/${show.performanceId}/door`);
  if (body.counts.admitted !== people || body.conflicts.length !== 1)
    throw new Error(`The server has ${JSON.stringify(body.counts)} and ${body.conflicts.length} conflicts.`);
  for (const door of doors)
    await door.locator('dd', { hasText: new RegExp(`^${people}$`) }).waitFor({ timeout: 60_000 });
}

export function spread(values: readonly number[]): EveningReport['scanToColourMs'] {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number) =>
    Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
  return { p50: at(0.5), p95: at(0.95), max: at(1) };
}
