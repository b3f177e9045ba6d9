import type { Container, OperationInput } from '@azure/cosmos';
import type { MusicalDeps } from '../../../functions/musical/deps';
import {
  type Allocation,
  type Claim,
  isOverdue,
  seatIsFree,
} from '../../../functions/musical/seats/domain/allocation';
import { commit } from '../../../shared/cosmos/cosmos';
import { isoTime } from '../../../shared/kernel/clock';
import type { Versioned } from '../../../shared/kernel/versioned';

export type ReseatDeps = Pick<MusicalDeps, 'seats' | 'clock'> & {
  /** The container `seats`. */
  readonly container: Container;
};
type Reseat = {
  readonly performanceId: string;
  readonly id: string;
  readonly from: string;
  readonly to: string;
};

/**
 * A sold allocation gets another seat for one of its own: a claim with a new turn, also where the claim names it already,
 * and the seat that it leaves is returned. Nothing in the product does so yet. The seat rule has to hold with it all the
 * same, because then an allocation lists what it did not list before.
 */
export async function reseat(
  { seats, clock, container }: ReseatDeps,
  { performanceId, id, from, to }: Reseat,
) {
  const own = await seats.allocation(performanceId, id);
  const { claims, owners } = await seats.seatsAsRead(performanceId, [to]);
  const claim = claims.get(to);
  const owner = owners.get(claim?.value.allocationId ?? '');
  const now = isoTime(clock.now());
  if (own?.value.phase !== 'sold' || !own.value.seats.includes(from)) return;
  if (!seatIsFree(claim?.value, owner?.value, now)) return;
  const turn = (claim?.value.turn ?? 0) + 1;
  await commit(container, performanceId, [
    claimed(performanceId, claim, { seatId: to, sectionId: 'A', allocationId: id, turn }),
    replaced(own, moved(own.value, from, { seatId: to, turn })),
    ...(owner !== undefined && isOverdue(owner.value, now)
      ? [replaced(owner, { ...owner.value, phase: 'released' })]
      : []),
  ]);
}

function moved(own: Allocation, from: string, { seatId, turn }: Pick<Claim, 'seatId' | 'turn'>): Allocation {
  const { seats, turns, returned = [] } = own;
  const at = seats.indexOf(from);
  return {
    ...own,
    seats: seats.with(at, seatId),
    turns: turns.with(at, turn),
    returned: [...returned, { seatId: from, turn: turns[at] ?? 0 }],
  };
}

const replaced = ({ etag }: Versioned<Allocation>, value: Allocation): OperationInput => ({
  operationType: 'Replace',
  id: value.id,
  ifMatch: etag,
  resourceBody: { ...value, kind: 'allocation' } as never,
});

function claimed(
  performanceId: string,
  before: Versioned<Claim> | undefined,
  { seatId: id, ...claim }: Claim,
): OperationInput {
  const resourceBody = { id, performanceId, kind: 'claim', ...claim } as never;
  return before === undefined
    ? { operationType: 'Create', resourceBody }
    : { operationType: 'Replace', id, ifMatch: before.etag, resourceBody };
}
