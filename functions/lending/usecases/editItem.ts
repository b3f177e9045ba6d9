import { isDeepStrictEqual } from 'node:util';
import { StoreUnavailable } from '../../../shared/cosmos/cosmos';
import { untilCommitted } from '../../../shared/cosmos/untilCommitted';
import { checkIfMatch } from '../../../shared/http/ifMatch';
import type { Versioned } from '../../../shared/kernel/versioned';
import { problem } from '../../problems';
import type { LendingDeps } from '../deps';
import type { Item, ItemFields } from '../domain/item';
import { changed, removed } from '../domain/item.decide';

type ItemDeps = Pick<LendingDeps, 'items'>;
type EditDeps = ItemDeps & Pick<LendingDeps, 'sleep' | 'random'>;

/** Throws `not-found`, also for one that was removed. */
export async function readItem({ items }: ItemDeps, itemId: string): Promise<Versioned<Item>> {
  const stored = await items.read(itemId);
  if (stored === undefined || stored.value.status === 'removed')
    throw problem('not-found', `There is no item ${itemId}.`);
  return stored;
}

/** Creates the item. A call that is repeated with the same id finds it. */
export async function createItem(
  { items }: ItemDeps,
  newId: () => Promise<string>,
  fields: ItemFields,
): Promise<Versioned<Item>> {
  const itemId = await newId();
  await items.create({ ...fields, itemId, lent: 0, status: 'offered' });
  const stored = await items.read(itemId);
  if (stored === undefined) throw new StoreUnavailable('It is not stored yet. Send the same request again.');
  return stored;
}

/** What is out stays out, and has to be back when it had to. Throws `not-found`, `stale`, `in-use`. */
export async function updateItem(
  deps: EditDeps,
  itemId: string,
  fields: ItemFields,
  ifMatch: string | undefined,
): Promise<Versioned<Item>> {
  return untilCommitted(deps, `item ${itemId}`, async () => {
    const stored = await readItem(deps, itemId);
    const value = changed(stored.value, fields);
    if (value !== undefined && isDeepStrictEqual(stored.value, value)) return stored;
    checkIfMatch(stored.etag, ifMatch);
    if (value === undefined)
      throw problem('in-use', `${stored.value.lent} are lent, so the stock cannot be ${fields.stock}.`, {
        lent: stored.value.lent,
      });
    return deps.items.replace({ ...stored, value });
  });
}

/** It is lent no more. Throws `in-use` as long as one is out, `not-found`, `stale`. */
export async function removeItem(deps: EditDeps, itemId: string, ifMatch: string | undefined): Promise<void> {
  await untilCommitted(deps, `item ${itemId}`, async () => {
    const stored = await readItem(deps, itemId);
    checkIfMatch(stored.etag, ifMatch);
    const value = removed(stored.value);
    if (value === undefined)
      throw problem('in-use', `${stored.value.lent} are lent. Remove it when all are back.`, {
        lent: stored.value.lent,
      });
    return deps.items.replace({ ...stored, value });
  });
}
