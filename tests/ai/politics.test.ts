/** Computer players keep to what politics forbid, and their turns end. */
import { expect, test } from 'vitest';
import { playBattle } from '../../src/ai/play.ts';
import { playerByName } from '../../src/ai/players.ts';
import { present } from '../../src/model/assert.ts';
import { replay } from '../../src/battle/film.ts';
import { journalOf } from '../../src/battle/journal.ts';
import { formatProblem } from '../../src/scenario/problem.ts';
import { readZaozernaya, type Spoilable, zaozernayaJson } from '../scenario/zaozernaya.ts';

const CITED = { source: 'tried in a test', grade: 'C' };
const decide = present(playerByName('ensign'), 'an ensign');
const seat = { name: 'ensign', decide, budget: 2000 };

function fought(change: (file: Spoilable) => void) {
  const file = zaozernayaJson();
  change(file);
  const reading = readZaozernaya(file);
  if (reading.kind === 'refused') throw new Error(reading.problems.map(formatProblem).join('\n'));
  const battle = playBattle(reading.value, '3', { soviet: seat, japanese: seat }, 5);
  return replay(reading.value, journalOf(battle));
}

test('ensigns whose governments stop them attack no more', () => {
  const film = fought((file) => {
    file['incidents'] = { ceilings: { soviet: 1, japanese: 1 }, ...CITED };
    file['claims'] = { soviet: 'soviet', japanese: 'west-of-border' };
  });
  const held = film.states.findIndex(
    ({ affairs, active, turn }) =>
      affairs !== undefined && turn > (affairs.incidents[active][0]?.turn ?? Infinity) && turn > 2,
  );
  expect(held).toBeGreaterThan(0);
  const side = film.states[held]?.active;
  const orders = film.orders.filter((_, place) => place >= held && film.states[place]?.active === side);
  expect(orders.length).toBeGreaterThan(0);
  expect(orders.filter(({ kind }) => kind === 'fire' || kind === 'assault' || kind === 'mission')).toEqual([]);
  expect(film.departure).toBeNull();
});

test('ensigns in a truce do not fire', () => {
  const film = fought((file) => {
    file['limits'].push({ kind: 'truce', ...CITED });
  });
  expect(film.events.flat().filter(({ kind }) => kind === 'fired' || kind === 'assaulted')).toEqual([]);
  expect(film.departure).toBeNull();
});
