import { idFor } from '../../../shared/cosmos/idempotency';
import { continuedAfter, pageOf } from '../../../shared/http/continuation';
import { endpoint } from '../../../shared/http/endpoint';
import { randomId } from '../../../shared/kernel/ids';
import type { Versioned } from '../../../shared/kernel/versioned';
import type { LendingDeps } from '../deps';
import { availableOf, type Item } from '../domain/item';
import { createItem, readItem, removeItem, updateItem } from '../usecases/editItem';
import { itemBody, itemsQuery, itemsView, itemView } from './schemas';

const viewOf = (item: Item) => itemView.parse({ ...item, available: availableOf(item) });

const answer = ({ value, etag }: Versioned<Item>, status: number, headers: Record<string, string> = {}) => ({
  status,
  body: viewOf(value),
  headers: { etag, ...headers },
});

export const listItems = endpoint(
  {
    method: 'GET',
    route: 'items',
    summary: 'What the theatre lends and how many are there, by name; `query` searches names',
    auth: 'anyone',
    query: itemsQuery,
    answers: { 200: { description: 'A page of items', body: itemsView } },
  },
  async (deps: LendingDeps, { query: { query: text, limit, continuation } }) => {
    const items = await deps.items.list(text, { after: continuedAfter(continuation), limit });
    return { status: 200, body: pageOf(items, limit, ({ listKey }) => listKey, viewOf) };
  },
);

export const getItem = endpoint(
  {
    method: 'GET',
    route: 'items/{itemId}',
    summary: 'One item; its ETag changes with every loan of it',
    auth: 'anyone',
    answers: { 200: { description: 'The item', body: itemView }, 304: { description: 'Not changed' } },
  },
  async (deps: LendingDeps, { params: { itemId = '' }, hasAlready }) => {
    const item = await readItem(deps, itemId);
    return hasAlready(item.etag) ? { status: 304, headers: { etag: item.etag } } : answer(item, 200);
  },
);

export const postItem = endpoint(
  {
    method: 'POST',
    route: 'items',
    summary: 'Add something to lend',
    auth: 'admin',
    body: itemBody,
    idempotencyKey: 'honoured',
    audited: ['name', 'stock', 'loanHours'],
    answers: { 201: { description: 'Added; Location says where it is', body: itemView } },
  },
  async (deps: LendingDeps, { body, caller, idempotencyKey: key, route }) => {
    const request = { customerId: caller.customerId, key, route, body };
    const item = await createItem(deps, () => idFor(deps.idempotency, request, randomId), body);
    return answer(item, 201, { location: `/api/items/${item.value.itemId}` });
  },
);

export const putItem = endpoint(
  {
    method: 'PUT',
    route: 'items/{itemId}',
    summary: 'Change an item, or how many there are, which is never fewer than are lent',
    auth: 'admin',
    body: itemBody,
    ifMatch: 'required',
    audited: ['name', 'stock', 'loanHours'],
    answers: { 200: { description: 'Changed', body: itemView } },
    problems: ['in-use'],
  },
  async (deps: LendingDeps, { params: { itemId = '' }, body, ifMatch }) =>
    answer(await updateItem(deps, itemId, body, ifMatch), 200),
);

export const deleteItem = endpoint(
  {
    method: 'DELETE',
    route: 'items/{itemId}',
    summary: 'Lend an item no more, once all of it are back',
    auth: 'admin',
    ifMatch: 'honoured',
    answers: { 204: { description: 'It is lent no more' } },
    problems: ['in-use'],
  },
  async (deps: LendingDeps, { params: { itemId = '' }, ifMatch }) => {
    await removeItem(deps, itemId, ifMatch);
    return { status: 204 };
  },
);
