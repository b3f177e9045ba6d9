import { z } from 'zod';
import type { Clock } from '../../../../shared/kernel/clock';
import type { Pacing } from '../../../../shared/kernel/pacing';
import { isoTime } from '../../../../shared/kernel/time';
import { reasonOf } from '../../../../shared/telemetry/log';
import { recordMetric } from '../../../../shared/telemetry/metrics';
import { isToCome, type Performance } from '../../catalogue/domain/performance';
import type { Section } from '../../catalogue/domain/seatingPlan';
import { musicalListKey } from '../../catalogue/store';
import type { MusicalDeps } from '../../deps';
import { wasReturned } from '../domain/allocation';
import { isMadeFor, type SeatTruth, seatsShownWrong } from '../domain/availability';
import { rebuildAvailability } from './rebuildAvailability';

/** So many sections are compared in a run. A run costs little, and a season is through in an hour or two. */
const SECTIONS_PER_RUN = 4;
/** So many seats of a section, and so many sections, are remembered from run to run. */
const MAX_REMEMBERED = 200;
const MAX_SUSPECTS = 20;
/**
 * What is shown wrong for so long is wrong, and not only behind. Longer than another host takes to go on with the feed of one
 * that died, which is a minute and some seconds in Azure.
 */
const WRONG_AFTER_MS = 2 * 60_000;
/** For so long what was found stays in the figure, so that somebody who looks sees it. */
const SHOWN_FOR_MS = 10 * 60_000;

const sectionRef = { performanceId: z.string(), sectionId: z.string() };

/** How far the comparison is, and what it has found, from run to run. */
export const comparisonSchema = z.object({
  /** The list key of the musical before the one that is being compared, and how many of that one's sections are done. */
  after: z.string().optional(),
  done: z.int().default(0),
  /** Seats that are shown wrong since then, each with what it should show. */
  suspects: z
    .array(z.object({ ...sectionRef, since: z.string(), seats: z.record(z.string(), z.string()) }))
    .default([]),
  /** What stayed wrong. */
  drifts: z.array(z.object({ ...sectionRef, seats: z.int(), at: z.string() })).default([]),
});
export type Comparison = z.infer<typeof comparisonSchema>;
type Suspect = Comparison['suspects'][number];
type Drift = Comparison['drifts'][number];

type Deps = Pacing & Pick<MusicalDeps, 'catalogue' | 'seats' | 'availability' | 'clock' | 'log'>;

/**
 * Compares what seat maps show with who has the seats, a few sections in each run. The projection is about a second behind,
 * and a minute after a host has died. So a seat counts as wrong only when it is shown wrong for two minutes and nothing has
 * become of it meanwhile. Then it is told in the log, and the map is rebuilt.
 */
export async function compareSeatMaps(deps: Deps, before: Comparison): Promise<Comparison> {
  const { slice, after, done } = await nextSlice(deps, before);
  const { suspects, drifts } = await lookAgain(deps, before.suspects);
  for (const { performance, section } of slice) {
    if (suspects.length >= MAX_SUSPECTS || suspects.some(isOf(performance, section))) continue;
    const seats = await wrongIn(deps, performance, section);
    if (seats.size > 0) suspects.push(suspectOf(deps.clock, { performance, section, seats }));
  }
  const shownSince = isoTime(deps.clock.now() - SHOWN_FOR_MS);
  const shown = [...before.drifts.filter(({ at }) => at >= shownSince), ...drifts];
  return { ...(after === undefined ? {} : { after }), done, suspects, drifts: shown.slice(-MAX_REMEMBERED) };
}

type Slice = readonly { readonly performance: Performance; readonly section: Section }[];

/** The sections that are next, of one musical. After the last one it begins anew with the first. */
async function nextSlice(
  { catalogue, clock }: Deps,
  { after, done }: Comparison,
): Promise<{ slice: Slice; after: string | undefined; done: number }> {
  const now = isoTime(clock.now());
  const from = isoTime(clock.now() - 24 * 60 * 60_000).slice(0, 10);
  const [musical] = await catalogue.musicals({ from }, { after, limit: 1 });
  if (musical === undefined) return { slice: [], after: undefined, done: 0 };
  const performances = await catalogue.performancesOf(musical.musicalId);
  const all = performances
    .filter((performance) => isToCome(performance, now))
    .flatMap((performance) => performance.sections.map((section) => ({ performance, section })));
  const slice = all.slice(done, done + SECTIONS_PER_RUN);
  const isThrough = done + slice.length >= all.length;
  return isThrough
    ? { slice, after: musicalListKey(musical), done: 0 }
    : { slice, after, done: done + slice.length };
}

