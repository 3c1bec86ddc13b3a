/** Places for saved games in memory, some of which fail: what a browser offers, seen from the store's side. */
import type { ByteStore, SlotBytes, SlotNumber, StoreName } from '../../../src/ui/session/byte-store.ts';

export interface MemoryStore extends ByteStore {
  /** Slots by battle, open to damage. */
  readonly slots: Map<string, [Uint8Array | null, Uint8Array | null]>;
  /** While set, every promise fails. */
  isBroken: boolean;
}

export function memoryStore(name: StoreName): MemoryStore {
  const slots = new Map<string, [Uint8Array | null, Uint8Array | null]>();
  const store: MemoryStore = {
    name,
    slots,
    isBroken: false,
    listIds: async () => {
      check();
      return [...slots.keys()];
    },
    readSlots: async (id): Promise<SlotBytes> => {
      check();
      return slots.get(id) ?? [null, null];
    },
    writeSlot: async (id, slot: SlotNumber, bytes) => {
      check();
      const kept = slots.get(id) ?? [null, null];
      kept[slot] = bytes.slice();
      slots.set(id, kept);
    },
    remove: async (id) => {
      check();
      slots.delete(id);
    },
  };
  function check(): void {
    if (store.isBroken) throw new Error('The store is broken.');
  }
  return store;
}
