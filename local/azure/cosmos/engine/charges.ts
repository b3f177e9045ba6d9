/**
 * Request units, by the documented table: point read of 1 KB 1, of 100 KB 10; create of 1 KB 5 and 0.2 per indexed
 * term (id and partition key are always indexed), of 100 KB ten times the 5; replace about twice a create; delete
 * about 7; patch a little above replace; a batch the sum of its operations; the change feed as the reads.
 * Source: "Request Units in Azure Cosmos DB" and "Find the request unit charge" (2026-04).
 * Undocumented, so chosen: a query's base, and the price of a refused conditional write.
 */
export const READ = 1;
export const CREATE = 5;
export const REPLACE = 10;
export const DELETE = 6.6;
export const PER_TERM = 0.2;
export const PER_PATCH_OPERATION = 0.4;
export const QUERY = 2.3;
/** A refused conditional write reads the item it was refused for. */
export const REFUSED_WRITE = 1.24;
export const EMPTY_FEED_PAGE = 1;
export const METADATA = 2;

const ALWAYS_INDEXED_TERMS = 2;

/** 1 at 1 KB and 10 at 100 KB. */
const sizeFactor = (bytes: number): number => 1 + (Math.max(1, Math.ceil(bytes / 1024)) - 1) / 11;

const round = (charge: number): number => Math.round(charge * 100) / 100;

const indexing = (terms: number): number => PER_TERM * (terms + ALWAYS_INDEXED_TERMS);

export const readCharge = (bytes: number): number => round(READ * sizeFactor(bytes));
export const createCharge = (bytes: number, terms: number): number =>
  round(CREATE * sizeFactor(bytes) + indexing(terms));
export const replaceCharge = (bytes: number, terms: number): number =>
  round(REPLACE * sizeFactor(bytes) + indexing(terms));
export const patchCharge = (bytes: number, terms: number, operations: number): number =>
  round(REPLACE * sizeFactor(bytes) + indexing(terms) + PER_PATCH_OPERATION * operations);
export const deleteCharge = (bytes: number, terms: number): number =>
  round(DELETE * sizeFactor(bytes) + indexing(terms));
/** @param loadedBytes of all items the query had to load, whether they matched or not */
export const queryCharge = (loadedBytes: number): number => round(QUERY + loadedBytes / 1024 / 11);
export const feedCharge = (bytes: number): number => (bytes === 0 ? EMPTY_FEED_PAGE : readCharge(bytes));
export const sumOfCharges = (charges: readonly number[]): number => round(charges.reduce((a, b) => a + b, 0));
