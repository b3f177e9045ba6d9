import { untilCommitted } from '../../../../shared/cosmos/untilCommitted';
import { invalidMember } from '../../../../shared/http/request';
import { digest } from '../../../../shared/kernel/ids';
import type { Pacing } from '../../../../shared/kernel/pacing';
import { isoTime } from '../../../../shared/kernel/time';
import { problem } from '../../../problems';
import { findSeat } from '../../catalogue/domain/seatingPlan';
import { readPerformance } from '../../catalogue/usecases/readCatalogue';
import { MAX_SEATS_PER_REQUEST } from '../../contract';
import type { MusicalDeps } from '../../deps';
import { everWithheld, type Keeping, planWithholding } from '../domain/withheld.decide';

export type WithholdCommand = {
  readonly performanceId: string;
  /** Chosen before the call, so that a repeated call withholds the same. */
  readonly withheldId: string;
  readonly seats: readonly string[];
  readonly reason: string;
  readonly note?: string | undefined;
};

/** Of the seats that were named those that are withheld, and those that others have or that were withheld before. */
export type Withheld = { readonly seats: readonly string[]; readonly taken: readonly string[] };

type Deps = Pacing & Pick<MusicalDeps, 'catalogue' | 'seats' | 'clock'>;

/**
 * Keeps seats off sale, whether sales are open or not. What somebody else has is left to them and named. More seats than
 * fit into a batch are several allocations. Throws `not-found`, `wrong-state` of a cancelled performance,
 * `invalid-request`.
 */
export async function withholdSeats(deps: Deps, command: WithholdCommand): Promise<Withheld> {
  const { performanceId, withheldId, seats, reason, note } = command;
  const { value: performance } = await readPerformance(deps, performanceId);
  if (performance.status === 'cancelled') throw problem('wrong-state', 'The performance is cancelled.');
  const missing = seats.filter((seatId) => findSeat(performance.sections, seatId) === undefined);
  if (missing.length > 0)
    throw invalidMember('/seats', `This performance has no seat ${missing.join(', ')}.`);
  const why = { reason, ...(note === undefined ? {} : { note }), since: isoTime(deps.clock.now()) };
  const withheld: string[] = [];
  for (let at = 0; at < seats.length; at += MAX_SEATS_PER_REQUEST) {
    const keeping = { performance, id: digest([withheldId, String(at)], 16), why };
    withheld.push(...(await withholdSome(deps, keeping, seats.slice(at, at + MAX_SEATS_PER_REQUEST))));
  }
  return { seats: withheld, taken: seats.filter((seatId) => !withheld.includes(seatId)) };
}

const withholdSome = (deps: Deps, keeping: Keeping, asked: readonly string[]): Promise<readonly string[]> =>
  untilCommitted<readonly string[]>(deps, `seats to withhold as ${keeping.id}`, async () => {
    const { performanceId } = keeping.performance;
    const own = await deps.seats.allocation(performanceId, keeping.id);
    if (own !== undefined) return everWithheld(own.value);
    const found = await deps.seats.seatsAsRead(performanceId, asked);
    const { seats, plan } = planWithholding(keeping, asked, found, isoTime(deps.clock.now()));
    if (plan === undefined) return seats;
    return (await deps.seats.take(plan)) === 'conflict' ? 'conflict' : seats;
  });
