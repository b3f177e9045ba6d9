import { type Api, answered } from '../api/client';
import { type ApiProblem, asProblem } from '../api/problem';
import type { Hold, Reservation, SeatMap } from '../api/types';
import type { Choice } from './choice';
import { carryOut, isOpen, type TabStorage } from './intent';
import type { PriceTypesChosen } from './priceTypes';
import { type SeatRequest, seatRequestFor } from './seatRequest';

/** Seconds that the server may wait for the seats before it answers "placed". */
const WAIT_SECONDS = 10;

/** How often other standing places are asked for in place of taken ones: which they are is not the customer's to care. */
const MOST_TRIES = 4;

/** What is chosen, and the map it was chosen on. */
export type ChoiceOnMap = {
  readonly performanceId: string;
  readonly choice: Choice;
  readonly sections: SeatMap['sections'];
};

/**
 * Holds what is chosen. Repeating after a lost answer, a reload or a double tap gives the same hold. Throws an
 * `ApiProblem`: `seat-taken` names the seats in `taken`, `unauthenticated` asks for a login first, and nothing is held.
 */
export async function holdChosen(api: Api, storage: TabStorage, chosen: ChoiceOnMap): Promise<Hold> {
  const gone = new Set<string>();
  for (let tries = 1; ; tries++) {
    try {
      return await holdOnce(api, storage, chosen, gone);
    } catch (error) {
      const problem = asProblem(error);
      if (tries === MOST_TRIES || !isOfStanding(problem, chosen.choice)) throw problem;
      for (const seatId of problem.taken) gone.add(seatId);
    }
  }
}

const isOfStanding = ({ taken }: ApiProblem, { seats }: Choice): boolean =>
  taken.length > 0 && !taken.some((seatId) => seats.includes(seatId));

const holdOnce = (
  api: Api,
  storage: TabStorage,
  { performanceId, choice, sections }: ChoiceOnMap,
  gone: ReadonlySet<string>,
): Promise<Hold> =>
  carryOut<SeatRequest, Hold>(
    storage,
    intentOf(performanceId, choice),
    () => seatRequestFor(choice, sections, gone),
    ({ key, body }) =>
      answered(
        api.POST('/performances/{performanceId}/holds', {
          params: { path: { performanceId }, header: { 'Idempotency-Key': key } },
          body,
        }),
      ),
  );

/**
 * Reserves what is held: the clock to pay begins, and my page shows the reservation. Its id is the hold's, and so is the
 * key: asking again, from whatever tab, gives the same reservation.
 */
export const reserveHeld = (
  api: Api,
  { performanceId, holdId }: Hold,
  priceTypes: PriceTypesChosen,
): Promise<Reservation> =>
  answered(
    api.POST('/reservations', {
      params: { header: { 'Idempotency-Key': `reserve-${holdId}`, Prefer: `wait=${WAIT_SECONDS}` } },
      body: { performanceId, holdId, ...(Object.keys(priceTypes).length === 0 ? {} : { priceTypes }) },
    }),
  );

/** Whether these seats may be held for this tab already: they were asked for, and the answer has not come. */
export const mayBeHeld = (storage: TabStorage, performanceId: string, choice: Choice): boolean =>
  isOpen(storage, intentOf(performanceId, choice));

const intentOf = (performanceId: string, { seats, standing }: Choice): string =>
  `hold:${performanceId}:${JSON.stringify([[...seats].sort(), Object.entries(standing).sort()])}`;
