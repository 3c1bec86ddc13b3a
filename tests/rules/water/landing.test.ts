/** Landing parties: aboard a vessel from the bank beside her, ashore from her, in the water when she is lost. */
import { describe, expect, test } from 'vitest';
import type { Order } from '../../../src/model/order.ts';
import type { UnitId } from '../../../src/model/unit.ts';
import type { VehicleId } from '../../../src/model/vehicle.ts';
import { type Battlefield, battlefield, cutter, type Fielded, machineGuns, riflePlatoon } from '../../battlefield.ts';
import { after, END_TURN, given, listOf, march, refusalOf } from '../orders.ts';

type Options = Parameters<typeof battlefield>[2];

/** A motor launch with seats for ten men beside her crew. */
const launch = (wish: Fielded = {}): Fielded =>
  cutter({ vehicle: 'border-launch' as VehicleId, men: 6, arms: [['machineGun', 1]], ...wish });
const party = (wish: Fielded = {}): Fielded => riflePlatoon({ men: 10, ...wish });
const aboard = party({ now: { at: 'aboard', carrier: 'L' as UnitId } });

const water = (text: string, units: Parameters<typeof battlefield>[1], more: Options = {}): Battlefield =>
  battlefield(text, units, { under: { L: 'deepWater', 1: 'open', 2: 'open' }, hexMetres: 100, ...more });
const ashore = (field: Battlefield, at = '1'): Order => ({
  kind: 'unload',
  unit: field.id('L'),
  passenger: field.id('L2'),
  to: field.hex(at),
});

describe('a landing party', () => {
  test('gets aboard from the bank, is taken along the river and set ashore', () => {
    const field = water('A L ~ ~ 1', { L: launch(), A: party() });
    const board: Order = { kind: 'board', unit: field.id('A'), carrier: field.id('L') };
    const gone = after(field.battle, board, march(field, 'L', '~'), {
      kind: 'move',
      unit: field.id('L'),
      path: [field.hex('~') + 1],
      pace: 'normal',
    });
    expect(field.unit(gone, 'A')).toMatchObject({ at: 'aboard', carrier: 'L' });
    const landed = after(gone, { kind: 'unload', unit: field.id('L'), passenger: field.id('A'), to: field.hex('1') });
    expect(field.unit(landed, 'A')).toMatchObject({ at: field.hex('1'), posture: 'deployed' });
  });

  test('does not get off into deep water, nor far from the bank', () => {
    const field = water('~ L ~ 1', { L: [launch(), aboard] });
    expect(refusalOf(field.battle, { kind: 'unload', unit: field.id('L'), passenger: field.id('L2') })).toEqual({
      reason: 'noLanding',
    });
    expect(refusalOf(field.battle, ashore(field, '~'))).toEqual({ reason: 'noLanding' });
    expect(refusalOf(field.battle, ashore(field))).toEqual({ reason: 'noLanding' });
  });

  test('is fired at by those who see it land', () => {
    const field = water('~ L 1 . b', { L: [launch(), aboard], b: machineGuns() }, { seen: ['japanese'] });
    expect(listOf(given(field.battle, ashore(field)).events, 'fired')).toMatchObject([{ unit: 'b', mode: 'reaction' }]);
  });

  test('stays aboard when the bank turns out to be held', () => {
    const field = water('~ L b .', { L: [launch(), aboard], b: machineGuns({ dug: 1 }) }, { light: 'dark' });
    const met = given(field.battle, ashore(field, 'b'));
    expect(listOf(met.events, 'ambushed')).toMatchObject([{ unit: 'L', by: 'b' }]);
    expect(field.unit(met.battle, 'L2').at).not.toBe(field.hex('b'));
  });

  test('stays on board under fire, and swims when she goes down', () => {
    const field = water('1 L ~', {
      L: [launch({ now: { hull: { holes: 2, enginesOut: true, sinking: true } } }), aboard],
    });
    const sunk = given(given(field.battle, END_TURN).battle, END_TURN);
    expect(listOf(sunk.events, 'sunk').map(({ unit }) => unit)).toEqual(['L', 'L2']);
    const men = field.unit(sunk.battle, 'L2');
    expect(men.men + men.missing).toBe(10);
    expect(men).toMatchObject({ at: field.hex('1'), pieces: [28, 2] });
  });
});
