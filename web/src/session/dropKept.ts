/** Where this device keeps what was shown to somebody: see `src/offline/`. */
export const DATABASE = 'tickets';

/** All of it is gone when this comes back, also what an older or a newer version of the app has kept. */
export const dropKept = (): Promise<void> =>
  new Promise((resolve) => {
    const request = indexedDB.deleteDatabase(DATABASE);
    request.onsuccess = () => resolve();
    request.onerror = () => resolve();
  });
