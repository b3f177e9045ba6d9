import type { IncomingMessage } from 'node:http';

const NOTHING = Buffer.alloc(0);

/** In bytes, the real host's limit (`FUNCTIONS_REQUEST_BODY_SIZE_LIMIT`). Source: "HTTP trigger", Limits: 100 MB. */
export const DEFAULT_BODY_LIMIT = 104_857_600;

/** The body, `too-large` past the limit (the rest is read and dropped), or `aborted` when the client went away. */
export function readBody(req: IncomingMessage, limit: number): Promise<Buffer | 'too-large' | 'aborted'> {
  if (req.headers['content-length'] === undefined && req.headers['transfer-encoding'] === undefined) {
    return Promise.resolve(NOTHING);
  }
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let size = 0;
    if (Number(req.headers['content-length'] ?? 0) > limit) {
      req.resume();
      return resolve('too-large');
    }
    req.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= limit) chunks.push(chunk);
      else resolve('too-large');
    });
    req.on('end', () => resolve(chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks)));
    req.on('error', () => resolve('aborted'));
    req.on('close', () => resolve('aborted'));
  });
}
