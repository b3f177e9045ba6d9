import type { IncomingMessage } from 'node:http';

/** Largest body accepted, in bytes: a house of 20,000 seats as another system writes it. */
export const MAX_BODY_BYTES = 12 * 1024 * 1024;
/** A body too large is still read for this long, so that its sender gets to read the refusal. */
const REFUSED_BODY_MS = 2_000;

/** Bodies held in memory at once, in bytes. */
const MAX_BUFFERED_BYTES = 64 * 1024 * 1024;

export class BodyTooLarge extends Error {}
export class BuffersFull extends Error {}

/** Counts what the bodies of all requests under way take. State of one gateway. */
export class BodyBuffers {
  private bytes = 0;

  /** @throws BuffersFull */
  add(bytes: number): void {
    if (this.bytes + bytes > MAX_BUFFERED_BYTES) throw new BuffersFull();
    this.bytes += bytes;
  }

  free(bytes: number): void {
    this.bytes -= bytes;
  }
}

/**
 * The whole body, read before a host is asked, so that a slow sender keeps no host busy and the request can go to
 * another one. The caller frees its bytes.
 */
export async function readBody(request: IncomingMessage, buffers: BodyBuffers): Promise<Buffer | undefined> {
  const { 'content-length': length, 'transfer-encoding': encoding } = request.headers;
  if (length === undefined && encoding === undefined) return undefined;
  if (Number(length ?? 0) > MAX_BODY_BYTES) throw new BodyTooLarge();
  const chunks: Buffer[] = [];
  let size = 0;
  const stream: AsyncIterable<Buffer> = request.iterator({ destroyOnReturn: false });
  try {
    for await (const chunk of stream) {
      if (size + chunk.length > MAX_BODY_BYTES) throw new BodyTooLarge();
      buffers.add(chunk.length);
      size += chunk.length;
      chunks.push(chunk);
    }
  } catch (error) {
    buffers.free(size);
    throw error;
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
