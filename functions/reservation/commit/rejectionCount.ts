import type { Container } from '@azure/cosmos';
import { z } from 'zod';
import { commit, readDocument } from '../../../shared/cosmos/cosmos';
import { untilCommitted } from '../../../shared/cosmos/untilCommitted';
import { type Clock, isoTime } from '../../../shared/kernel/clock';
import type { Pacing } from '../../../shared/kernel/pacing';

/** Who asks in vain more often within an hour is no buyer. Each rejection stays stored, on the performance's partition too. */
export const MAX_REJECTIONS_AN_HOUR = 30;

const HOUR_MS = 60 * 60 * 1000;
const KEPT_SECONDS = 2 * 60 * 60;

const countSchema = z.object({ count: z.int() });

/**
 * How many of a customer's reservations were rejected in this hour of the clock, in the container `idempotency`, one
 * document an hour. It is a limit and no book, so a count that gets lost is no harm.
 */
export const rejectionCount = (
  container: Container,
  { clock, ...pacing }: Pacing & { readonly clock: Clock },
) => {
  const id = () => `rejections:${isoTime(clock.now()).slice(0, 'yyyy-mm-ddThh'.length)}`;
  const read = (customerId: string) => readDocument(container, id(), customerId, countSchema);
  return {
    add: (customerId: string): Promise<unknown> =>
      untilCommitted(pacing, `rejections of ${customerId}`, async () => {
        const known = await read(customerId);
        const count = (known?.value.count ?? 0) + 1;
        const resourceBody = { id: id(), customerId, count, ttl: KEPT_SECONDS } as never;
        return commit(container, customerId, [
          known === undefined
            ? { operationType: 'Create', resourceBody }
            : { operationType: 'Replace', id: id(), resourceBody, ifMatch: known.etag },
        ]);
      }),

    /** Until when nothing more is accepted of the customer, in seconds from now. Undefined when it is. */
    async secondsToWait(customerId: string): Promise<number | undefined> {
      const count = (await read(customerId))?.value.count ?? 0;
      if (count < MAX_REJECTIONS_AN_HOUR) return undefined;
      return Math.ceil((HOUR_MS - (clock.now() % HOUR_MS)) / 1000);
    },
  };
};
export type RejectionCount = ReturnType<typeof rejectionCount>;
