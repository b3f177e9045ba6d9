import { untilCommitted } from '../../../../shared/cosmos/untilCommitted';
import { takePart } from '../../../../shared/erasure/takePart';
import { isoTime } from '../../../../shared/kernel/time';
import { type EventOf, newEvent } from '../../../../shared/messaging/envelope';
import { publish } from '../../../../shared/messaging/publish';
import {
  erasureAnswered,
  type erasureAsked,
  type erasureLifted,
  type Objection,
} from '../../../reservation/contract';
import { SOURCE } from '../../contract';
import type { MusicalDeps } from '../../deps';
import { isOverdue } from '../domain/allocation';
import { countsAgainstLimit, emptied } from '../domain/customerCount';
import { forgotten } from '../domain/member';

type Deps = Pick<MusicalDeps, 'sleep' | 'random' | 'clock' | 'seats' | 'members' | 'marks' | 'publisher'>;

/** Marks the customer, who then can hold no seats. Later it empties the counts of what the customer held, and forgets a member. */
export const eraseCustomer = (deps: Deps, asked: EventOf<typeof erasureAsked>): Promise<void> =>
  takePart(
    {
      marks: deps.marks,
      objectionTo: (customerId) => objectionTo(deps, customerId),
      empty: async (customerId) => {
        await emptyCounts(deps, customerId);
        await forgetMember(deps, customerId);
      },
      answer: (objection) => {
        const data = { ...asked.data, context: 'musical' as const, ...(objection && { objection }) };
        const { id, subject, time } = asked;
        const about = { causeId: `${id}/musical`, subject, time };
        return publish(deps.publisher, [
          newEvent({ ...erasureAnswered, source: SOURCE }, { ...about, data }),
        ]);
      },
    },
    asked.data,
    asked.time,
  );

export async function liftErasure({ marks }: Deps, { data }: EventOf<typeof erasureLifted>): Promise<void> {
  const { customerId, n, at } = data;
  await marks.set({ customerId, n, at, state: 'lifted' });
}

async function objectionTo({ seats, clock }: Deps, customerId: string): Promise<Objection | undefined> {
  const now = isoTime(clock.now());
  const { unpaid } = await seats.ofCustomer(customerId);
  return unpaid.some((one) => !isOverdue(one, now)) ? 'holding' : undefined;
}

const forgetMember = ({ members, ...pacing }: Deps, customerId: string): Promise<string> =>
  untilCommitted(pacing, 'forgetting a member', async () => {
    const known = await members.read(customerId);
    return known === undefined ? 'unknown' : members.write(forgotten(known.value), known);
  });

async function emptyCounts(deps: Deps, customerId: string): Promise<void> {
  const { performanceIds } = await deps.seats.ofCustomer(customerId);
  for (const performanceId of performanceIds)
    await untilCommitted(deps, 'count of a customer', () => emptyCount(deps, performanceId, customerId));
}

async function emptyCount({ seats, clock }: Deps, performanceId: string, customerId: string) {
  const known = await seats.customerCount(performanceId, customerId);
  const { entries, holds } = known.value;
  if (known.etag === undefined || (entries.length === 0 && holds === undefined)) return 'unchanged';
  const now = isoTime(clock.now());
  const read = await Promise.all(
    entries.map(({ allocationId }) => seats.allocation(performanceId, allocationId)),
  );
  const live = read.flatMap((one) =>
    one !== undefined && countsAgainstLimit(one.value, now) ? [one.value.id] : [],
  );
  const value = emptied(known.value, new Set(live));
  return seats.replaceCount(performanceId, { ...known, value });
}
