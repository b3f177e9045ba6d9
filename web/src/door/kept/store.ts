import type { Performance } from '../../api/types';
import type { DoorList, LetIn } from '../judging/list';

/** What a device keeps of a door. It survives a restart of the phone. */
export type Kept = {
  readonly list: (performanceId: string) => Promise<DoorList | undefined>;
  readonly keepList: (list: DoorList) => Promise<void>;
  readonly letIn: () => Promise<readonly LetIn[]>;
  readonly keepLetIn: (one: LetIn) => Promise<void>;
  readonly dropLetIn: (scanIds: readonly string[]) => Promise<void>;
};

/** Which door this device is, and what it lets in to. */
export type Place = {
  readonly scanner: string;
  readonly performance: PlacePerformance;
};
/** What is shown of it at the door: its seats by their names, and what a price asks for. */
export type PlacePerformance = Pick<
  Performance,
  'performanceId' | 'startsAt' | 'title' | 'sections' | 'priceTypes'
> & {
  readonly timeZone: string;
};

type Act<Found> = (store: IDBObjectStore) => IDBRequest<Found>;

const DATABASE = 'door';
const PLACE = 'place';

/** The database of this origin's door. `lists` by performance, `letIn` by scan, `place` has one entry. */
export async function openKept() {
  let database = await opened();
  const once = <Found>(store: string, mode: IDBTransactionMode, act: Act<Found>) =>
    new Promise<Found>((resolve, reject) => {
      // Whoever was let in stays so, also when the battery ends now.
      const transaction = database.transaction(store, mode, { durability: 'strict' });
      const request = act(transaction.objectStore(store));
      transaction.oncomplete = () => resolve(request.result);
      transaction.onabort = () => reject(transaction.error);
    });
  /** A phone that slept may have lost the connection to its own database. */
  const ask = <Found>(store: string, mode: IDBTransactionMode, act: Act<Found>): Promise<Found> =>
    once(store, mode, act).catch(async () => {
      database = await opened();
      return once(store, mode, act);
    });
  return {
    list: (performanceId: string): Promise<DoorList | undefined> =>
      ask('lists', 'readonly', (store) => store.get(performanceId)),
    keepList: async (list: DoorList): Promise<void> => {
      await ask('lists', 'readwrite', (store) => store.put(list, list.performanceId));
    },
    letIn: (): Promise<readonly LetIn[]> => ask('letIn', 'readonly', (store) => store.getAll()),
    keepLetIn: async (one: LetIn): Promise<void> => {
      await ask('letIn', 'readwrite', (store) => store.put(one, one.scanId));
    },
    dropLetIn: async (scanIds: readonly string[]): Promise<void> => {
      for (const scanId of scanIds) await ask('letIn', 'readwrite', (store) => store.delete(scanId));
    },
    place: (): Promise<Place | undefined> => ask('place', 'readonly', (store) => store.get(PLACE)),
    keepPlace: async (place: Place): Promise<void> => {
      await ask('place', 'readwrite', (store) => store.put(place, PLACE));
    },
    /** Its list goes with it. */
    leave: async (): Promise<void> => {
      for (const store of ['place', 'lists']) await ask(store, 'readwrite', (each) => each.clear());
    },
    /** Nothing is left of it on this device. */
    clear: async (): Promise<void> => {
      for (const store of STORES) await ask(store, 'readwrite', (each) => each.clear());
    },
  } satisfies Kept & Record<string, unknown>;
}
export type KeptHere = Awaited<ReturnType<typeof openKept>>;

const STORES = ['lists', 'letIn', 'place'] as const;

const opened = (): Promise<IDBDatabase> =>
  new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE, 1);
    request.onupgradeneeded = () => {
      for (const store of STORES) request.result.createObjectStore(store);
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
