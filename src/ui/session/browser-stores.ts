/**
 * The two places a browser offers for saved games: its database, and its private files through a worker. Either may be
 * missing (private windows, old browsers, a page not served securely); then its promises fail and the other serves.
 */
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { ByteStore, SlotNumber, Slots } from './byte-store.ts';
import { type SaveStore, createSaveStore } from './store.ts';
import { linkWorker } from './worker-link.ts';

/** A store that has not answered by then counts as failing: some browsers leave a database hanging for good. */
const PATIENCE_MILLISECONDS = 4000;

const DATABASE = 'undeclared-war';

interface Shelves extends DBSchema {
  /** The slot last written, by battle. */
  readonly heads: { key: string; value: SlotNumber };
  /** By battle and slot. */
  readonly slots: { key: [string, SlotNumber]; value: Uint8Array<ArrayBuffer> };
}

/** The saved games of this browser. */
export function openSaveStore(): SaveStore {
  return createSaveStore([databaseStore(), fileStore()]);
}

function databaseStore(): ByteStore {
  let opened: Promise<IDBPDatabase<Shelves>> | undefined;

  function open(): Promise<IDBPDatabase<Shelves>> {
    opened ??= openDatabase(() => {
      opened = undefined;
    });
    // A refusal is not remembered: the next question tries again.
    opened.catch(() => {
      opened = undefined;
    });
    return opened;
  }

  return {
    name: 'database',
    listIds: () => inTime(async () => (await open()).getAllKeys('heads')),
    readSlots: (id) =>
      inTime(async () => {
        const shelves = (await open()).transaction('slots').objectStore('slots');
        const [first, second] = await Promise.all([shelves.get([id, 0]), shelves.get([id, 1])]);
        return [first ?? null, second ?? null] as const;
      }),
    writeSlot: (id, slot, bytes) =>
      inTime(async () => {
        const change = (await open()).transaction(['heads', 'slots'], 'readwrite', { durability: 'strict' });
        await Promise.all([
          change.objectStore('slots').put(bytes, [id, slot]),
          change.objectStore('heads').put(slot, id),
          change.done,
        ]);
      }),
    remove: (id) =>
      inTime(async () => {
        const change = (await open()).transaction(['heads', 'slots'], 'readwrite', { durability: 'strict' });
        await Promise.all([
          change.objectStore('slots').delete([id, 0]),
          change.objectStore('slots').delete([id, 1]),
          change.objectStore('heads').delete(id),
          change.done,
        ]);
      }),
  };
}

function openDatabase(lost: () => void): Promise<IDBPDatabase<Shelves>> {
  return openDB<Shelves>(DATABASE, 1, {
    upgrade(database) {
      database.createObjectStore('heads');
      database.createObjectStore('slots');
    },
    terminated: lost,
  });
}

function fileStore(): ByteStore {
  const link = linkWorker<Slots>(
    () => new Worker(new URL('./opfs.worker.ts', import.meta.url), { type: 'module', name: 'saved games' }),
  );
  return {
    name: 'files',
    listIds: () => inTime(() => link.ask((files) => files.listIds())),
    readSlots: (id) => inTime(() => link.ask((files) => files.readSlots(id))),
    writeSlot: (id, slot, bytes) => inTime(() => link.ask((files) => files.writeSlot(id, slot, bytes))),
    remove: (id) => inTime(() => link.ask((files) => files.remove(id))),
  };
}

/** The work's result, or a failure once patience has run out. */
function inTime<T>(work: () => Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('The store does not answer.')), PATIENCE_MILLISECONDS);
    work()
      .then(resolve, reject)
      .finally(() => clearTimeout(timer));
  });
}
