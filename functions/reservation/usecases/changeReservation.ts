import { untilCommitted } from '../../../shared/cosmos/untilCommitted';
import { isoTime } from '../../../shared/kernel/clock';
import type { EventEnvelope } from '../../../shared/messaging/envelope';
import { TooEarly } from '../../../shared/messaging/eventHandler';
import { recordMetric } from '../../../shared/telemetry/metrics';
import { problem } from '../../problems';
import { SOURCE } from '../contract';
import type { ReservationDeps } from '../deps';
import { type Decision, type Fact, factId } from '../domain/decision';
import {
  commonSchema,
  type HistoryEntry,
  isEnded,
  type Reservation,
  type State,
} from '../domain/reservation';
import { dueAfter } from '../domain/schedule';
import { isPublished, publishedEvent } from './publishedEvent';

type Decide = (reservation: Reservation, now: string) => Decision;

/**
 * Load, decide, commit: the only way a reservation's status or timeline changes. (The sweep counts its attempts, a refund
 * its refusals.) The new state, its line in the timeline and its events are
 * one batch under the ETag that was read; when somebody else was faster, it is decided again on what is there now.
 * `heard` is the event that caused it. Returns the reservation as it then is.
 * Throws the refusal as a problem, TooEarly, `not-found` for a command, StoreUnavailable.
 */
export async function changeReservation(
  deps: ReservationDeps,
  reservationId: string,
  decide: Decide,
  heard?: EventEnvelope,
): Promise<Reservation> {
  return untilCommitted(deps, `reservation ${reservationId}`, async () => {
    const stored = await deps.reservations.read(reservationId);
    if (stored === undefined)
      throw heard ? new TooEarly(`no reservation ${reservationId} yet`) : notFound(reservationId);
    const now = isoTime(deps.clock.now());
    const decision = decide(stored.value, now);
    if (decision.kind === 'unchanged') return stored.value;
    if (decision.kind === 'refused') throw problem(decision.code, decision.detail);
    if (decision.kind === 'too-early') {
      throw new TooEarly(
        `${heard?.type} for reservation ${reservationId}, which is seen as ${stored.value.status}`,
      );
    }
    const next = nextReservation(deps, stored.value, decision, now, heard);
    const events = decision.facts.flatMap(({ type }) =>
      isPublished(type) ? [publishedEvent(next, type)] : [],
    );
    const outcome = await deps.reservations.replace({ value: next, etag: stored.etag }, events);
    if (outcome === 'conflict') return outcome;
    noteOutcome(stored.value, next);
    return next;
  });
}

export const notFound = (reservationId: string) =>
  problem('not-found', `There is no reservation ${reservationId}.`);

/** Counted once, when the status is reached; the time it took, when that is an end. */
function noteOutcome(before: Reservation, after: Reservation): void {
  if (before.status === after.status) return;
  const { status } = after;
  recordMetric('marquee.outcomes', 1, { outcome: status });
  if (status !== 'completed' && !isEnded(after)) return;
  recordMetric('marquee.settle.time', Date.parse(after.updatedAt) - Date.parse(after.placedAt), { status });
}

function nextReservation(
  deps: ReservationDeps,
  before: Reservation,
  { state, facts }: { readonly state: State; readonly facts: readonly Fact[] },
  now: string,
  heard: EventEnvelope | undefined,
): Reservation {
  const heardEntry = heard
    ? [{ eventId: heard.id, type: heard.type, time: heard.time, source: heard.source }]
    : [];
  const history = [
    ...before.history,
    ...heardEntry,
    ...facts.map((fact) => entryOf(before.reservationId, fact, now)),
  ];
  return scheduled(deps, {
    ...state,
    ...commonSchema.parse(before),
    history,
    updatedAt: now,
    version: before.version + 1,
    attempts: 0,
  });
}

export function entryOf(reservationId: string, fact: Fact, now: string): HistoryEntry {
  return { eventId: factId(reservationId, fact), type: fact.type, time: now, source: SOURCE };
}

/** The reservation with the time at which the sweep is to look at it. */
export function scheduled(deps: ReservationDeps, reservation: Reservation): Reservation {
  const { dueAt: _before, ...rest } = reservation;
  const due = dueAfter(reservation, deps.clock.now(), deps.delays);
  return (due === undefined ? rest : { ...rest, dueAt: isoTime(due) }) as Reservation;
}
