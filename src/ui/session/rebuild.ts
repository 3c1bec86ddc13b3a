/**
 * From a journal back to the battle: every order is given again, so that log, film and what may be undone are as they
 * were. A journal that does not fit is refused with the place where it stops fitting.
 */
import { type Journal, type WrittenOrder, readOrder } from '../../battle/journal.ts';
import { refusalText } from '../../battle/wording.ts';
import { SCENARIO_IDS, scenarioById } from '../../scenario/library.ts';
import { listWrongChoices } from '../../scenario/options.ts';
import { type Problem, type Reading, describeFound } from '../../scenario/problem.ts';
import { parseJournalText } from './journal-file.ts';
import { type Ledger, advance, openLedger } from './ledger.ts';

type Misfit = Omit<Problem, 'file'>;

/** The battle of a journal's text; problems carry the name of the file. */
export function rebuildLedger(name: string, text: string): Reading<Ledger> {
  const journal = parseJournalText(name, text);
  return journal.kind === 'refused' ? journal : ledgerOf(name, journal.value);
}

/** The battle of a journal; the first thing that does not fit refuses it, a bug that it brings to light included. */
export function ledgerOf(name: string, journal: Journal): Reading<Ledger> {
  try {
    const played = play(journal);
    if (!isMisfit(played)) return { kind: 'read', value: played };
    return { kind: 'refused', problems: [{ file: name, ...played }] };
  } catch (error) {
    const found = error instanceof Error ? error.message : String(error);
    return { kind: 'refused', problems: [{ file: name, path: '', found, expected: 'a battle that can be played' }] };
  }
}

function play(journal: Journal): Ledger | Misfit {
  const { id } = journal.scenario;
  if (!SCENARIO_IDS.includes(id)) {
    return { path: 'scenario.id', found: describeFound(id), expected: `one of ${SCENARIO_IDS.join(', ')}` };
  }
  const [wrong] = listWrongChoices(scenarioById(id), journal.options ?? {});
  if (wrong !== undefined) return wrong;
  let ledger = openLedger(scenarioById(id), journal.seed, journal.players, journal.options);
  for (const [place, written] of journal.orders.entries()) {
    const next = advanceBy(ledger, written, { journal, path: `orders[${place}]` });
    if (isMisfit(next)) return next;
    ledger = next;
  }
  return ledger;
}

const isMisfit = (outcome: Ledger | Misfit): outcome is Misfit => 'expected' in outcome;

/** The ledger after this order of the journal, whose hash must be the recorded one where a turn ends. */
function advanceBy(
  ledger: Ledger,
  written: WrittenOrder,
  { journal, path }: { readonly journal: Journal; readonly path: string },
): Ledger | Misfit {
  const { scenario } = ledger.battle;
  const outcome = advance(ledger, readOrder(scenario, written));
  if (outcome.kind === 'refused') {
    const expected = `an order that is possible: ${refusalText(outcome.refusal)}`;
    return { path, found: describeFound(written), expected };
  }
  const { hashes } = outcome.ledger.battle;
  const turn = hashes.length - 1;
  const recorded = journal.hashes[turn];
  const found = hashes[turn];
  if (hashes.length > ledger.battle.hashes.length && recorded !== undefined && recorded !== found) {
    return {
      path: `hashes[${turn}]`,
      found: `${recorded}, recorded after ${path}`,
      expected: `${found} as played here`,
    };
  }
  return outcome.ledger;
}
