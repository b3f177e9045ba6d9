import type { Container } from '@azure/cosmos';
import { z } from 'zod';
import { generalProblem } from '../http/problem';
import { digest } from '../kernel/ids';
import { isPassingFault, readDocument } from './cosmos';

/**
 * How long a key is remembered, in seconds. It is a day at least, so that a retry after a night in a tunnel still
 * counts.
 */
const REMEMBERED_SECONDS = 2 * 24 * 60 * 60;

const recordSchema = z.object({ route: z.string(), bodyHash: z.string(), givenId: z.string() });

export type KeyedRequest = {
  readonly customerId: string;
  readonly key: string | undefined;
  /** Method and path. The same key on another route is a mistake of the caller. */
  readonly route: string;
  readonly body: unknown;
};

/**
 * The id that this request gives to what it creates. A new key gets `newId()`, and a key that comes again gets the
 * first one's id. The record is written before any effect, so a retry after a crash goes on with the same id. Throws
 * the problem `idempotency-key-reused` when the key came with another route or body.
 */
export async function idFor(
  container: Container,
  request: KeyedRequest,
  newId: () => string,
): Promise<string> {
  if (request.key === undefined) return newId();
  const id = digest([request.key], 32);
  const record = { route: request.route, bodyHash: digest([canonical(request.body)], 26), givenId: newId() };
  const document = { id, customerId: request.customerId, ...record, ttl: REMEMBERED_SECONDS };
  try {
    await container.items.create(document);
    return record.givenId;
  } catch (error) {
    if ((error as { code?: unknown }).code !== 409 && !isPassingFault(error)) throw error;
  }
  const known = await readDocument(container, id, request.customerId, recordSchema);
  if (known === undefined) throw generalProblem('unavailable', 'Please send the same request again.');
  if (known.value.route !== record.route || known.value.bodyHash !== record.bodyHash) {
    throw generalProblem(
      'idempotency-key-reused',
      'This Idempotency-Key came with another request before. Use a new key for a new request.',
    );
  }
  return known.value.givenId;
}

/** JSON with sorted members. The same request written in another order is the same request. */
const canonical = (value: unknown): string =>
  JSON.stringify(value ?? null, (_key, member: unknown) =>
    member !== null && typeof member === 'object' && !Array.isArray(member)
      ? Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : 1)))
      : member,
  );
