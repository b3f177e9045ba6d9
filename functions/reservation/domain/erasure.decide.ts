import { type Backoff, backoffMs } from '../../../shared/kernel/backoff';
import { isoTime } from '../../../shared/kernel/time';
import { isOpen } from '../../../shared/payment/difference';
import { ERASING_CONTEXTS, type Objection } from '../contract';
import type { CustomerRecord, Erasure } from './customerRecord';
import { isEnded, type Reservation } from './reservation';

/** Longer than anything runs on that began before. Source: `functionTimeout` in host.json, five minutes */
export const GRACE_MS = 6 * 60 * 1000;
const BETWEEN_QUESTIONS: Backoff = { firstMs: 10_000, longestMs: 5 * 60 * 1000 };

/** This context does its own part of each step too. */
export const OWN_PART = 'reservation';
const ALL_PARTS: readonly string[] = [OWN_PART, ...ERASING_CONTEXTS];

/** Nothing new is begun for the customer meanwhile. */
export const isUnderWay = ({ erasure }: CustomerRecord): boolean =>
  erasure !== undefined && erasure.step !== 'done' && erasure.step !== 'lifted';

export const missing = ({ answered }: Erasure): string[] =>
  ALL_PARTS.filter((part) => !answered.includes(part));

/** When a step may be over. What was under way when it began has ended by then. */
const overAtMs = ({ step, since }: Erasure): number =>
  Date.parse(since) + (step === 'empty-again' ? 0 : GRACE_MS);

export const isStepOver = (erasure: Erasure, nowMs: number): boolean =>
  missing(erasure).length === 0 && nowMs >= overAtMs(erasure);

function scheduled(record: CustomerRecord, erasure: Erasure, nowMs: number): CustomerRecord {
  const { dueAt: _before, ...rest } = record;
  const due = dueAfter(erasure, nowMs);
  return { ...rest, erasure, ...(due === undefined ? {} : { dueAt: isoTime(due) }) };
}

function dueAfter(erasure: Erasure, nowMs: number): number | undefined {
  if (erasure.step === 'done') return undefined;
  if (erasure.step === 'lifted') return nowMs;
  return missing(erasure).length === 0
    ? Math.max(nowMs, overAtMs(erasure))
    : nowMs + backoffMs(erasure.attempts, BETWEEN_QUESTIONS);
}

const stepOf = (before: Pick<Erasure, 'n' | 'at'>, step: Erasure['step'], nowMs: number): Erasure => ({
  n: before.n,
  at: before.at,
  step,
  since: isoTime(nowMs),
  answered: [],
  attempts: 0,
});

/** One that is under way already stays the same one. */
export function begin(record: CustomerRecord, nowMs: number): CustomerRecord {
  if (isUnderWay(record)) return record;
  const { erasure: before, dueAt } = record;
  const next = stepOf({ n: (before?.n ?? 0) + 1, at: isoTime(nowMs) }, 'mark', nowMs);
  const isOwed = before?.step === 'lifted' && dueAt !== undefined;
  return scheduled(record, isOwed ? { ...next, isOwed } : next, nowMs);
}

export type ErasureAnswer = {
  readonly n: number;
  readonly step: string;
  readonly context: string;
  readonly objection?: Objection | undefined;
};

/** One objection lifts the erasure for all. An answer to an earlier question changes nothing. */
export function heard(record: CustomerRecord, answer: ErasureAnswer, nowMs: number): CustomerRecord {
  const { erasure } = record;
  const { n, step, context, objection } = answer;
  if (erasure === undefined || erasure.n !== n || erasure.step !== step) return record;
  if (objection !== undefined && step === 'mark') return lift(record, erasure, objection, nowMs);
  if (erasure.answered.includes(context)) return record;
  const answered = [...erasure.answered, context];
  return scheduled(record, { ...erasure, answered, attempts: 0 }, nowMs);
}

/** The erasure is off. It stays due until all have been told. */
export const lift = (
  record: CustomerRecord,
  erasure: Erasure,
  objection: Objection,
  nowMs: number,
): CustomerRecord => scheduled(record, { ...stepOf(erasure, 'lifted', nowMs), objection }, nowMs);

export function lessDue({ dueAt: _told, ...record }: CustomerRecord): CustomerRecord {
  return record;
}

/** The step is asked for again later, if nobody answers. */
export const askedAgain = (record: CustomerRecord, erasure: Erasure, nowMs: number): CustomerRecord =>
  scheduled(record, { ...erasure, attempts: erasure.attempts + 1 }, nowMs);

/** The next step. From the first `empty` on, what the customer has told us is gone. */
export function nextStep(record: CustomerRecord, erasure: Erasure, nowMs: number): CustomerRecord {
  const { profile: _gone, ...rest } = record;
  const step = erasure.step === 'mark' ? 'empty' : erasure.step === 'empty' ? 'empty-again' : 'done';
  return scheduled(rest, stepOf(erasure, step, nowMs), nowMs);
}

/** Why a customer with this reservation cannot be erased now. While the provider says another sum, somebody may have to be asked. */
export function objectionIn(reservation: Reservation, now: string): Objection | undefined {
  if (reservation.status !== 'completed' && !isEnded(reservation)) return 'unsettled';
  if (reservation.dueAt !== undefined || isOpen(reservation.differences)) return 'unsettled';
  return reservation.status === 'completed' && reservation.sale.startsAt > now ? 'coming' : undefined;
}
