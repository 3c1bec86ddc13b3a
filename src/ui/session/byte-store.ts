/**
 * What a place for saved games must be able to do: keep two slots of bytes for each battle. It knows nothing of what the
 * bytes mean; any of its promises may fail, and whoever asks must cope.
 */
export const STORE_NAMES = ['database', 'files'] as const;
export type StoreName = (typeof STORE_NAMES)[number];

export const SLOT_NUMBERS = [0, 1] as const;
export type SlotNumber = (typeof SLOT_NUMBERS)[number];

/** Both slots of a battle as they lie there, in the order of `SLOT_NUMBERS`; `null` where nothing does. */
export type SlotBytes = readonly [Uint8Array | null, Uint8Array | null];

/** The work of a store. */
export interface Slots {
  /** Battles with anything in a slot, in any order. */
  readonly listIds: () => Promise<readonly string[]>;
  readonly readSlots: (id: string) => Promise<SlotBytes>;
  /** Resolves when the bytes are safe. */
  readonly writeSlot: (id: string, slot: SlotNumber, bytes: Uint8Array<ArrayBuffer>) => Promise<void>;
  readonly remove: (id: string) => Promise<void>;
}

export interface ByteStore extends Slots {
  readonly name: StoreName;
}
