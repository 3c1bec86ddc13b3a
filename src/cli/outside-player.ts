/**
 * A seat held by another program, spoken to by the protocol of outside players. It is told what its side may know. Whoever
 * says what is no message, says nothing in time, or ends, forfeits: the reason quotes what was said.
 */
import { apply, type Battle } from '../battle/battle.ts';
import { forecastIn } from '../battle/forecast.ts';
import { parseOrder } from '../battle/journal.ts';
import { listLegalOrders } from '../battle/legal-orders.ts';
import { observe } from '../battle/observe.ts';
import { shareOf } from '../battle/share.ts';
import { refusalText } from '../battle/wording.ts';
import { likeliestHypothesis, worldFrom } from '../battle/world.ts';
import { unreachable } from '../model/assert.ts';
import type { Order } from '../model/order.ts';
import type { Scenario } from '../model/scenario.ts';
import type { Side } from '../model/side.ts';
import type { UnitId } from '../model/unit.ts';
import { formatProblem, type Problem, readJson } from '../scenario/problem.ts';
import { shortened } from './command.ts';
import { type Heard, startLineProcess } from './line-process.ts';
import {
  type Message,
  parseSaid,
  PROTOCOL_VERSION,
  type Said,
  tellEvent,
  tellForecast,
  tellObservation,
  tellOrder,
} from './protocol.ts';
import type { Seat, TurnPlayed } from './seat.ts';
import { tellScenario } from './told-scenario.ts';

/** Messages a program may send in one of its turns, so that every battle ends. */
const MESSAGES_PER_TURN = 5000;

/** What a message means: a question about a unit, an order, or nothing that can be understood. */
type Meant =
  | { readonly kind: 'options'; readonly unit: string }
  | { readonly kind: 'order'; readonly order: Order }
  | { readonly kind: 'nonsense'; readonly reason: string };

/** Starts the program and greets it. */
export function seatOutsidePlayer(
  scenario: Scenario,
  side: Side,
  { command, patienceSeconds }: { readonly command: string; readonly patienceSeconds: number },
): Seat {
  const program = startLineProcess(command);
  const send = (message: Message): void => program.send(message);
  const tell = (battle: Battle) => tellObservation(scenario, observe(scenario, battle.state, side));
  send({ type: 'hello', protocol: PROTOCOL_VERSION, side, scenario: tellScenario(scenario, side) });

  async function playTurn(opening: Battle): Promise<TurnPlayed> {
    let battle = opening;
    send({ type: 'turn', observation: tell(battle) });
    for (let messages = 0; messages < MESSAGES_PER_TURN; messages++) {
      const heard = await program.hear(patienceSeconds);
      if (heard.kind !== 'line') return { kind: 'forfeited', battle, reason: reasonOf(heard, patienceSeconds) };
      const meant = meaningOf(scenario, heard.text);
      switch (meant.kind) {
        case 'nonsense':
          return { kind: 'forfeited', battle, reason: meant.reason };
        case 'options':
          send({ type: 'options', unit: meant.unit, orders: optionsOf(battle, meant.unit) });
          break;
        case 'order': {
          const outcome = apply(battle, meant.order);
          if (outcome.kind === 'refused') {
            send({
              type: 'result',
              accepted: false,
              reason: refusalText(outcome.refusal),
              observation: tell(battle),
            });
            break;
          }
          const seen = shareOf(scenario, battle.state, outcome.events, side);
          ({ battle } = outcome);
          if (meant.order.kind === 'endTurn') return { kind: 'played', battle };
          const events = seen.map((event) => tellEvent(scenario, event));
          send({ type: 'result', accepted: true, events, observation: tell(battle) });
          break;
        }
        default:
          unreachable(meant);
      }
    }
    return { kind: 'forfeited', battle, reason: `sent ${MESSAGES_PER_TURN} messages without ending its turn` };
  }

  function optionsOf(battle: Battle, unit: string) {
    const observation = observe(scenario, battle.state, side);
    const world = worldFrom(scenario, observation, likeliestHypothesis(scenario, observation));
    return listLegalOrders(scenario, observation, unit as UnitId).map((order) => ({
      order: tellOrder(scenario, order),
      forecast: tellForecast(scenario, forecastIn(world, observation, order)),
    }));
  }

  return {
    playTurn,
    leave: async (result) => {
      send({ type: 'end', result });
      await program.close();
    },
  };
}

function reasonOf(heard: Exclude<Heard, { readonly kind: 'line' }>, patienceSeconds: number): string {
  switch (heard.kind) {
    case 'silent':
      return `sent nothing for ${patienceSeconds} s`;
    case 'tooLong':
      return `sent a line without end: ${shortened(heard.start)}`;
    case 'ended':
      return heard.how;
    default:
      return unreachable(heard);
  }
}

/** What a line means. Anything but a message of the protocol is nonsense, and quoted. */
function meaningOf(scenario: Scenario, line: string): Meant {
  const json = readJson('', line);
  if (json.kind === 'refused') return nonsense(line, 'not JSON');
  const said = parseSaid('', json.value);
  if (said.kind === 'refused') return nonsense(line, problemText(said.problems));
  return meaningOfSaid(scenario, line, said.value);
}

function meaningOfSaid(scenario: Scenario, line: string, said: Said): Meant {
  if (said.type === 'options') return { kind: 'options', unit: said.unit };
  const order = parseOrder(scenario, 'order', said.order);
  if (order.kind === 'refused') return nonsense(line, problemText(order.problems));
  return { kind: 'order', order: order.value };
}

const nonsense = (line: string, why: string): Meant => ({
  kind: 'nonsense',
  reason: `sent: ${shortened(line)} (${why})`,
});

const problemText = (problems: readonly Problem[]): string =>
  problems
    .slice(0, 1)
    .map((problem) => formatProblem(problem).replace(/^: /, ''))
    .join('');
