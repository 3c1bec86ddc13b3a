/** The arguments that `battle` and `simulate` share: which battle, who plays it, from which seed, how far. */
import type { Player } from '../battle/battle.ts';
import { COMPUTER_PLAYERS } from '../ai/players.ts';
import type { Choices } from '../model/option.ts';
import type { Scenario } from '../model/scenario.ts';
import type { BySide } from '../model/side.ts';
import { SCENARIO_IDS, scenarioById } from '../scenario/library.ts';
import { listWrongChoices } from '../scenario/options.ts';
import { parseCount, quoted, Unusable } from './command.ts';

export const BATTLE_OPTIONS = {
  seed: { type: 'string', default: '1' },
  soviet: { type: 'string', default: 'ensign' },
  japanese: { type: 'string', default: 'ensign' },
  turns: { type: 'string' },
  option: { type: 'string', multiple: true },
  patience: { type: 'string', default: '60' },
  json: { type: 'boolean', default: false },
  quiet: { type: 'boolean', default: false },
} as const;

/** Help on the shared options, a line each. */
export const BATTLE_OPTIONS_HELP = `  --soviet PLAYER     who plays the Soviet side (ensign)
  --japanese PLAYER   who plays the Japanese side (ensign)
  --seed TEXT         the text the dice grow from (1)
  --turns N           stop after N turns of the clock; the result is as things stand then
  --option ID=VALUE   an option of the battle: true, false or a number; may be given several times
  --patience N        seconds an outside player may be silent (60)
  --json              one JSON object on stdout, everything else on stderr
  --quiet             no progress on stderr
`;

export const PLAYERS_HELP = `
PLAYER is ${COMPUTER_PLAYERS.join(', ')}, or exec:COMMAND for a program that plays by the protocol of outside players.
Scenarios: ${SCENARIO_IDS.join(', ')}
`;

/** A text that starts an outside player. */
export const EXEC_PREFIX = 'exec:';

/** The longest seed a journal may carry, in characters. */
const SEED_CHARACTERS = 200;
/** The longest name of a player a journal may carry, in characters. */
const PLAYER_CHARACTERS = 500;
/** More than any battle has, so that a script need not know how many one has. */
const TURNS = { least: 1, most: 1000 };
/** A day of silence is enough for anybody. */
const MOST_PATIENCE_SECONDS = 86_400;

/** What a battle is fought with; plain, so that it can be handed to a worker. */
export interface Setting {
  readonly scenario: string;
  readonly players: BySide<Player>;
  /** Turns of the clock after which to stop. */
  readonly turns: number;
  readonly patienceSeconds: number;
  readonly choices: Choices;
}

/** The option texts of `BATTLE_OPTIONS` as parsed. */
export interface BattleOptionTexts {
  readonly seed: string;
  readonly soviet: string;
  readonly japanese: string;
  readonly turns?: string | undefined;
  readonly option?: readonly string[] | undefined;
  readonly patience: string;
}

/** The setting that the arguments ask for. */
export function parseSetting(positionals: readonly string[], texts: BattleOptionTexts): Setting {
  const scenario = parseScenarioId(positionals);
  const { turns } = scenario.clock;
  return {
    scenario: scenario.id,
    players: {
      soviet: parsePlayer('--soviet', texts.soviet),
      japanese: parsePlayer('--japanese', texts.japanese),
    },
    turns: texts.turns === undefined ? turns : Math.min(turns, parseCount('--turns', texts.turns, TURNS)),
    patienceSeconds: parseCount('--patience', texts.patience, { least: 1, most: MOST_PATIENCE_SECONDS }),
    choices: parseChoices(scenario, texts.option ?? []),
  };
}

/** Choices written `id=value`, which must be options of the battle. */
function parseChoices(scenario: Scenario, texts: readonly string[]): Choices {
  const choices = Object.fromEntries(texts.map((text) => parseChoice(text)));
  const [wrong] = listWrongChoices(scenario, choices);
  if (wrong !== undefined) throw new Unusable(`--option: found ${wrong.found}, expected ${wrong.expected}`);
  return choices;
}

function parseChoice(text: string): [id: string, value: boolean | number] {
  const [, id, value] = /^([a-z0-9-]+)=(true|false|\d+(?:\.\d+)?)$/.exec(text) ?? [];
  if (id === undefined || value === undefined)
    throw new Unusable(`--option: found ${quoted(text)}, expected ID=VALUE with true, false or a number`);
  return [id, value === 'true' || value === 'false' ? value === 'true' : Number(value)];
}

/** The scenario named by the only positional argument. */
function parseScenarioId(positionals: readonly string[]): Scenario {
  const known = SCENARIO_IDS.join(', ');
  const [id, superfluous] = positionals;
  if (id === undefined) throw new Unusable(`which battle? Scenarios: ${known}`);
  if (superfluous !== undefined) throw new Unusable(`one battle at a time: ${quoted(superfluous)} is one too many`);
  if (!SCENARIO_IDS.includes(id)) throw new Unusable(`there is no scenario ${quoted(id)}; scenarios: ${known}`);
  return scenarioById(id);
}

/** A seed that fits into a journal. */
export function parseSeed(text: string): string {
  if (text !== '' && text.length <= SEED_CHARACTERS) return text;
  const found = text === '' ? 'nothing' : `${text.length} characters`;
  throw new Unusable(`--seed: found ${found}, expected a text of 1 to ${SEED_CHARACTERS} characters`);
}

function parsePlayer(option: string, text: string): Player {
  if (text.length > PLAYER_CHARACTERS)
    throw new Unusable(`${option}: found ${text.length} characters, expected at most ${PLAYER_CHARACTERS}`);
  const isCommand = text.startsWith(EXEC_PREFIX) && text.slice(EXEC_PREFIX.length).trim() !== '';
  if (isCommand || COMPUTER_PLAYERS.some((level) => level === text)) return text;
  throw new Unusable(`${option}: found ${quoted(text)}, expected ${COMPUTER_PLAYERS.join(', ')} or exec:COMMAND`);
}
