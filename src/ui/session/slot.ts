/**
 * One saved copy as bytes: a mark, a sequence number, the length, a checksum, the text. A copy cut short or overwritten
 * in part does not check and counts as absent; of two copies the greater sequence is the newer. Pure; where the bytes
 * lie is the affair of the stores.
 */

/** What a slot holds. */
export interface Slot {
  /** Counts the saves of one battle: 0 … 4,294,967,295. */
  readonly sequence: number;
  readonly text: string;
}

/** `UWS1`: a slot of this game in the first form. */
const MARK = [0x55, 0x57, 0x53, 0x31] as const;

/** Mark, sequence, length, checksum: four numbers of four bytes, low byte first. */
const HEAD_BYTES = 16;
const SEQUENCE_AT = 4;
const LENGTH_AT = 8;
const CHECKSUM_AT = 12;

/** Offset and prime of the FNV-1a hash of 32 bits. Source: Fowler, Noll, Vo, IETF draft "The FNV hash". */
const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/** The slot as bytes, ready to be written whole. */
export function formatSlot(slot: Slot): Uint8Array<ArrayBuffer> {
  const payload = new TextEncoder().encode(slot.text);
  const bytes = new Uint8Array(HEAD_BYTES + payload.length);
  bytes.set(MARK);
  bytes.set(payload, HEAD_BYTES);
  const view = new DataView(bytes.buffer);
  view.setUint32(SEQUENCE_AT, slot.sequence, true);
  view.setUint32(LENGTH_AT, payload.length, true);
  view.setUint32(CHECKSUM_AT, checksumOf(bytes), true);
  return bytes;
}

/** The slot these bytes hold; `undefined` unless they are whole and unharmed. */
export function parseSlot(bytes: Uint8Array): Slot | undefined {
  if (bytes.length < HEAD_BYTES) return undefined;
  if (MARK.some((byte, place) => bytes[place] !== byte)) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint32(LENGTH_AT, true) !== bytes.length - HEAD_BYTES) return undefined;
  if (view.getUint32(CHECKSUM_AT, true) !== checksumOf(bytes)) return undefined;
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.subarray(HEAD_BYTES));
  return { sequence: view.getUint32(SEQUENCE_AT, true), text };
}

/** FNV-1a over everything but the checksum itself. */
function checksumOf(bytes: Uint8Array): number {
  let hash = FNV_OFFSET;
  for (let place = SEQUENCE_AT; place < bytes.length; place += 1) {
    if (place >= CHECKSUM_AT && place < HEAD_BYTES) continue;
    hash = Math.imul(hash ^ (bytes[place] ?? 0), FNV_PRIME);
  }
  return hash >>> 0;
}
