import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

/** JSON that many ask for. It is compressed once, when the first one asks for it so. */
export type Rendered = { readonly json: string; readonly gzipped: () => Promise<Uint8Array> };

export function rendered(json: string): Rendered {
  let bytes: Promise<Uint8Array> | undefined;
  return {
    json,
    gzipped: () => {
      bytes ??= promisify(gzip)(json);
      return bytes;
    },
  };
}

/** What is smaller fits one packet anyway. */
const MIN_LENGTH = 1_024;

/** Source: RFC 9110, section 12.5.3. A coding of weight 0 is refused. */
const acceptsGzip = (header: string | null): boolean =>
  (header ?? '').split(',').some((one) => /^\s*(gzip|\*)\s*(;\s*q=(?!0(\.0*)?\s*$).*)?$/i.test(one));

/** The body and its headers as this client reads it. No gateway of Azure compresses for us. */
export async function bodyFor(
  { json, gzipped }: Rendered,
  acceptEncoding: string | null,
): Promise<{ body: string | Uint8Array; headers: Record<string, string> }> {
  if (json.length < MIN_LENGTH) return { body: json, headers: {} };
  const headers = { vary: 'accept-encoding' };
  return acceptsGzip(acceptEncoding)
    ? { body: await gzipped(), headers: { ...headers, 'content-encoding': 'gzip' } }
    : { body: json, headers };
}
