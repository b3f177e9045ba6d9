import type { Container } from '@azure/cosmos';
import { z } from 'zod';
import { commit, queryPages, readDocument } from './cosmos';

/** A document as it lies there, with every member. */
export type Stored = Readonly<Record<string, unknown>>;

/** Which documents of a container are of an older form, and how each is to be today. */
export type Rewriting = {
  readonly container: Container;
  /** A condition on `c` that may hold for others, too. */
  readonly where: string;
  /** The member that is the partition key. */
  readonly partition: string;
  /** Undefined for one that is of today's form, or none of these. */
  readonly today: (document: Stored) => Stored | undefined | Promise<Stored | undefined>;
};

const storedSchema = z.looseObject({ id: z.string(), _etag: z.string() });
type Found = z.infer<typeof storedSchema>;

/**
 * Brings documents of an older form to today's, each as it is then, while others write them. Safe to run twice. Returns how
 * many there were.
 */
export async function rewriteDocuments(rewriting: Rewriting): Promise<number> {
  const { container, where } = rewriting;
  let rewritten = 0;
  for await (const page of queryPages(container, `SELECT * FROM c WHERE ${where}`, {}, storedSchema))
    for (const document of page) rewritten += Number(await rewriteOne(rewriting, document));
  return rewritten;
}

/** A write that loses is decided anew. Somebody has won then, so it does not go on for ever. */
async function rewriteOne({ container, partition, today }: Rewriting, found: Found): Promise<boolean> {
  const partitionKey = String(found[partition]);
  let document: Found | undefined = found;
  while (document !== undefined) {
    const resourceBody = (await today(document)) as never;
    if (resourceBody === undefined) return false;
    const ifMatch = document._etag;
    const replace = { operationType: 'Replace', id: found.id, resourceBody, ifMatch } as const;
    if ((await commit(container, partitionKey, [replace])) === 'committed') return true;
    document = (await readDocument(container, found.id, partitionKey, storedSchema))?.value;
  }
  return false;
}
