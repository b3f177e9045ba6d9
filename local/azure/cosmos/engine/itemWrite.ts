import { createCharge, type Replaced, replaceCharge } from './charges';
import type { Container, NewItem, StoredItem } from './container';
import { badRequest, CosmosError } from './errors';
import type { JsonObject, MutableObject } from './json';
import { idFault } from './resourceIds';
import { expiry, isTtl, ttlFault } from './timeToLive';

/** When and under which log sequence number a write happens. All writes of a batch share both. */
export type WriteMoment = {
  /** Ms since the epoch. */
  readonly now: number;
  readonly lsn: number;
  /** Place within a batch, from 0. */
  readonly ordinal: number;
};

export type ItemResult = {
  readonly status: 200 | 201 | 204 | 304;
  /** The item as JSON text, absent when there is nothing to show. */
  readonly body?: string;
  readonly etag?: string;
  readonly charge: number;
};

/** Source: Azure Cosmos DB service quotas, "Maximum size of an item: 2 MB (UTF-8 length of JSON representation)". */
const MAX_ITEM_BYTES = 2 * 1024 * 1024;
const ROWS_PER_LSN = 128;

const SYSTEM_PROPERTIES = ['_rid', '_self', '_etag', '_attachments', '_ts'] as const;

function ownTtl({ ttl }: MutableObject): number | null {
  if (ttl === undefined) return null;
  if (!isTtl(ttl)) throw badRequest(ttlFault('ttl', ttl));
  return ttl;
}

/**
 * Throws what the service says to an item it cannot take, for a bad id or ttl (400) or a key other than the header's.
 */
export function checkItem(container: Container, key: string, item: MutableObject): void {
  const fault = idFault(item.id);
  if (fault !== undefined) throw badRequest(fault);
  if (container.keyOf(item) !== key) {
    throw badRequest("PartitionKey extracted from document doesn't match the one specified in the header.", {
      substatus: 1001,
    });
  }
}

const etagOf = (container: Container, moment: WriteMoment): string => {
  const hex = (value: number, width: number) => value.toString(16).padStart(width, '0');
  return `"${hex(container.number, 8)}-0000-${hex(moment.ordinal, 4)}-0000-${hex(moment.lsn, 12)}"`;
};

/** Finishes an item with system properties, expiry and indexed terms. Throws 413 above 2 MB. */
export function prepareItem(
  container: Container,
  moment: WriteMoment,
  key: string,
  item: MutableObject,
  row = moment.lsn * ROWS_PER_LSN + moment.ordinal,
): NewItem {
  const { now, lsn } = moment;
  for (const name of SYSTEM_PROPERTIES) if (name in item) delete item[name];
  const terms = container.policy.countTerms(item);
  const ttl = ownTtl(item);
  const etag = etagOf(container, moment);
  const own = JSON.stringify(item);
  const rid = container.ridOfRow(row);
  const system =
    `"_rid":"${rid}","_self":"${container.self}docs/${rid}/","_etag":${JSON.stringify(etag)},` +
    `"_attachments":"attachments/","_ts":${Math.floor(now / 1000)}}`;
  const body = `${own.slice(0, -1)},${system}`;
  if (body.length > MAX_ITEM_BYTES / 3 && Buffer.byteLength(body) > MAX_ITEM_BYTES) {
    throw new CosmosError(413, 'Request size is too large.');
  }
  const expires = expiry(now, ttl, container.definition.defaultTtl);
  return { row, key, id: item.id as string, lsn, modified: now, ttl, expires, etag, terms, body, item };
}

export function insertItem(
  container: Container,
  moment: WriteMoment,
  key: string,
  item: MutableObject,
): ItemResult {
  const prepared = prepareItem(container, moment, key, item);
  container.insert(prepared);
  const charge = createCharge(prepared.body.length, prepared.terms);
  return { status: 201, body: prepared.body, etag: prepared.etag, charge };
}

export function overwriteItem(
  container: Container,
  moment: WriteMoment,
  key: string,
  existing: StoredItem,
  item: MutableObject,
  chargeOf: (replaced: Replaced) => number = replaceCharge,
): ItemResult {
  const prepared = prepareItem(container, moment, key, item, existing.row);
  container.update(prepared);
  const before = JSON.parse(existing.body) as JsonObject;
  const charge = chargeOf({
    bytesBefore: existing.bytes,
    bytesAfter: prepared.body.length,
    changedTerms: container.policy.countChangedTerms(before, item),
  });
  return { status: 200, body: prepared.body, etag: prepared.etag, charge };
}

/** Does the item's ETag satisfy an `If-Match` (`*` is any)? Without a condition, always. */
export const matches = (ifMatch: string | undefined, etag: string): boolean =>
  ifMatch === undefined || ifMatch === '*' || ifMatch === etag;
