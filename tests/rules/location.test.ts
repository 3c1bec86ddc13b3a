/** Guns that fire are placed by sound and flash, with an error; guns that were placed may be silenced. */
import { describe, expect, test } from 'vitest';
import { hexesBetween } from '../../src/hex/distance.ts';
import { observe } from '../../src/battle/observe.ts';
import { shareOf } from '../../src/battle/share.ts';
import { forecast } from '../../src/battle/forecast.ts';
import type { ContactView } from '../../src/model/contact.ts';
import type { Order } from '../../src/model/order.ts';
import { placeChance } from '../../src/rules/fire/location.ts';
import {
  battery,
  type Battlefield,
  battlefield,
  type Fielded,
  type FieldOptions,
  headquarters,
  rifleCompany,
} from '../battlefield.ts';
import { after, END_TURN, given, listOf, refusalOf } from './orders.ts';

/** Guns Z behind a ridge, their observer and his target in front; the enemy's headquarters far behind. */
const FIELD = `
  . . . . ^ . . . . . . . . .
   . . . ^ . . . . . . . . . .
  . Z . . ^ A . b . . . . c .
   . . . ^ . . . . . . . . . .
  . . . . ^ . . . . . . . . .
`;

const SOUND = { reachMetres: 8000, errorMetres: 400, minutes: 5 };

const ranged = (
  c: Fielded = headquarters({ soundRanging: SOUND }),
  options: FieldOptions = {},
  guns: Fielded = battery(),
): Battlefield =>
  battlefield(
    FIELD,
    { A: rifleCompany({ policy: 'hold' }), Z: guns, b: rifleCompany({ policy: 'hold' }), c },
    { seen: ['soviet'], ...options },
  );

const call = (field: Battlefield): Order => ({
  kind: 'mission',
  unit: field.id('Z'),
  observer: field.id('A'),
  target: field.hex('b'),
});

const placedIn = (field: Battlefield, battle = given(field.battle, call(field)).battle): ContactView | undefined =>
  battle.state.contacts.japanese.find(({ behind }) => behind === field.id('Z'))?.view;

describe('guns that fire from behind a ridge', () => {
  test('are placed by sound ranging as guns that somebody heard, not as what they are', () => {
    const field = ranged();
    expect(placedIn(field)).toMatchObject({
      level: 'suspected',
      sign: 'sound',
      branch: 'artillery',
      current: false,
      errorMetres: 400,
    });
    expect(placedIn(field)).not.toHaveProperty('unit');
    expect(placedIn(field)).not.toHaveProperty('men');
  });

  test('are not placed where nobody has microphones or looks upon the ground about them', () => {
    expect(placedIn(ranged(rifleCompany()))).toBeUndefined();
    expect(placedIn(ranged(headquarters({ soundRanging: { ...SOUND, reachMetres: 1000 } })))).toBeUndefined();
    expect(placedIn(ranged(headquarters({ soundRanging: { ...SOUND, minutes: 60 } })))).toBeUndefined();
  });

  test('are told from rifles: a company that fires is not placed', () => {
    const field = ranged();
    const fire: Order = { kind: 'fire', unit: field.id('A'), target: field.hex('b'), minutes: 10 };
    const { battle } = given(field.battle, fire);
    const views = battle.state.contacts.japanese.map(({ view }) => view);
    expect(views.some((view) => view.errorMetres !== undefined)).toBe(false);
  });

  test('are placed by their flash where somebody with glasses looks upon the ground beside them', () => {
    const inAHollow = (c: Fielded): ContactView | undefined =>
      placedIn(
        battlefield(
          '. Z . . . A . b . . . . c .',
          { A: rifleCompany({ policy: 'hold' }), Z: battery(), b: rifleCompany({ policy: 'hold' }), c },
          { seen: ['soviet'], heights: { Z: -30 } },
        ),
      );
    expect(inAHollow(headquarters())).toMatchObject({ sign: 'flash', branch: 'artillery', errorMetres: 400 });
    expect(inAHollow(rifleCompany())).toBeUndefined();
  });

  test('may stand in another hex: within the error, wrong more often the smaller the hexes', () => {
    const share = (hexMetres: number): number => {
      let right = 0;
      for (let seed = 0; seed < 200; seed++) {
        const field = ranged(headquarters({ soundRanging: { ...SOUND, reachMetres: 20_000 } }), {
          seed: `${seed}`,
          hexMetres,
        });
        const view = placedIn(field);
        if (view === undefined) throw new Error('the guns are heard');
        const astray = hexesBetween(field.scenario.map.grid, view.hex, field.hex('Z'));
        expect(astray * hexMetres).toBeLessThan(400 + hexMetres);
        if (astray === 0) right += 1;
      }
      return right / 200;
    };
    const [small, great] = [share(250), share(1000)];
    expect(small).toBeLessThan(great);
    // As often as the forecast says.
    const { map } = ranged().scenario;
    expect(Math.abs(small - placeChance(map, 400))).toBeLessThan(0.08);
    expect(Math.abs(great - placeChance({ ...map, hexMetres: 1000 }, 400))).toBeLessThan(0.09);
  });

  test('are placed the better the more often they fire', () => {
    const field = ranged();
    const once = given(field.battle, call(field)).battle;
    const again = after(once, END_TURN, END_TURN);
    const seen = {
      ...again,
      state: { ...again.state, contacts: { ...again.state.contacts, soviet: field.battle.state.contacts.soviet } },
    };
    const twice = given(seen, call(field)).battle;
    expect(placedIn(field, twice)?.errorMetres).toBe(283);
    expect(placedIn(field, twice)?.id).toBe(placedIn(field, once)?.id);
  });

  test('learn nothing of it, and the dice are told to nobody', () => {
    const field = ranged();
    const { events } = given(field.battle, call(field));
    const fix = listOf(events, 'sighted').find((event) => event.view.errorMetres !== undefined);
    expect(fix?.draws?.map(({ what, about }) => [what, about])).toEqual([
      ['fix', 'nobody'],
      ['fix', 'nobody'],
      ['fix', 'nobody'],
    ]);
    const told = shareOf(field.scenario, field.battle.state, events, 'japanese').filter(
      (seen) => seen.kind === 'sighted',
    );
    expect(told.some((seen) => 'draws' in seen)).toBe(false);
    const own = shareOf(field.scenario, field.battle.state, events, 'soviet');
    expect(JSON.stringify(own)).not.toContain('errorMetres');
  });

  test('that are seen are not placed as well', () => {
    const field = ranged(headquarters({ soundRanging: SOUND }), { seen: ['soviet', 'japanese'] });
    expect(placedIn(field)).not.toHaveProperty('errorMetres');
  });
});

