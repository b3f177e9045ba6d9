import { untilCommitted } from '../../../../shared/cosmos/untilCommitted';
import type { Pacing } from '../../../../shared/kernel/pacing';
import { isoTime } from '../../../../shared/kernel/time';
import { newEvent } from '../../../../shared/messaging/envelope';
import { type HasTime, inLanes } from '../../../../shared/messaging/sweep';
import type { Performance } from '../../catalogue/domain/performance';
import { performanceMoved } from '../../contract';
import type { MusicalDeps } from '../../deps';
import { type Allocation, isOver } from '../../seats/domain/allocation';
import { moveSeats, nextMove } from '../../seats/domain/moves.decide';
import { tellOrWarn } from './tellOrWarn';

/** A reservation that has not answered by then is told again. Most answer within a second. */
const TELL_AGAIN_MS = 30_000;

type Deps = Pacing & Pick<MusicalDeps, 'seats' | 'clock' | 'log' | 'publisher'>;

/**
 * Brings every reservation of a performance that was moved to its next move, and tells it. One that was told and has not
 * answered is told again. False when time was over before.
 */
export async function bringThrough(deps: Deps, performance: Performance, hasTime: HasTime): Promise<boolean> {
  if (performance.moves === undefined) return true;
  const live = await deps.seats.liveAllocations(performance.performanceId);
  const since = isoTime(deps.clock.now() - TELL_AGAIN_MS);
  const isUnanswered = ({ moving }: Allocation) => moving !== undefined && moving.since <= since;
  const behind = live.filter((one) => isUnanswered(one) || nextMove(performance, one) !== undefined);
  return inLanes(behind, hasTime, async (one) => {
    const told = isUnanswered(one) ? one : await moveOne(deps, performance, one);
    if (told !== undefined) await tellMoved(deps, told);
  });
}

/** Undefined when somebody else has done it. */
const moveOne = (
  { seats, clock, ...pacing }: Deps,
  performance: Performance,
  { performanceId, id }: Allocation,
): Promise<Allocation | undefined> =>
  untilCommitted<Allocation | undefined>(pacing, `allocation ${id}`, async () => {
    const known = await seats.allocation(performanceId, id);
    const move = known && !isOver(known.value) ? nextMove(performance, known.value) : undefined;
    if (known === undefined || move === undefined) return undefined;
    const next = moveSeats(known.value, move, isoTime(clock.now()));
    return (await seats.replace({ ...known, value: next })) === 'conflict' ? 'conflict' : next;
  });

/** It is one event for each move, the same each time. */
async function tellMoved(deps: Deps, { id, performanceId, moving, moves = [] }: Allocation): Promise<void> {
  const move = moves.find(({ n }) => n === moving?.n);
  if (move === undefined) return;
  const data = { reservationId: id, performanceId, ...move };
  const time = isoTime(deps.clock.now());
  await tellOrWarn(deps, newEvent(performanceMoved, { causeId: `${id}/${move.n}`, subject: id, time, data }));
}
