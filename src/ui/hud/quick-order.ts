/** Orders that a single key or button gives, without a hex: what it stands for depends on how the unit is now. */
import type { Order } from '../../model/order.ts';
import { FIRE_POLICIES, type Unit } from '../../model/unit.ts';
import type { Command } from './keys.ts';
import type { Options } from './options.ts';

/** The order a single key stands for, as the unit is now; `undefined` when it has none to give. */
export function quickOrderOf(
  unit: Unit,
  which: Extract<Command, { kind: 'order' }>['order'],
  options: Options,
): Order | undefined {
  switch (which) {
    case 'dig':
      return { kind: 'dig', unit: unit.id, minutes: options.digs.at(-1) ?? unit.minutesLeft };
    case 'digOn':
      return { kind: 'standing', unit: unit.id, standing: unit.standing?.kind === 'dig' ? null : { kind: 'dig' } };
    case 'hold':
      return { kind: 'standing', unit: unit.id, standing: unit.standing?.kind === 'hold' ? null : { kind: 'hold' } };
    case 'guns':
      return { kind: 'guns', unit: unit.id, state: unit.gunState === 'limbered' ? 'inBattery' : 'limbered' };
    case 'posture':
      return { kind: 'deploy', unit: unit.id, posture: unit.posture === 'marching' ? 'deployed' : 'marching' };
    case 'rally':
      return { kind: 'rally', unit: unit.id };
    case 'policy': {
      const next = FIRE_POLICIES[(FIRE_POLICIES.indexOf(unit.policy) + 1) % FIRE_POLICIES.length];
      return next === undefined ? undefined : { kind: 'policy', unit: unit.id, policy: next };
    }
  }
}
