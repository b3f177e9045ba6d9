import type { IncomingMessage, ServerResponse } from 'node:http';
import compression from 'compression';

/** Smaller answers fit one packet anyway. */
const MIN_BYTES = 1_024;

const middleware = compression({
  threshold: MIN_BYTES,
  // 304 has the headers of what it stands for, but no body.
  filter: (request, response) => response.statusCode !== 304 && compression.filter(request, response),
});

/**
 * Compresses what will be written, by Brotli or gzip as the client accepts them. ETags stay as they are, because `If-Match`
 * compares them strongly.
 */
export const compressAnswer = (request: IncomingMessage, response: ServerResponse): void =>
  middleware(request, response, () => {});
