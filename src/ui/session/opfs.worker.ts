/**
 * Slots as files in the browser's private file system. Runs in a worker of its own because only there may a file be
 * written and flushed at once, which is what survives a browser that is killed.
 */
import { expose } from 'comlink';
import type { SlotNumber, Slots } from './byte-store.ts';

const FOLDER = 'battles';

const FILES: Slots = {
  async listIds() {
    const folder = await openFolder();
    const ids: string[] = [];
    for await (const name of folder.keys()) ids.push(name.replace(/\.[01]$/, ''));
    return [...new Set(ids)];
  },

  async readSlots(id) {
    const folder = await openFolder();
    return [await readFile(folder, nameOf(id, 0)), await readFile(folder, nameOf(id, 1))];
  },

  async writeSlot(id, slot, bytes) {
    const folder = await openFolder();
    const file = await folder.getFileHandle(nameOf(id, slot), { create: true });
    const handle = await file.createSyncAccessHandle();
    try {
      handle.truncate(0);
      const written = handle.write(bytes, { at: 0 });
      handle.flush();
      if (written !== bytes.length) throw new Error(`Wrote ${written} of ${bytes.length} bytes of ${file.name}.`);
    } finally {
      handle.close();
    }
  },

  async remove(id) {
    const folder = await openFolder();
    await removeFile(folder, nameOf(id, 0));
    await removeFile(folder, nameOf(id, 1));
  },
};

async function openFolder(): Promise<FileSystemDirectoryHandle> {
  const root = await navigator.storage.getDirectory();
  return root.getDirectoryHandle(FOLDER, { create: true });
}

function nameOf(id: string, slot: SlotNumber): string {
  return `${id}.${slot}`;
}

async function readFile(folder: FileSystemDirectoryHandle, name: string): Promise<Uint8Array | null> {
  try {
    const file = await (await folder.getFileHandle(name)).getFile();
    return new Uint8Array(await file.arrayBuffer());
  } catch (error) {
    if (isNotFound(error)) return null;
    throw error;
  }
}

async function removeFile(folder: FileSystemDirectoryHandle, name: string): Promise<void> {
  try {
    await folder.removeEntry(name);
  } catch (error) {
    if (!isNotFound(error)) throw error;
  }
}

function isNotFound(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'NotFoundError';
}

expose(FILES);
