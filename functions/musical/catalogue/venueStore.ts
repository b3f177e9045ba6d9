import type { Container, DeleteOperationInput } from '@azure/cosmos';
import { z } from 'zod';
import { commit, queryDocuments, readDocument } from '../../../shared/cosmos/cosmos';
import { keepUnread } from '../../../shared/cosmos/keepUnread';
import type { Page } from '../../../shared/http/continuation';
import type { Unread, Versioned } from '../../../shared/kernel/versioned';
import { capacityOf } from './domain/seatingPlan';
import { type House, houseSchema } from './domain/venue';

/** What the list shows of a venue. Its sections may be a megabyte. */
export const venueSummarySchema = houseSchema
  .pick({ venueId: true, name: true, timeZone: true, floors: true })
  .extend({ capacity: z.int() });
const listedSchema = venueSummarySchema.extend({ listKey: z.string() });
export type ListedVenue = z.infer<typeof listedSchema>;

const houseDocument = (house: House, unread?: Unread): never =>
  keepUnread(
    {
      id: house.venueId,
      ...house,
      capacity: capacityOf(house.sections as never),
      listKey: `${house.name} ${house.venueId}`,
    },
    unread,
    ['capacity', 'listKey'],
  ) as never;

/** Venues with their houses, in the container `venues`, one document each. */
export const venueStore = (container: Container) => ({
  house: (venueId: string): Promise<Versioned<House> | undefined> =>
    readDocument(container, venueId, venueId, houseSchema),

  /** By their names. */
  list: ({ after = '', limit }: Page): Promise<ListedVenue[]> =>
    queryDocuments(
      container,
      `SELECT c.venueId, c.name, c.timeZone, c.floors, c.capacity, c.listKey FROM c WHERE c.listKey > @after ORDER BY c.listKey OFFSET 0 LIMIT ${limit}`,
      { after },
      listedSchema,
      { limit },
    ),

  create: (house: House) =>
    commit(container, house.venueId, [{ operationType: 'Create', resourceBody: houseDocument(house) }]),

  replace: ({ value, etag, unread }: Versioned<House>) =>
    commit(container, value.venueId, [
      {
        operationType: 'Replace',
        id: value.venueId,
        resourceBody: houseDocument(value, unread),
        ifMatch: etag,
      },
    ]),

  remove: ({ value, etag }: Versioned<House>) => {
    // The service takes the condition of a Delete and the SDK passes it on. Only its type does not know of it.
    const remove: DeleteOperationInput & { readonly ifMatch: string } = {
      operationType: 'Delete',
      id: value.venueId,
      ifMatch: etag,
    };
    return commit(container, value.venueId, [remove]);
  },
});
export type VenueStore = ReturnType<typeof venueStore>;
