import type { Container } from '@azure/cosmos';
import { z } from 'zod';
import { commit, queryDocuments } from './cosmos';

/** Which documents of a container are in a list, and where in it. */
export type Listed = {
  readonly container: Container;
  /** A condition on `c` that holds for them and no others. */
  readonly where: string;
  /** The member that is the partition key. */
  readonly partition: string;
  readonly listKeyOf: (document: never) => string;
};

const storedSchema = z.looseObject({ id: z.string(), _etag: z.string() });

/**
 * Gives documents of a version whose lists had no keys their place in the list. What is written meanwhile gets it by that
 * write. Safe to run twice. Returns how many there were.
 */
export async function addListKeys({ container, where, partition, listKeyOf }: Listed): Promise<number> {
  const query = `SELECT * FROM c WHERE NOT IS_DEFINED(c.listKey) AND ${where}`;
  const documents = await queryDocuments(container, query, {}, storedSchema);
  for (const document of documents) {
    const { id, _etag: ifMatch } = document;
    const resourceBody = { ...document, listKey: listKeyOf(document as never) } as never;
    await commit(container, String(document[partition]), [
      { operationType: 'Replace', id, resourceBody, ifMatch },
    ]);
  }
  return documents.length;
}
