import type { Container } from '@azure/cosmos';
import { z } from 'zod';
import { commit, commitDocument, queryDocuments, readDocument } from '../../shared/cosmos/cosmos';
import { keepUnread } from '../../shared/cosmos/keepUnread';
import type { Page } from '../../shared/http/continuation';
import type { PerhapsStored, Versioned } from '../../shared/kernel/versioned';
import { type Item, itemSchema, type Slip, slipSchema } from './domain/item';

const ITEM = 'item';
const SLIP = 'slip';
const slipId = (loanId: string): string => `loan:${loanId}`;

const listedSchema = itemSchema.extend({ listKey: z.string() });
export type ListedItem = z.infer<typeof listedSchema>;

/** What was removed has no place in the list. */
const itemDocument = (item: Item): object => ({
  id: item.itemId,
  kind: ITEM,
  ...(item.status === 'removed' ? {} : { listKey: `${item.name} ${item.itemId}` }),
  ...item,
});

const itemWrite = ({ value, etag, unread }: Versioned<Item>) => ({
  operationType: 'Replace' as const,
  id: value.itemId,
  resourceBody: keepUnread(itemDocument(value), unread, ['listKey']) as never,
  ifMatch: etag,
});

const slipWrite = (slip: PerhapsStored<Slip>) => {
  const id = slipId(slip.value.loanId);
  const document = { id, kind: SLIP, ...slip.value };
  return slip.etag === undefined
    ? { operationType: 'Create' as const, resourceBody: document as never }
    : {
        operationType: 'Replace' as const,
        id,
        resourceBody: keepUnread(document, slip.unread) as never,
        ifMatch: slip.etag,
      };
};

/** The container `items`, one partition an item: the item with its stock, and a slip for each loan of it. */
export const itemStore = (container: Container) => ({
  read: (itemId: string): Promise<Versioned<Item> | undefined> =>
    readDocument(container, itemId, itemId, itemSchema, ITEM),

  create: (item: Item) =>
    commit(container, item.itemId, [{ operationType: 'Create', resourceBody: itemDocument(item) as never }]),

  replace: (item: Versioned<Item>): Promise<Versioned<Item> | 'conflict'> =>
    commitDocument(container, item.value.itemId, { value: item.value, operation: itemWrite(item) }),

  slip: (itemId: string, loanId: string): Promise<Versioned<Slip> | undefined> =>
    readDocument(container, slipId(loanId), itemId, slipSchema, SLIP),

  /** Stores the slip and the stock that it changes in one batch, or neither. */
  writeSlip: (item: Versioned<Item>, slip: PerhapsStored<Slip>): Promise<'committed' | 'conflict'> =>
    commit(container, item.value.itemId, [itemWrite(item), slipWrite(slip)]),

  /** What is offered, by name. */
  list: (text: string | undefined, { after = '', limit }: Page): Promise<ListedItem[]> => {
    const found = text === undefined ? '' : ' AND CONTAINS(LOWER(c.name), @text)';
    return queryDocuments(
      container,
      `SELECT * FROM c WHERE c.listKey > @after${found} ORDER BY c.listKey OFFSET 0 LIMIT ${limit}`,
      { after, ...(text === undefined ? {} : { text: text.toLowerCase() }) },
      listedSchema,
      { limit },
    );
  },
});
export type ItemStore = ReturnType<typeof itemStore>;
