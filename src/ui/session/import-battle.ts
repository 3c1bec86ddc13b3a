/** A journal from outside becomes a saved battle of one's own, once it has been played through without an objection. */
import type { Reading } from '../../scenario/problem.ts';
import { readJournalFile } from './journal-file.ts';
import { ledgerOf } from './rebuild.ts';
import { newId, recordOf } from './save-record.ts';
import type { SaveStore } from './store.ts';

/** The name under which the battle now lies in the store, or everything that is wrong with the file. */
export async function importBattle(
  store: SaveStore,
  name: string,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Reading<string>> {
  const journal = await readJournalFile(name, bytes);
  if (journal.kind === 'refused') return journal;
  const ledger = ledgerOf(name, journal.value);
  if (ledger.kind === 'refused') return ledger;
  const id = newId(ledger.value.battle.scenario);
  if ((await store.save(recordOf(id, ledger.value))) === 'failed') {
    const expected = 'a browser that keeps saved games for this page';
    return { kind: 'refused', problems: [{ file: name, path: '', found: 'no place to save it', expected }] };
  }
  return { kind: 'read', value: id };
}
