import { COUNTER_CUSTOMER } from '../../../../shared/kernel/ids';
import type { Performance } from '../../catalogue/domain/performance';
import { sectionIdOf } from '../../catalogue/domain/seatingPlan';
import type { Allocation } from './allocation';
import { type HandingOver, planTaking, type SeatsAsRead, type TakingPlan } from './takeSeats.decide';

/** Why seats are withheld and since when. */
export type Withholding = NonNullable<Allocation['withheld']>;

/** It is no customer. */
const THEATRE = `${COUNTER_CUSTOMER}theatre`;
const NEVER = new Date(0).toISOString();

/** Whose seats are kept off sale, under which id, and why. */
export type Keeping = { readonly performance: Performance; readonly id: string; readonly why: Withholding };

/** Those of the seats that may be taken, by the seat rule, and the batch that takes them, if there are any. */
export function planWithholding(
  keeping: Keeping,
  asked: readonly string[],
  found: SeatsAsRead,
  now: string,
): { readonly seats: readonly string[]; readonly plan?: TakingPlan } {
  const { sections } = keeping.performance;
  const sectionOf = (seatId: string) => sectionIdOf(sections, seatId);
  const planned = planTaking(withheldAllocation(keeping, asked), sectionOf, found, now);
  if ('plan' in planned) return { seats: asked, plan: planned.plan };
  const free = asked.filter((seatId) => !planned.taken.includes(seatId));
  return free.length === 0 ? { seats: free } : planWithholding(keeping, free, found, now);
}

/** Seats that the theatre keeps for itself. They cost nothing, because nobody buys them so. */
const withheldAllocation = (
  { performance: { performanceId, currency }, id, why }: Keeping,
  seats: readonly string[],
): Omit<Allocation, 'turns'> => ({
  id,
  performanceId,
  customerId: THEATRE,
  seats,
  amount: 0,
  currency,
  phase: 'withheld',
  heldUntil: NEVER,
  expiresAt: NEVER,
  withheld: why,
});

/**
 * Plans how seats change hands that are withheld. Each is given away by its allocation, under that one's ETag and that of its
 * claim, so of a return and a sale one wins. Names the seats that are not withheld.
 */
export function planFromWithheld<A extends Pick<Allocation, 'id' | 'seats'>>(
  allocation: A,
  { claims, owners }: SeatsAsRead,
): { readonly plan: HandingOver<A> } | { readonly notWithheld: readonly string[] } {
  const found = allocation.seats.map((seatId) => {
    const claim = claims.get(seatId);
    const owner = owners.get(claim?.value.allocationId ?? '');
    const isWithheld = owner?.value.phase === 'withheld' && owner.value.seats.includes(seatId);
    return { seatId, withheld: claim && owner && isWithheld ? { claim, owner } : undefined };
  });
  const all = found.flatMap(({ withheld }) => withheld ?? []);
  const notWithheld = found.filter(({ withheld }) => withheld === undefined).map(({ seatId }) => seatId);
  const [first] = all;
  if (first === undefined || notWithheld.length > 0) return { notWithheld };
  const taken = all.map(({ claim: { value, ...read } }) => ({
    ...read,
    value: { ...value, allocationId: allocation.id, turn: value.turn + 1 },
  }));
  const named = new Set(allocation.seats);
  const givers = new Map(all.map(({ owner }) => [owner.value.id, owner]));
  return {
    plan: {
      allocation: {
        ...allocation,
        turns: taken.map(({ value }) => value.turn),
        withheld: first.owner.value.withheld,
      },
      create: [],
      replace: taken,
      end: [...givers.values()].map((giver) => ({ ...giver, value: withoutWithheld(giver.value, named) })),
    },
  };
}

/** What a repeated call is told, whatever has become of it since. */
export const everWithheld = ({ seats, returned = [] }: Allocation): readonly string[] => [
  ...seats,
  ...returned.map(({ seatId }) => seatId),
];

/** The named seats that it has are given away, each known by its claim's turn. With its last seat it ends. */
export function withoutWithheld(allocation: Allocation, named: ReadonlySet<string>): Allocation {
  const claims = allocation.seats.map((seatId, i) => ({ seatId, turn: allocation.turns[i] ?? 0 }));
  const kept = claims.filter(({ seatId }) => !named.has(seatId));
  const given = claims.filter(({ seatId }) => named.has(seatId));
  return {
    ...allocation,
    seats: kept.map(({ seatId }) => seatId),
    turns: kept.map(({ turn }) => turn),
    returned: [...(allocation.returned ?? []), ...given],
    phase: kept.length === 0 ? 'released' : 'withheld',
  };
}
