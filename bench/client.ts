import { Agent, request } from 'node:http';

const agent = new Agent({ keepAlive: true, maxSockets: 512 });

export type Reply = { readonly status: number; readonly text: string; readonly etag: string | undefined };

/** One HTTP call over kept connections: as little work of the client's own as there can be on two shared cores. */
export function call(
  method: string,
  url: string,
  headers: Readonly<Record<string, string>> = {},
  body?: object,
): Promise<Reply> {
  const content = body === undefined ? undefined : JSON.stringify(body);
  const type =
    content === undefined
      ? {}
      : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(content) };
  return new Promise((resolve, reject) => {
    const outgoing = request(url, { method, agent, headers: { ...type, ...headers } }, (incoming) => {
      const chunks: Buffer[] = [];
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
      incoming.on('end', () => {
        const text = Buffer.concat(chunks).toString();
        resolve({ status: incoming.statusCode ?? 0, text, etag: incoming.headers.etag });
      });
      incoming.on('error', reject);
    });
    outgoing.on('error', reject);
    outgoing.end(content);
  });
}

/** The parsed body; throws with what was answered when the status is another. */
export async function expectJson<T>(reply: Promise<Reply>, ...statuses: number[]): Promise<T> {
  const { status, text } = await reply;
  if (!statuses.includes(status))
    throw new Error(`answered ${status} instead of ${statuses.join(' or ')}: ${text}`);
  return JSON.parse(text) as T;
}

/** Runs `work` for every number below `count`, `atOnce` at a time. */
export async function inLanes(
  count: number,
  atOnce: number,
  work: (i: number) => Promise<void>,
): Promise<void> {
  let next = 0;
  const lane = async () => {
    while (next < count) await work(next++);
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, count) }, lane));
}

/** The value below which `share` (0 to 1) of the values lie. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}

export const rounded = (value: number, digits = 1): number => Number(value.toFixed(digits));
