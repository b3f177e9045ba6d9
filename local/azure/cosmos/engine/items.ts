import { deleteCharge, READ, REFUSED_WRITE, readCharge } from './charges';
import type { Container, ItemHead, StoredItem } from './container';
import { isLive } from './container';
import { badRequest, itemConflict, itemNotFound, preconditionFailed } from './errors';
import type { ItemResult, WriteMoment } from './itemWrite';
import { checkItem, insertItem, matches, overwriteItem } from './itemWrite';
import type { MutableObject } from './json';

/** `If-Match` for writes, `If-None-Match` for reads. A write ignores `If-None-Match`, as the service documents. */
export type Condition = { readonly ifMatch?: string; readonly ifNoneMatch?: string };

export function readItem(
  container: Container,
  now: number,
  key: string,
  id: string,
  { ifNoneMatch }: Condition = {},
): ItemResult {
  const item = container.findWhole(key, id);
  if (item === undefined || !isLive(item, now)) throw itemNotFound(READ);
  if (ifNoneMatch === '*' || ifNoneMatch === item.etag) return { status: 304, etag: item.etag, charge: READ };
  return { status: 200, body: item.body, etag: item.etag, charge: readCharge(item.bytes) };
}

/** An item that expired but was not purged yet makes room. */
function findForCreate(container: Container, now: number, key: string, id: string): ItemHead | undefined {
  const existing = container.findHead(key, id);
  if (existing === undefined || isLive(existing, now)) return existing;
  container.remove(existing.row);
  return undefined;
}

export function createItem(
  container: Container,
  moment: WriteMoment,
  key: string,
  item: MutableObject,
): ItemResult {
  checkItem(container, key, item);
  if (findForCreate(container, moment.now, key, item.id as string)) throw itemConflict(REFUSED_WRITE);
  return insertItem(container, moment, key, item);
}

/** Creates or replaces. `If-Match` holds only against an item that is there. */
export function upsertItem(
  container: Container,
  moment: WriteMoment,
  key: string,
  item: MutableObject,
  { ifMatch }: Condition = {},
): ItemResult {
  checkItem(container, key, item);
  const id = item.id as string;
  if (findForCreate(container, moment.now, key, id) === undefined)
    return insertItem(container, moment, key, item);
  const existing = findForChange(container, moment.now, key, id, ifMatch === undefined ? {} : { ifMatch });
  return overwriteItem(container, moment, key, existing, item);
}

function findForChange(
  container: Container,
  now: number,
  key: string,
  id: string,
  condition: Condition,
): StoredItem {
  const existing = container.findWhole(key, id);
  if (existing === undefined || !isLive(existing, now)) throw itemNotFound(READ);
  if (!matches(condition.ifMatch, existing.etag)) throw preconditionFailed(REFUSED_WRITE);
  return existing;
}

export function replaceItem(
  container: Container,
  moment: WriteMoment,
  key: string,
  id: string,
  item: MutableObject,
  condition: Condition = {},
): ItemResult {
  checkItem(container, key, item);
  const existing = findForChange(container, moment.now, key, id, condition);
  if (item.id !== id) throw badRequest('The id of an item cannot be changed.');
  return overwriteItem(container, moment, key, existing, item);
}

export function deleteItem(
  container: Container,
  now: number,
  key: string,
  id: string,
  condition: Condition = {},
): ItemResult {
  const existing = findForChange(container, now, key, id, condition);
  container.remove(existing.row);
  return { status: 204, charge: deleteCharge(existing.bytes, existing.terms) };
}