/** Four howitzers c against guns Z that were placed where they stand, or elsewhere. */
function silencing(at: string, pieces = 4, dug = 1.5): Battlefield {
  const field = battlefield(
    `
    . . . . ^ . . . . . .
     . . . ^ . . . . . . .
    . Z 1 . ^ . . . . c .
     . . . ^ . . . . . . .
    . . . . ^ . . . . . .
  `,
    {
      c: battery({ arms: [['howitzer', pieces]], men: 80 }),
      Z: battery({ dug, men: 80 }),
    },
    { first: 'japanese', minutes: 60, under: { 1: 'open' } },
  );
  const view: ContactView = {
    id: 'b1' as ContactView['id'],
    hex: field.hex(at),
    level: 'suspected',
    sign: 'sound',
    atMinute: 600,
    current: false,
    branch: 'artillery',
    errorMetres: 200,
  };
  const contacts = { soviet: [], japanese: [{ behind: field.id('Z'), view }] };
  return { ...field, battle: { ...field.battle, state: { ...field.battle.state, contacts } } };
}

const silence = (field: Battlefield, at: string, task: 'counterBattery' | 'suppress' = 'counterBattery'): Order => ({
  kind: 'mission',
  unit: field.id('c'),
  observer: field.id('c'),
  target: field.hex(at),
  task,
});

describe('guns that were placed', () => {
  test('are shot at by the fix where nobody sees them, half as many rounds again being wanted', () => {
    const field = silencing('Z');
    expect(refusalOf(field.battle, silence(field, 'Z', 'suppress'))).toEqual({ reason: 'cannotObserve' });
    const { events } = given(field.battle, silence(field, 'Z'));
    expect(listOf(events, 'fired')[0]?.factors).toContainEqual({ name: 'byMap', owner: 'actor', value: 1 / 1.5 });
    expect(listOf(events, 'harmed').some((event) => event.unit === field.id('Z'))).toBe(true);
  });

  test('are not hit where they are not, and nobody is told', () => {
    const field = silencing('1');
    const { events, battle } = given(field.battle, silence(field, '1'));
    const there = listOf(events, 'harmed').filter((event) => event.unit === field.id('Z'));
    expect(there.every((event) => event.killed + event.wounded <= 3)).toBe(true);
    expect(battle.state.contacts.japanese[0]?.view.hex).toBe(field.hex('1'));
  });

  test('fire less while their crews keep their heads down', () => {
    const field = silencing('Z');
    const hit = given(field.battle, silence(field, 'Z')).battle;
    expect(field.unit(hit, 'Z').suppression).toBeGreaterThan(0.5);
  });

  test('are told of in the forecast with the chance that they stand there at all', () => {
    const field = silencing('1');
    const told = forecast(field.scenario, observe(field.scenario, field.battle.state, 'japanese'), silence(field, '1'));
    expect(told).toMatchObject({ kind: 'fire', placeChance: placeChance(field.scenario.map, 200) });
  });
});
