import { untilCommitted } from '../../../shared/cosmos/untilCommitted';
import { isoTime } from '../../../shared/kernel/time';
import type { Versioned } from '../../../shared/kernel/versioned';
import type { EventEnvelope } from '../../../shared/messaging/envelope';
import { TooEarly } from '../../../shared/messaging/eventHandler';
import { isOpen } from '../../../shared/payment/difference';
import { recordMetric } from '../../../shared/telemetry/metrics';
import { problem } from '../../problems';
import { SOURCE, type ToTell } from '../contract';
import { type Decision, type Fact, factId, numberOf } from '../domain/decision';
import { partsOf } from '../domain/parts';
import { commonSchema, type HistoryEntry, isEnded, type Reservation } from '../domain/reservation';
import { scheduleSweep } from '../domain/schedule';
import { unansweredFacts } from '../domain/unansweredFact';
import { isPublished } from './publishedEvent';
import { publishedFacts, type TellDeps, tell, toldOnHearing } from './tell';

export type ChangeDeps = TellDeps;

type Decide = (reservation: Reservation, now: string) => Decision;

/** The reservation as it is stored now, and whether this call has made it so. */
export type Change = { readonly kind: 'changed' | 'unchanged'; readonly stored: Versioned<Reservation> };

/** A reservation by its id, or as the caller has just read or written it. */
export type Which = string | Versioned<Reservation>;

/**
 * Reads, decides, writes and tells. It is the only way a reservation's status or timeline changes. The new state and its
 * lines in the timeline are one write under the ETag that was read. When somebody else was faster, it is decided again
 * on what is there then. Its events are published after that. `heard` is the event that caused it.
 * Throws the refusal as a problem, TooEarly, `not-found` for a command, StoreUnavailable.
 */
export async function changeReservation(
  deps: ChangeDeps,
  which: Which,
  decide: Decide,
  heard?: EventEnvelope,
): Promise<Change> {
  const reservationId = typeof which === 'string' ? which : which.value.reservationId;
  const change = await untilCommitted<Told>(deps, `reservation ${reservationId}`, async (triesBefore) => {
    if (triesBefore === 0 && typeof which !== 'string') {
      // Only a write shows whether what the caller knew is still so. Any other decision is made on a new read.
      const decision = decide(which.value, isoTime(deps.clock.now()));
      if (decision.kind === 'changed') return commitChange(deps, which, decision, heard);
    }
    const stored = await deps.reservations.read(reservationId);
    if (stored === undefined) throw notSeen(reservationId, heard);
    return decideOn(deps, stored, decide, heard);
  });
  await tell(deps, change.stored.value, change.facts);
  return change;
}

async function decideOn(
  deps: ChangeDeps,
  stored: Versioned<Reservation>,
  decide: Decide,
  heard: EventEnvelope | undefined,
): Promise<Told | 'conflict'> {
  const { reservationId, status } = stored.value;
  const decision = decide(stored.value, isoTime(deps.clock.now()));
  switch (decision.kind) {
    case 'changed':
      return commitChange(deps, stored, decision, heard);
    case 'unchanged':
      return { kind: 'unchanged', stored, facts: toldAgain(stored.value, heard) };
    case 'too-early':
      throw new TooEarly(`${heard?.type} for reservation ${reservationId}, seen as ${status}`);
    case 'refused':
      throw problem(decision.code, decision.detail);
    default:
      return decision satisfies never;
  }
}

/** Whoever comes a second time may do so because nothing was told the first time. */
function toldAgain(reservation: Reservation, heard: EventEnvelope | undefined): readonly ToTell[] {
  if (heard !== undefined) return toldOnHearing(reservation.history, heard.id);
  return unansweredFacts(reservation);
}

type Told = Change & { readonly facts: readonly ToTell[] };

export const notFound = (reservationId: string) =>
  problem('not-found', `There is no reservation ${reservationId}.`);

/** News may be faster than the replica that is read. A command comes from whoever was told the id. */
const notSeen = (reservationId: string, heard: EventEnvelope | undefined): Error =>
  heard === undefined ? notFound(reservationId) : new TooEarly(`no reservation ${reservationId} yet`);

type Accepted = Extract<Decision, { readonly kind: 'changed' }>;

async function commitChange(
  { clock, delays, reservations }: ChangeDeps,
  before: Versioned<Reservation>,
  accepted: Accepted,
  heard: EventEnvelope | undefined,
): Promise<Told | 'conflict'> {
  const nowMs = clock.now();
  const next = nextReservation(before.value, accepted, heard, isoTime(nowMs));
  const stored = await reservations.replace({ ...before, value: scheduleSweep(next, nowMs, delays) });
  if (stored === 'conflict') return stored;
  recordOutcome(before.value, stored.value);
  const facts = publishedFacts({ history: stored.value.history.slice(before.value.history.length) });
  return { kind: 'changed', stored, facts };
}

function nextReservation(
  before: Reservation,
  { state, facts }: Accepted,
  heard: EventEnvelope | undefined,
  now: string,
): Reservation {
  const { reservationId, history, version, status, differences, unsureSince = now } = before;
  const isOtherwise = state.status !== status || partsOf(state) !== partsOf(before);
  // What was another sum than ours may be ours when this has changed: it is asked about again.
  const isUnsure = before.unsureSince !== undefined || (isOpen(differences) && isOtherwise);
  return {
    ...commonSchema.parse(before),
    ...state,
    ...(isUnsure ? { unsureSince } : {}),
    history: [
      ...history,
      ...(heard === undefined ? [] : [entryOfEvent(heard, version + 1)]),
      ...facts.map((fact) => entryOfFact(reservationId, fact, now, version + 1)),
    ],
    updatedAt: now,
    version: version + 1,
    attempts: 0,
  };
}

export const entryOfEvent = (
  { id, type, time, source, data }: EventEnvelope,
  version: number,
): HistoryEntry => {
  const { n } = data as { readonly n?: number };
  return { eventId: id, type, time, source, ...(n === undefined ? {} : { n }), version };
};

export const entryOfFact = (
  reservationId: string,
  fact: Fact,
  now: string,
  version?: number,
): HistoryEntry => {
  const n = numberOf(fact);
  return {
    eventId: factId(reservationId, fact),
    type: fact.type,
    time: now,
    source: SOURCE,
    ...(n === undefined ? {} : { n }),
    ...(version !== undefined && isPublished(fact.type) ? { version } : {}),
  };
};

/** Counts a status once, when it is reached, and how long the way there was when it is an end. */
function recordOutcome(before: Reservation, after: Reservation): void {
  const { status, placedAt, updatedAt } = after;
  if (before.status === status) return;
  recordMetric('marquee.outcomes', 1, { outcome: status });
  if (status !== 'completed' && !isEnded(after)) return;
  recordMetric('marquee.settle.time', Date.parse(updatedAt) - Date.parse(placedAt), { status });
}
