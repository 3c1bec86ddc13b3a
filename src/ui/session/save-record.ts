/** What a battle is saved as, and under which name. The only place of the session that asks for the hour of the day. */
import { formatJournal, journalOf } from '../../battle/journal.ts';
import type { Scenario } from '../../model/scenario.ts';
import type { Ledger } from './ledger.ts';
import type { SaveRecord } from './store.ts';

/** A name for a battle: which, and something nobody else has. Works on pages that are not served securely, too. */
export function newId(scenario: Scenario): string {
  const bytes = crypto.getRandomValues(new Uint8Array(8));
  return `${scenario.id}-${[...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}

/** What a battle is saved as at this moment. */
export function recordOf(id: string, ledger: Ledger): SaveRecord {
  const { scenario, state, players } = ledger.battle;
  return {
    id,
    savedAt: new Date().toISOString(),
    scenario: scenario.id,
    names: scenario.names,
    turn: state.turn,
    turns: scenario.clock.turns,
    players: { soviet: players.soviet, japanese: players.japanese },
    over: state.result !== null,
    journal: formatJournal(journalOf(ledger.battle)),
  };
}
