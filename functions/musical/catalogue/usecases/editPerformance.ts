import { isDeepStrictEqual } from 'node:util';
import { StoreUnavailable } from '../../../../shared/cosmos/cosmos';
import { untilCommitted } from '../../../../shared/cosmos/untilCommitted';
import { invalidMember } from '../../../../shared/http/request';
import { isoTime } from '../../../../shared/kernel/clock';
import type { Versioned } from '../../../../shared/kernel/versioned';
import { instantOf } from '../../../../shared/kernel/zone';
import { problem } from '../../../problems';
import type { CancellationPolicy } from '../../contract';
import type { MusicalDeps } from '../../deps';
import type { Musical } from '../domain/musical';
import { defaultCancellationPolicy, faultInHouse, hasBegun, type Performance } from '../domain/performance';
import type { Section } from '../domain/seatMap';
import { performanceIdOf } from '../store';
import { begunAlready, closePerformance } from './cancelPerformance';
import { noMusical, readMusical, readPerformance } from './readPerformance';

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

/** Asks for an id only for what can be made: so a refusal uses up no Idempotency-Key. Throws `not-found` (no such musical), `invalid-request`. */
export async function createPerformance(
  deps: MusicalDeps,
  musicalId: string,
  newId: () => Promise<string>,
  fields: PerformanceFields,
): Promise<Versioned<Performance>> {
  const { value: musical } = await readMusical(deps, musicalId);
  const performance = performanceOf('', musical, fields);
  const performanceId = performanceIdOf(musicalId, await newId());
  await deps.catalogue.createPerformance({ ...performance, performanceId });
  seen(await deps.catalogue.performance(performanceId));
  // The musical may have been changed or removed meanwhile, by somebody who did not see this performance.
  const now = await deps.catalogue.musical(musicalId);
  if (now === undefined) {
    await closePerformance(deps, performanceId);
    throw noMusical(musicalId);
  }
  await change(deps, performanceId, undefined, withMusical(now.value));
  return readPerformance(deps, performanceId);
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

/** One that is as it shall be is left alone: the same request again, after its answer was lost, is no change. */
export async function change(
  deps: MusicalDeps,
  performanceId: string,
  ifMatch: string | undefined,
  next: (performance: Performance) => Performance,
): Promise<void> {
  await untilCommitted(deps, `performance ${performanceId}`, async () => {
    const stored = await readPerformance(deps, performanceId);
    const value = next(stored.value);
    if (isDeepStrictEqual({ ...value, changedAt: '' }, { ...stored.value, changedAt: '' }))
      return 'unchanged';
    checkUnchanged(stored.etag, ifMatch);
    return deps.catalogue.replacePerformance({ value, etag: stored.etag }, value.changedAt);
  });
}

export const withMusical =
  ({ title, venue }: Musical) =>
  (performance: Performance): Performance => ({ ...performance, title, venue });

export const stale = () =>
  problem('stale', 'It has changed since you read it. Read it again and repeat your change.');

export function checkUnchanged(etag: string, ifMatch: string | undefined): void {
  if (ifMatch === undefined || ifMatch.trim() === '*') return;
  if (!ifMatch.split(',').some((one) => one.trim() === etag)) throw stale();
}

/** A write without an answer may not be stored: what cannot be read is asked for again. */
export function seen<T>(stored: T | undefined): T {
  if (stored === undefined) throw new StoreUnavailable('it is not stored yet; send the same request again');
  return stored;
}