/** The seats of a section that are shown wrong now. A map that cannot be read shows every seat wrong that was ever taken. */
async function wrongIn(
  deps: Pick<Deps, 'seats' | 'availability' | 'log'>,
  { performanceId, sections }: Performance,
  section: Section,
): Promise<ReadonlyMap<string, string>> {
  const { seats, log } = deps;
  const stored = await deps.availability.read(performanceId).catch((error: unknown) => {
    log.error('seat map cannot be read', { performanceId, reason: reasonOf(error) });
    return undefined;
  });
  const availability = stored?.value ?? { performanceId, blocks: {} };
  // One that was made for another plan is made anew by its next reader.
  if (!isMadeFor(availability, sections)) return new Map();
  const { claims, live } = await seats.sectionAsRead(performanceId, section.sectionId);
  const owners = new Map(live.map((owner) => [owner.id, owner]));
  const truths = claims.map((claim): SeatTruth => {
    const { seatId, turn, allocationId } = claim;
    const owner = owners.get(allocationId);
    if (owner === undefined || wasReturned(claim, owner))
      return { seatId, turn, phase: 'released', heldUntil: '' };
    const { phase, heldUntil, withheld } = owner;
    return { seatId, turn, phase, heldUntil, withheld };
  });
  return seatsShownWrong(availability, [section], truths);
}

const isOf =
  ({ performanceId }: Performance, { sectionId }: Section) =>
  (suspect: Suspect): boolean =>
    suspect.performanceId === performanceId && suspect.sectionId === sectionId;

type Found = {
  readonly performance: Performance;
  readonly section: Section;
  readonly seats: ReadonlyMap<string, string>;
};
const suspectOf = (clock: Clock, { performance, section, seats }: Found): Suspect => ({
  performanceId: performance.performanceId,
  sectionId: section.sectionId,
  since: isoTime(clock.now()),
  seats: Object.fromEntries([...seats].slice(0, MAX_REMEMBERED)),
});

/** Looks again at what was shown wrong. What still is, and should show the same as then, is mended when it is time. */
async function lookAgain(
  deps: Deps,
  before: readonly Suspect[],
): Promise<{ suspects: Suspect[]; drifts: Drift[] }> {
  const suspects: Suspect[] = [];
  const drifts: Drift[] = [];
  for (const suspect of before) {
    const seats = await stillWrong(deps, suspect);
    const isLong = deps.clock.now() - Date.parse(suspect.since) >= WRONG_AFTER_MS;
    if (Object.keys(seats).length === 0) continue;
    if (isLong) drifts.push(driftOf(deps, { ...suspect, seats }));
    else suspects.push({ ...suspect, seats });
  }
  for (const performanceId of new Set(drifts.map((drift) => drift.performanceId)))
    await mend(deps, performanceId);
  return { suspects, drifts };
}

async function stillWrong(
  deps: Deps,
  { performanceId, sectionId, seats: suspected }: Suspect,
): Promise<Suspect['seats']> {
  const performance = (await deps.catalogue.performance(performanceId))?.value;
  const section = performance?.sections.find((one) => one.sectionId === sectionId);
  if (performance === undefined || section === undefined) return {};
  const wrong = await wrongIn(deps, performance, section);
  return Object.fromEntries([...wrong].filter(([seatId, should]) => suspected[seatId] === should));
}

const MAX_TOLD = 20;

function driftOf(
  { log, clock }: { readonly log: Deps['log']; readonly clock: Clock },
  { performanceId, sectionId, seats }: Suspect,
): Drift {
  const wrong = Object.keys(seats);
  const told = wrong.slice(0, MAX_TOLD);
  log.error('seat map drifted', { performanceId, sectionId, count: wrong.length, seats: told });
  recordMetric('marquee.drift', wrong.length);
  return { performanceId, sectionId, seats: wrong.length, at: isoTime(clock.now()) };
}

async function mend(deps: Deps, performanceId: string): Promise<void> {
  try {
    const allocations = await rebuildAvailability(deps, performanceId);
    deps.log.info('seat map rebuilt', { performanceId, allocations });
  } catch (error) {
    deps.log.error('seat map could not be rebuilt', { performanceId, reason: reasonOf(error) });
  }
}
