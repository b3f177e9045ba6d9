import type { Container } from '@azure/cosmos';
import { z } from 'zod';
import { commitDocument, readDocument } from '../cosmos/cosmos';
import { keepUnread } from '../cosmos/keepUnread';
import { untilCommitted } from '../cosmos/untilCommitted';
import type { Immutable } from '../kernel/immutable';
import type { Pacing } from '../kernel/pacing';

/** What a context knows of the latest request to erase a customer. */
export const markSchema = z.object({
  customerId: z.string(),
  /** Which request of the customer it is. A later one has a larger number. */
  n: z.int(),
  /** When it was asked for (UTC). */
  at: z.string(),
  state: z.enum(['asked', 'lifted', 'erased']),
});
export type Mark = Immutable<z.infer<typeof markSchema>>;

/** A later request wins. Of one request, what ends it wins, so news may come in any order and more than once. */
const isNewer = (next: Mark, known: Mark | undefined): boolean =>
  known === undefined ||
  next.n > known.n ||
  (next.n === known.n && known.state === 'asked' && next.state !== 'asked');

const ID = 'erasure';

/** A context's own container of marks, one document a customer who has asked for an erasure. */
export const markStore = (container: Container, pacing: Pacing) => ({
  /** Whether nothing new is to be begun for the customer. */
  isMarked: async (customerId: string): Promise<boolean> =>
    (await readDocument(container, ID, customerId, markSchema))?.value.state === 'asked',

  /** Writes the mark if it is news, and answers with the one that stands then. */
  set: (mark: Mark): Promise<Mark> =>
    untilCommitted<Mark>(pacing, 'mark of an erasure', async () => {
      const known = await readDocument(container, ID, mark.customerId, markSchema);
      if (known !== undefined && !isNewer(mark, known.value)) return known.value;
      const document = { id: ID, ...mark } as never;
      const operation =
        known === undefined
          ? ({ operationType: 'Create', resourceBody: document } as const)
          : ({
              operationType: 'Replace',
              id: ID,
              resourceBody: keepUnread(document, known.unread),
              ifMatch: known.etag,
            } as const);
      const stored = await commitDocument(container, mark.customerId, { value: mark, operation });
      return stored === 'conflict' ? stored : mark;
    }),
});
export type MarkStore = ReturnType<typeof markStore>;
