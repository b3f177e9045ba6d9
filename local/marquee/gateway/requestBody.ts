import type { IncomingMessage } from 'node:http';

/** Largest body accepted, in bytes: a house of 20,000 seats as another system writes it. */
export const MAX_BODY_BYTES = 12 * 1024 * 1024;
/** A body too large is still read for this long, so that its sender gets to read the refusal. */
const REFUSED_BODY_MS = 2_000;

/** Bodies held in memory at once, in bytes. */
const MAX_BUFFERED_BYTES = 64 * 1024 * 1024;

/** The whole body has arrived by then, or is not waited for. A megabyte comes in ten seconds by any telephone. */
export const BODY_DEADLINE_MS = 10_000;

export class BodyTooLarge extends Error {}
export class BodyTooSlow extends Error {}
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
export async function readBody(
  request: IncomingMessage,
  buffers: BodyBuffers,
  deadlineMs: number,
): Promise<Buffer | undefined> {
  const { 'content-length': length, 'transfer-encoding': encoding } = request.headers;
  if (length === undefined && encoding === undefined) return undefined;
  if (Number(length ?? 0) > MAX_BODY_BYTES) throw new BodyTooLarge();
  const body: Body = { chunks: [], bytes: 0, isRefused: false };
  try {
    await withinDeadline(deadlineMs, collect(request, buffers, body));
    return Buffer.concat(body.chunks);
  } catch (error) {
    body.isRefused = true;
    buffers.free(body.bytes);
    throw error;
  }
}

/** What has arrived. Nothing more is taken of a body that is refused. */
type Body = { readonly chunks: Buffer[]; bytes: number; isRefused: boolean };

async function collect(request: IncomingMessage, buffers: BodyBuffers, body: Body): Promise<void> {
  const stream: AsyncIterable<Buffer> = request.iterator({ destroyOnReturn: false });
  for await (const chunk of stream) {
    if (body.isRefused) return;
    if (body.bytes + chunk.length > MAX_BODY_BYTES) throw new BodyTooLarge();
    buffers.add(chunk.length);
    body.bytes += chunk.length;
    body.chunks.push(chunk);
  }
}

async function withinDeadline(deadlineMs: number, work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new BodyTooSlow()), deadlineMs);
  });
  // After the deadline nobody waits for it, and it may still fail.
  work.catch(() => {});
  try {
    await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Reads on and forgets, for a moment. */
export function discardBody(request: IncomingMessage): void {
  request.resume();
  setTimeout(() => {
    if (!request.complete) request.destroy();
  }, REFUSED_BODY_MS).unref();
}
