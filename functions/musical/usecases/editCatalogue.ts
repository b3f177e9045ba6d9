import { isDeepStrictEqual } from 'node:util';
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
import { isOverdue } from '../domain/allocation';
import {
  defaultCancellationPolicy,
  faultInHouse,
  hasBegun,
  isToCome,
  type Performance,
} from '../domain/performance';
import type { Section } from '../domain/seatMap';
import { begunAlready, closePerformance } from './cancelPerformance';
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
const MAX_TRIES = 5;

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

/**
 * Changes a musical and then each of its performances; terms of reservations already made stay as they were. The same
 * request again goes on where it stopped, though its `If-Match` is of the state before. Throws `not-found`, `stale`,
 * `invalid-request`.
 */
export async function updateMusical(
  deps: MusicalDeps,
  musicalId: string,
  fields: MusicalFields,
  ifMatch: string | undefined,
): Promise<Versioned<Musical>> {
  checkMusical(fields);
  await storeMusical(deps, { musicalId, ...fields }, ifMatch);
  for (const { performanceId } of await deps.catalogue.performancesOf(musicalId)) {
    await change(deps, performanceId, undefined, (performance) => ({
      ...performance,
      title: fields.title,
      venue: fields.venue,
    }));
  }
  return readMusical(deps, musicalId);
}

async function storeMusical(deps: MusicalDeps, wanted: Musical, ifMatch: string | undefined): Promise<void> {
  for (let attempt = 0; attempt < MAX_TRIES; attempt++) {
    const stored = await readMusical(deps, wanted.musicalId);
    if (isDeepStrictEqual(stored.value, wanted)) return;
    checkUnchanged(stored.etag, ifMatch);
    if ((await deps.catalogue.replaceMusical({ value: wanted, etag: stored.etag })) === 'committed') return;
  }
  throw new StoreUnavailable('the musical keeps changing; send the same request again');
}

const stale = () =>
  problem('stale', 'It has changed since you read it. Read it again and repeat your change.');

function checkUnchanged(etag: string, ifMatch: string | undefined): void {
  if (ifMatch !== undefined && ifMatch !== '*' && ifMatch !== etag) throw stale();
}

/**
 * Closes what is to come of a musical, one performance after the other, and takes it out of the catalogue; what was
 * played stays as it was. After a failure the same request goes on where it was. Throws `live-reservations` as long as
 * anybody has seats of a performance to come, `not-found`, `stale`.
 */
export async function removeMusical(
  deps: MusicalDeps,
  musicalId: string,
  ifMatch: string | undefined,
): Promise<void> {
  const stored = await readMusical(deps, musicalId);
  checkUnchanged(stored.etag, ifMatch);
  const performances = await deps.catalogue.performancesOf(musicalId);
  const now = isoTime(deps.clock.now());
  for (const performance of performances) await checkNobodyWaits(deps, performance, now);
  // Somebody may have taken seats since: closing the performances leaves them to the sweep, which revokes and refunds.
  for (const { performanceId } of performances.filter((one) => isToCome(one, now))) {
    await closePerformance(deps, performanceId);
  }
  const isOpenAgain = (await deps.catalogue.performancesOf(musicalId)).some((one) => isToCome(one, now));
  if (isOpenAgain || !(await isRemoved(deps, stored))) throw stale();
}

/** False when the musical was changed since it was read. */
async function isRemoved(deps: MusicalDeps, stored: Versioned<Musical>): Promise<boolean> {
  if ((await deps.catalogue.removeMusical(stored)) === 'committed') return true;
  return (await deps.catalogue.musical(stored.value.musicalId)) === undefined;
}

/** Throws `live-reservations` when somebody has seats of what is to come, or is about to pay for what has begun. */
async function checkNobodyWaits(deps: MusicalDeps, performance: Performance, now: string): Promise<void> {
  const { performanceId } = performance;
  const begun = hasBegun(performance, now);
  const live = await deps.seats.liveAllocations(performanceId);
  if (live.every((one) => isOverdue(one, now) || (begun && one.phase === 'sold'))) return;
  throw problem(
    'live-reservations',
    begun
      ? `Performance ${performanceId} has begun, and somebody is still to pay. Try again in some minutes.`
      : `Performance ${performanceId} has reservations. Cancel the performance first.`,
  );
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
  const { musicalId, title, venue } = musical;
  return {
    performanceId,
    musicalId,
    title,
    venue,
    ...timesOf(fields, venue.timeZone),
    currency: fields.currency,
    priceTiers: fields.priceTiers,
    sections: fields.sections,
    maxSeatsPerReservation: fields.maxSeatsPerReservation ?? DEFAULT_SEATS_PER_RESERVATION,
    cancellationPolicy: fields.cancellationPolicy ?? defaultCancellationPolicy(fields.currency),
    status: 'scheduled',
  };
}

const TIMES = ['startsAt', 'salesOpenAt', 'salesCloseAt'] as const;
type Times = Pick<Performance, (typeof TIMES)[number]>;

function timesOf(fields: Times, timeZone: string): Times {
  const given = TIMES.flatMap((member) => {
    const time = fields[member];
    return time === undefined ? [] : [[member, comparableTime(member, time, timeZone)]];
  });
  const times: Times = Object.fromEntries(given);
  const { startsAt, salesOpenAt, salesCloseAt = startsAt } = times;
  if (salesOpenAt !== undefined && salesOpenAt >= salesCloseAt)
    throw invalidMember('/salesOpenAt', 'Sales would open after they have closed.');
  return times;
}

/** Times are compared as text, which holds for years of four digits. */
function comparableTime(member: string, time: string, timeZone: string): string {
  const utc = isoTime(instantOf(time, timeZone));
  if (!/^\d{4}-/.test(utc)) throw invalidMember(`/${member}`, 'This is too far away.');
  return utc;
}

/**
 * Changes a performance. Seats that are no longer in it, or a moved start, are told to those concerned by the sweep:
 * full refund. Throws `not-found`, `stale`, `wrong-state` (cancelled; or begun, and another house or start),
 * `invalid-request`.
 */
export async function updatePerformance(
  deps: MusicalDeps,
  performanceId: string,
  fields: PerformanceFields,
  ifMatch: string | undefined,
): Promise<Versioned<Performance>> {
  await change(deps, performanceId, ifMatch, (before) => {
    if (before.status === 'cancelled') throw problem('wrong-state', 'The performance is cancelled for good.');
    const changedAt = isoTime(deps.clock.now());
    const after = performanceOf(performanceId, before, fields);
    // What was sold was paid in it, and the sales are one sum.
    if (after.currency !== before.currency)
      throw invalidMember('/currency', 'It stays what it was. Cancel this performance and create another.');
    checkNotTooLate(before, after, changedAt);
    return { ...after, changedAt };
  });
  return readPerformance(deps, performanceId);
}

function checkNotTooLate(before: Performance, after: Performance, now: string): void {
  const isMoved = after.startsAt !== before.startsAt;
  const isRebuilt = !isDeepStrictEqual(after.sections, before.sections);
  if (hasBegun(before, now) && (isMoved || isRebuilt)) throw begunAlready(before);
  if (isMoved && hasBegun(after, now)) {
    throw invalidMember('/startsAt', 'It would have begun already, and could not be moved back.');
  }
}

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
