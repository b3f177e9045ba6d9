import { serverNow } from '../api/serverClock';

/** What everybody may read, as this device saw it last: for pages that are opened without a network. */
export type Known<Data> = {
  readonly data: Data;
  /** On the server's clock. */
  readonly atMs: number;
};

const PREFIX = 'known:';

/** When it is full, all of it makes room. */
export function keepKnown(name: string, data: unknown, storage: Storage = localStorage): void {
  try {
    storage.setItem(PREFIX + name, JSON.stringify({ data, atMs: serverNow() } satisfies Known<unknown>));
  } catch {
    for (const key of Object.keys(storage)) if (key.startsWith(PREFIX)) storage.removeItem(key);
  }
}

/** What cannot be read any more is not known. */
export function lastKnown<Data>(name: string, storage: Storage = localStorage): Known<Data> | undefined {
  try {
    const kept = JSON.parse(storage.getItem(PREFIX + name) ?? 'null');
    return typeof kept?.atMs === 'number' ? kept : undefined;
  } catch {
    return undefined;
  }
}
