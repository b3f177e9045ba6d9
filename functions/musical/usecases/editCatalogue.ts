import { isoTime } from '../../../shared/clock';
import { StoreUnavailable } from '../../../shared/cosmos';

import { invalidMember } from '../../../shared/request';
import type { Versioned } from '../../../shared/versioned';
import { instantOf, isTimeZone } from '../../../shared/zone';
import { problem } from '../../problems';
import { performanceIdOf } from '../catalogueStore';
import type { CancellationPolicy } from '../contract';
import type { MusicalDeps } from '../deps';
import type { Musical } from '../documents';
import { hasEnded, isOverdue } from '../domain/allocation';
import { defaultCancellationPolicy, faultInHouse, type Performance } from '../domain/performance';
import type { Section } from '../domain/seatMap';
import { readMusical, readPerformance } from './readPerformance';

export type MusicalFields = Omit<Musical, 'musicalId'>;

export type PerformanceFields = {
  readonly startsAt: string;
  readonly salesOpenAt?: string | undefined;
  readonly salesCloseAt?: string | undefined;
  readonly currency: string;
  readonly priceTiers: Readonly<Record<string, number>>;
  readonly sections: readonly Section[];
  readonly maxSeatsPerReservation?: number | undefined;
  readonly cancellationPolicy?: CancellationPolicy | undefined;
};

const DEFAULT_SEATS_PER_RESERVATION = 4;

function checkMusical(fields: MusicalFields): void {
  if (!isTimeZone(fields.venue.timeZone)) {
    throw invalidMember('/venue/timeZone', 'This is no IANA time zone; write one like "Asia/Seoul".');
  }
  if (fields.endDate < fields.startDate) throw invalidMember('/endDate', 'The last day is before the first.');
}

/** Creates the musical under this id; a repeated call finds it. Throws `invalid-request`. */
export async function createMusical(
  deps: MusicalDeps,
  musicalId: string,
  fields: MusicalFields,
): Promise<Versioned<Musical>> {
  checkMusical(fields);
  await deps.catalogue.createMusical({ musicalId, ...fields });
  return readMusical(deps, musicalId);
}

/** Throws `not-found`, `stale`, `invalid-request`. Terms of reservations already made stay as they were. */
export async function updateMusical(
  deps: MusicalDeps,
  musicalId: string,
  fields: MusicalFields,
  ifMatch: string | undefined,
): Promise<Versioned<Musical>> {
  checkMusical(fields);
  const stored = await readMusical(deps, musicalId);
  checkUnchanged(stored.etag, ifMatch);
  if (
    (await deps.catalogue.replaceMusical({ value: { musicalId, ...fields }, etag: stored.etag })) ===
    'conflict'
  )
    throw stale();
  for (const { performanceId } of await deps.catalogue.performancesOf(musicalId)) {
    await change(deps, performanceId, undefined, (performance) => ({
      ...performance,
      title: fields.title,
      venue: fields.venue,
    }));
  }
  return readMusical(deps, musicalId);
}

const stale = () =>
  problem('stale', 'It has changed since you read it. Read it again and repeat your change.');

function checkUnchanged(etag: string, ifMatch: string | undefined): void {
  if (ifMatch !== undefined && ifMatch !== '*' && ifMatch !== etag) throw stale();
}

/** Takes the musical out of the catalogue. Throws `live-reservations` as long as anybody has seats, `not-found`. */
export async function removeMusical(
  deps: MusicalDeps,
  musicalId: string,
  ifMatch: string | undefined,
): Promise<void> {
  const stored = await readMusical(deps, musicalId);
  checkUnchanged(stored.etag, ifMatch);
  const performances = await deps.catalogue.performancesOf(musicalId);
  const now = isoTime(deps.clock.now());
  for (const { performanceId } of performances) {
    const live = await deps.seats.liveAllocations(performanceId);
    if (live.some((allocation) => !hasEnded(allocation) && !isOverdue(allocation, now))) {
      throw problem(
        'live-reservations',
        `Performance ${performanceId} has reservations. Cancel the performance first.`,
      );
    }
  }
  // Somebody may have taken seats since: closing the performances leaves them to the sweep, which revokes and refunds.
  const closed = performances.map((p): Performance => ({ ...p, status: 'cancelled', changedAt: now }));
  const outcome = await deps.catalogue.removeMusical(musicalId, closed);
  if (outcome === 'conflict') throw stale();
}

/** Throws `not-found` (no such musical), `invalid-request`. */
export async function createPerformance(
  deps: MusicalDeps,
  musicalId: string,
  id: string,
  fields: PerformanceFields,
): Promise<Versioned<Performance>> {
  const { value: musical } = await readMusical(deps, musicalId);
  const performance = performanceOf(performanceIdOf(musicalId, id), musical, fields);
  await deps.catalogue.createPerformance(performance);
  return readPerformance(deps, performance.performanceId);
}

function performanceOf(
  performanceId: string,
  musical: Pick<Musical, 'musicalId' | 'title' | 'venue'>,
  fields: PerformanceFields,
): Performance {
  const fault = faultInHouse(fields.sections, fields.priceTiers);
  if (fault !== undefined) throw invalidMember(fault.pointer, fault.detail);
  const instant = (time: string) => isoTime(instantOf(time, musical.venue.timeZone));
  const { musicalId, title, venue } = musical;
  return {
    performanceId,
    musicalId,
    title,
    venue,
    startsAt: instant(fields.startsAt),
    ...(fields.salesOpenAt === undefined ? {} : { salesOpenAt: instant(fields.salesOpenAt) }),
    ...(fields.salesCloseAt === undefined ? {} : { salesCloseAt: instant(fields.salesCloseAt) }),
    currency: fields.currency,
    priceTiers: fields.priceTiers,
    sections: fields.sections,
    maxSeatsPerReservation: fields.maxSeatsPerReservation ?? DEFAULT_SEATS_PER_RESERVATION,
    cancellationPolicy: fields.cancellationPolicy ?? defaultCancellationPolicy(fields.currency),
    status: 'scheduled',
  };
}

/**
 * Changes a performance. Seats that are no longer in it, or a moved start, are told to those concerned by the sweep:
 * full refund. Throws `not-found`, `stale`, `wrong-state` (cancelled), `invalid-request`.
 */
export async function updatePerformance(
  deps: MusicalDeps,
  performanceId: string,
  fields: PerformanceFields,
  ifMatch: string | undefined,
): Promise<Versioned<Performance>> {
  await change(deps, performanceId, ifMatch, (before) => {
    if (before.status === 'cancelled') throw problem('wrong-state', 'The performance is cancelled for good.');
    return { ...performanceOf(performanceId, before, fields), changedAt: isoTime(deps.clock.now()) };
  });
  return readPerformance(deps, performanceId);
}

const MAX_TRIES = 5;

async function change(
  deps: MusicalDeps,
  performanceId: string,
  ifMatch: string | undefined,
  next: (performance: Performance) => Performance,
): Promise<void> {
  for (let attempt = 0; attempt < MAX_TRIES; attempt++) {
    const stored = await readPerformance(deps, performanceId);
    checkUnchanged(stored.etag, ifMatch);
    const value = next(stored.value);
    if (
      (await deps.catalogue.replacePerformance({ value, etag: stored.etag }, value.changedAt)) === 'committed'
    )
      return;
    if (ifMatch !== undefined) throw stale();
  }
  throw new StoreUnavailable('the performance keeps changing; send the same request again');
}
