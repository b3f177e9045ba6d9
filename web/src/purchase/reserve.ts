import { type Api, answered } from '../api/client';
import { type ApiProblem, asProblem } from '../api/problem';
import type { Reservation } from '../api/types';
import type { Wanted } from './choice';
import { keyOf, settle, type TabStorage } from './intent';

/** Seconds that the server may wait for the seats before it answers "placed". */
const WAIT_SECONDS = 10;

/**
 * Holds what is wanted and reserves it: at the end the clock to pay is running, and my page shows the reservation.
 * Repeating after a lost answer, a reload or a double tap gives the same reservation. Throws an `ApiProblem`:
 * `seat-taken` names the seats in `taken`, `unauthenticated` asks for a login first, and nothing is held.
 */
export async function reserve(
  api: Api,
  storage: TabStorage,
  performanceId: string,
  wanted: Wanted,
): Promise<Reservation> {
  const intent = intentOf(performanceId, wanted);
  try {
    const { holdId } = await answered(
      api.POST('/performances/{performanceId}/holds', {
        params: { path: { performanceId }, header: { 'Idempotency-Key': keyOf(storage, intent) } },
        body: bodyOf(wanted),
      }),
    );
    const reservation = await answered(
      api.POST('/reservations', {
        params: { header: { 'Idempotency-Key': `reserve-${holdId}`, Prefer: `wait=${WAIT_SECONDS}` } },
        body: { performanceId, holdId },
      }),
    );
    settle(storage, intent);
    return reservation;
  } catch (error) {
    const problem = asProblem(error);
    if (isFinal(problem)) settle(storage, intent);
    throw problem;
  }
}

/** Anything else may have been done without our hearing of it, so the same key must ask again. */
const isFinal = (problem: ApiProblem): boolean => !problem.isPassing && problem.code !== 'unauthenticated';

const intentOf = (performanceId: string, wanted: Wanted): string =>
  `hold:${performanceId}:${wanted.kind === 'seats' ? [...wanted.seats].sort().join() : `${wanted.sectionId}*${wanted.quantity}`}`;

const bodyOf = (wanted: Wanted) =>
  wanted.kind === 'seats'
    ? { seats: [...wanted.seats] }
    : { sectionId: wanted.sectionId, quantity: wanted.quantity };
