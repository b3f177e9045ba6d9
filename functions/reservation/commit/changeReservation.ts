import { untilCommitted } from '../../../shared/cosmos/untilCommitted';
import { isoTime } from '../../../shared/kernel/clock';
import type { Versioned } from '../../../shared/kernel/versioned';
import type { EventEnvelope } from '../../../shared/messaging/envelope';
import { TooEarly } from '../../../shared/messaging/eventHandler';
import { recordMetric } from '../../../shared/telemetry/metrics';
import { problem } from '../../problems';
import { SOURCE } from '../contract';
import type { ReservationDeps } from '../deps';
import { type Decision, type Fact, factId } from '../domain/decision';
import { commonSchema, type HistoryEntry, isEnded, type Reservation } from '../domain/reservation';
import { scheduleSweep } from '../domain/schedule';
import { isPublished, publishedEvent } from './publishedEvent';

export type ChangeDeps = Pick<ReservationDeps, 'sleep' | 'random' | 'clock' | 'delays' | 'reservations'>;

type Decide = (reservation: Reservation, now: string) => Decision;

/** The reservation as it is now, and whether this call has made it so. */
export type Change = { readonly kind: 'changed' | 'unchanged'; readonly reservation: Reservation };

/**
 * Reads, decides and writes. It is the only way a reservation's status or timeline changes. The new state, its line in the
 * timeline and its events are one batch under the ETag that was read. When somebody else was faster, it is decided again
 * on what is there then. `heard` is the event that caused it.
 * Throws the refusal as a problem, TooEarly, `not-found` for a command, StoreUnavailable.
 */
export const changeReservation = (
  deps: ChangeDeps,
  reservationId: string,
  decide: Decide,
  heard?: EventEnvelope,
): Promise<Change> =>
  untilCommitted<Change>(deps, `reservation ${reservationId}`, async () => {
    const stored = await deps.reservations.read(reservationId);
    if (stored === undefined) throw notSeen(reservationId, heard);
    const now = isoTime(deps.clock.now());
    const decision = decide(stored.value, now);
    switch (decision.kind) {
      case 'changed':
        return commitChange(deps, stored, { ...decision, now, heard });
      case 'unchanged':
        return { kind: 'unchanged', reservation: stored.value };
      case 'too-early':
        throw new TooEarly(`${heard?.type} for reservation ${reservationId}, seen as ${stored.value.status}`);
      case 'refused':
        throw problem(decision.code, decision.detail);
      default:
        return decision satisfies never;
    }
  });

export const notFound = (reservationId: string) =>
  problem('not-found', `There is no reservation ${reservationId}.`);

/** News may be faster than the replica that is read. A command comes from whoever was told the id. */
const notSeen = (reservationId: string, heard: EventEnvelope | undefined): Error =>
  heard === undefined ? notFound(reservationId) : new TooEarly(`no reservation ${reservationId} yet`);

type Accepted = Extract<Decision, { readonly kind: 'changed' }> & {
  readonly now: string;
  readonly heard: EventEnvelope | undefined;
};

async function commitChange(
  { clock, delays, reservations }: ChangeDeps,
  stored: Versioned<Reservation>,
  accepted: Accepted,
): Promise<Change | 'conflict'> {
  const next = scheduleSweep(nextReservation(stored.value, accepted), clock.now(), delays);
  const types = accepted.facts.map(({ type }) => type).filter(isPublished);
  const events = types.map((type) => publishedEvent(next, type));
  const outcome = await reservations.replace({ ...stored, value: next }, events);
  if (outcome === 'conflict') return outcome;
  recordOutcome(stored.value, next);
  return { kind: 'changed', reservation: next };
}

function nextReservation(before: Reservation, { state, facts, heard, now }: Accepted): Reservation {
  const { reservationId, history, version } = before;
  return {
    ...state,
    ...commonSchema.parse(before),
    history: [
      ...history,
      ...(heard === undefined ? [] : [entryOfEvent(heard)]),
      ...facts.map((fact) => entryOfFact(reservationId, fact, now)),
    ],
    updatedAt: now,
    version: version + 1,
    attempts: 0,
  };
}

const entryOfEvent = ({ id, type, time, source }: EventEnvelope): HistoryEntry => ({
  eventId: id,
  type,
  time,
  source,
});

export const entryOfFact = (reservationId: string, fact: Fact, now: string): HistoryEntry => ({
  eventId: factId(reservationId, fact),
  type: fact.type,
  time: now,
  source: SOURCE,
});

/** Counts a status once, when it is reached, and how long the way there was when it is an end. */
function recordOutcome(before: Reservation, after: Reservation): void {
  const { status, placedAt, updatedAt } = after;
  if (before.status === status) return;
  recordMetric('marquee.outcomes', 1, { outcome: status });
  if (status !== 'completed' && !isEnded(after)) return;
  recordMetric('marquee.settle.time', Date.parse(updatedAt) - Date.parse(placedAt), { status });
}
