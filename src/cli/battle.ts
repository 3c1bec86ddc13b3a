/**
 * `npm run battle -- SCENARIO [options]` fights a battle without a screen and prints the result. Status: 0 fought, 2
 * arguments, or what an outside player said, cannot be used.
 */
import type { Battle } from '../battle/battle.ts';
import { journalOf } from '../battle/journal.ts';
import { sideText } from '../battle/wording.ts';
import { scenarioById } from '../scenario/library.ts';
import { BATTLE_OPTIONS, BATTLE_OPTIONS_HELP, parseSeed, parseSetting, PLAYERS_HELP } from './battle-options.ts';
import { formatReport, reportOf } from './battle-report.ts';
import { type ExitStatus, parseArguments, printable, runCommand } from './command.ts';
import { fight, type Forfeit } from './fight.ts';
import { writeJournal } from './journal-file.ts';
import { startProgress } from './progress.ts';

const HELP = `battle SCENARIO [options]: fights a battle without a screen and prints the result

${BATTLE_OPTIONS_HELP}  --journal FILE      write the journal; packed by gzip when the name ends in .gz
${PLAYERS_HELP}`;

async function run(args: readonly string[]): Promise<ExitStatus> {
  const { values, positionals } = parseArguments(args, { ...BATTLE_OPTIONS, journal: { type: 'string' } });
  const setting = parseSetting(positionals, values);
  const seed = parseSeed(values.seed);
  const scenario = scenarioById(setting.scenario);
  const progress = startProgress({ quiet: values.quiet });
  const watch = (battle: Battle): void => {
    // After every turn, so that whatever happens the journal up to there is kept.
    if (values.journal !== undefined) writeJournal(values.journal, journalOf(battle));
    const { turn, active } = battle.state;
    progress.show(`turn ${turn} of ${scenario.clock.turns}, ${sideText(active)}`);
  };

  const start = performance.now();
  const fought = await fight(setting, seed, watch);
  const seconds = Math.round((performance.now() - start) / 10) / 100;
  progress.clear();

  const report = { ...reportOf(fought), seconds };
  process.stdout.write(values.json ? `${JSON.stringify(report)}\n` : formatReport(scenario, setting.players, report));
  if (fought.forfeit === null) return 0;
  process.stderr.write(`battle: ${printable(formatForfeit(fought.forfeit))}\n`);
  return 2;
}

function formatForfeit({ side, reason }: Forfeit): string {
  return `the ${sideText(side)} player forfeits the turn and the battle: it ${reason}`;
}

await runCommand({ name: 'battle', help: HELP, run });
