import { untilCommitted } from '../../../../shared/cosmos/untilCommitted';
import type { Pacing } from '../../../../shared/kernel/pacing';
import { isoTime } from '../../../../shared/kernel/time';
import type { Versioned } from '../../../../shared/kernel/versioned';
import { type EventEnvelope, type EventOf, newEvent } from '../../../../shared/messaging/envelope';
import { TooEarly } from '../../../../shared/messaging/eventHandler';
import { publish } from '../../../../shared/messaging/publish';
import type { reseatAsked } from '../../../reservation/contract';
import { readPerformance } from '../../catalogue/usecases/readCatalogue';
import { reseatRefused, seatsReseated } from '../../contract';
import type { MusicalDeps } from '../../deps';
import { type Allocation, isOver } from '../domain/allocation';
import { planReseat, withRefusal } from '../domain/reseat.decide';

type Asked = EventOf<typeof reseatAsked>;
type Deps = Pacing & Pick<MusicalDeps, 'catalogue' | 'seats' | 'clock' | 'publisher'>;

/**
 * Hears ReseatAsked. In one batch a sold allocation gets other seats for some of its own, each with a new turn of its claim, and
 * returns those. The answer to each number is stored with it, a refusal too, so a copy gets the same and moves nobody twice.
 */
export async function reseatSeats(deps: Deps, asked: Asked): Promise<void> {
  const { reservationId: id, performanceId, n } = asked.data;
  const allocation = await untilCommitted<Allocation>(deps, `seats of reservation ${id}`, async () => {
    const known = await deps.seats.allocation(performanceId, id);
    if (known === undefined || !(known.value.phase === 'sold' || isOver(known.value)))
      throw new TooEarly(`reservation ${id} is given other seats, and its own are not seen as sold yet`);
    const isAnswered = known.value.answers?.some((answer) => answer.n === n);
    return isAnswered ? known.value : tryToReseat(deps, known, asked.data);
  });
  await publish(deps.publisher, [answerTo(asked, allocation, isoTime(deps.clock.now()))]);
}

async function tryToReseat(
  { catalogue, seats, clock }: Deps,
  own: Versioned<Allocation>,
  reseat: Asked['data'],
): Promise<Allocation | 'conflict'> {
  const { performanceId } = own.value;
  const { value: performance } = await readPerformance({ catalogue }, performanceId);
  const found = await seats.seatsAsRead(performanceId, reseat.to);
  const plan = planReseat(own.value, reseat, performance, found, isoTime(clock.now()));
  if ('reseated' in plan) return (await seats.reseat(plan, own)) === 'conflict' ? 'conflict' : plan.reseated;
  const refused = withRefusal(own.value, reseat, plan);
  return (await seats.replace({ ...own, value: refused })) === 'conflict' ? 'conflict' : refused;
}

function answerTo(asked: Asked, { answers = [] }: Allocation, time: string): EventEnvelope {
  const { reservationId, performanceId, n, from } = asked.data;
  const ref = { reservationId, performanceId, n };
  const about = { causeId: asked.id, subject: reservationId, time };
  const { to = [], refusal } = answers.find((answer) => answer.n === n) ?? {};
  if (refusal === undefined) {
    const data = { ...ref, from: [...from], to: to.map((seat) => ({ ...seat })) };
    return newEvent(seatsReseated, { ...about, data });
  }
  const { taken, ...why } = refusal;
  const data = { ...ref, ...why, ...(taken === undefined ? {} : { taken: [...taken] }) };
  return newEvent(reseatRefused, { ...about, data });
}
