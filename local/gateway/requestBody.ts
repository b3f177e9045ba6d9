import type { IncomingMessage } from 'node:http';

/** Largest body accepted, in bytes. */
export const MAX_BODY_BYTES = 1024 * 1024;
/** A body too large is still read for this long, so that its sender gets to read the refusal. */
const REFUSED_BODY_MS = 2_000;

export class BodyTooLarge extends Error {}

/** The whole body, read before a host is asked: a slow sender keeps no host busy, and the request can go to another one. */
export async function readBody(request: IncomingMessage): Promise<Buffer | undefined> {
  const { 'content-length': length, 'transfer-encoding': encoding } = request.headers;
  if (length === undefined && encoding === undefined) return undefined;
  if (Number(length ?? 0) > MAX_BODY_BYTES) throw new BodyTooLarge();
  const chunks: Buffer[] = [];
  let size = 0;
  const stream: AsyncIterable<Buffer> = request.iterator({ destroyOnReturn: false });
  for await (const chunk of stream) {
    size += chunk.length;
    if (size > MAX_BODY_BYTES) throw new BodyTooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Reads on and forgets, for a moment. */
export function discardBody(request: IncomingMessage): void {
  request.resume();
  setTimeout(() => {
    if (!request.complete) request.destroy();
  }, REFUSED_BODY_MS).unref();
}
