/**
 * Request units by Microsoft's tables. Nothing else in the repository knows a price.
 * Source: "Understand request unit consumption" (2026), the table of sizes; "Find the request unit charge" (2026-04);
 * "Time to live": a serverless account pays for the deletion of what has expired, others use what is left over.
 * Undocumented, so chosen: a size between two rows of the table costs what lies on the line between them, a replace
 * takes the old item out and puts the new one in, a query's base, and the price of a refused conditional write.
 */
export const READ = 1;
export const PER_TERM = 0.2;
export const PER_PATCH_OPERATION = 0.4;
export const QUERY = 2.3;
/** A refused conditional write reads the item it was refused for. */
export const REFUSED_WRITE = 1.24;
export const EMPTY_FEED_PAGE = 1;
export const METADATA = 2;

/** Every item is found by its id and its partition key, whatever the policy says. */
const ALWAYS_INDEXED_TERMS = 2;

/** [KB, read, write without an index] */
const BY_SIZE = [
  [1, 1, 4.95],
  [2, 1.04, 6.29],
  [4, 1.14, 6.67],
  [8, 1.33, 7.04],
  [16, 1.67, 9.52],
  [32, 2.19, 11.23],
  [64, 4.76, 22.67],
  [128, 9.95, 48.19],
  [256, 20.28, 98.29],
  [512, 40.95, 184.57],
  [1024, 145.9, 625],
  [2048, 291.8, 1250],
] as const;

function bySize(bytes: number, column: 1 | 2): number {
  const kilobytes = bytes / 1024;
  const next = BY_SIZE.findIndex(([size]) => kilobytes <= size);
  const upper = BY_SIZE.at(next) ?? BY_SIZE[0];
  if (next <= 0) return upper[column];
  const lower = BY_SIZE[next - 1] ?? upper;
  const share = (kilobytes - lower[0]) / (upper[0] - lower[0]);
  return lower[column] + share * (upper[column] - lower[column]);
}

const round = (charge: number): number => Math.round(charge * 100) / 100;
const indexing = (terms: number): number => PER_TERM * (terms + ALWAYS_INDEXED_TERMS);

export const readCharge = (bytes: number): number => round(bySize(bytes, 1));
export const createCharge = (bytes: number, terms: number): number =>
  round(bySize(bytes, 2) + indexing(terms));
export const deleteCharge = createCharge;

/** What a replace changes. A term counts once where it goes and once where it comes. */
export type Replaced = {
  readonly bytesBefore: number;
  readonly bytesAfter: number;
  readonly changedTerms: number;
};
export const replaceCharge = ({ bytesBefore, bytesAfter, changedTerms }: Replaced): number =>
  round(bySize(bytesBefore, 2) + bySize(bytesAfter, 2) + PER_TERM * changedTerms);
/** A patch is a little dearer than the replace that it saves. */
export const patchCharge = (replaced: Replaced, operations: number): number =>
  round(replaceCharge(replaced) + PER_PATCH_OPERATION * (operations + 1));

/** @param loadedBytes of all items that the index could not tell not to match, whether they did or not */
export const queryCharge = (loadedBytes: number): number => round(QUERY + loadedBytes / 1024 / 11);
/** Each item on the page is read. */
export const feedCharge = (itemBytes: readonly number[]): number =>
  itemBytes.length === 0 ? EMPTY_FEED_PAGE : sumOfCharges(itemBytes.map(readCharge));
export const sumOfCharges = (charges: readonly number[]): number => round(charges.reduce((a, b) => a + b, 0));
