import { DATABASE } from '../session/dropKept';

/** What this device keeps by name, in IndexedDB. Each call opens it anew, so that a deletion never waits for a tab. */

const STORE = 'kept';

export type Kept = {
  /** False where the browser has no room for it, or gives none. */
  readonly keep: (name: string, value: unknown) => Promise<boolean>;
  readonly drop: (name: string) => Promise<boolean>;
  readonly all: () => Promise<unknown[]>;
};

export const keptIn = (database: string): Kept => ({
  keep: (name, value) => worked(inStore(database, 'readwrite', (store) => store.put(value, name))),
  drop: (name) => worked(inStore(database, 'readwrite', (store) => store.delete(name))),
  all: () => inStore(database, 'readonly', (store) => store.getAll()).catch(() => []),
});

export const { keep, drop, all: allKept } = keptIn(DATABASE);

const worked = (work: Promise<unknown>): Promise<boolean> =>
  work.then(
    () => true,
    () => false,
  );

async function inStore<Found>(
  name: string,
  mode: IDBTransactionMode,
  ask: (store: IDBObjectStore) => IDBRequest<Found>,
): Promise<Found> {
  const database = await opened(name);
  try {
    return await new Promise<Found>((resolve, reject) => {
      const transaction = database.transaction(STORE, mode);
      const request = ask(transaction.objectStore(STORE));
      transaction.oncomplete = () => resolve(request.result);
      transaction.onabort = () => reject(transaction.error);
    });
  } finally {
    database.close();
  }
}

const opened = (name: string): Promise<IDBDatabase> =>
  new Promise((resolve, reject) => {
    const request = indexedDB.open(name);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
