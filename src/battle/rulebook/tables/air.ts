/** Tables of aircraft: the types, how they come down on a target, what fires at them, what they frighten and see. */
import { LIGHTS } from '../../../model/clock.ts';
import { SHOCK } from '../../../rules/air/effect.ts';
import { FLAK_METRES, WORTH_AT_AIRCRAFT } from '../../../rules/air/flak.ts';
import { APPROACHES, MANNERS } from '../../../rules/air/flights.ts';
import { NOTICED_FROM_THE_AIR } from '../../../rules/air/look.ts';
import { LOOKS } from '../../../rules/detection.ts';
import { nameOf } from '../../wording.ts';
import { tableOfAircraft } from '../field.ts';
import type { Table } from '../table.ts';

export const aircraft = (): Table => ({
  rows: [...tableOfAircraft().values()].map(({ names, roles, speedKmh, bombKg, guns, groundAttack }) => [
    names.en ?? '',
    nameOf('aircraftRole', roles[0] ?? 'liaison'),
    speedKmh,
    bombKg === 0 ? null : bombKg,
    guns.length === 0 ? null : guns.map(({ calibreMm, count }) => `${count} × ${calibreMm}`).join(', '),
    groundAttack,
  ]),
});

export const approaches = (): Table => ({
  rows: MANNERS.map((manner) => {
    const { heightMetres, hectares, passes } = APPROACHES[manner];
    return [nameOf('manner', manner), heightMetres, hectares === 0 ? null : hectares, passes];
  }),
});

export const raidShock = (): Table => ({ rows: SHOCK.slice(1).map(([tonnes, weight]) => [tonnes, weight]) });

const BARRELS = ['rifle', 'lightMachineGun', 'machineGun', 'heavyMachineGun', 'autocannon', 'gun'] as const;

export const barrels = (): Table => ({
  rows: BARRELS.map((kind) => [nameOf('barrel', kind), WORTH_AT_AIRCRAFT[kind]]),
});

export const flakReach = (): Table => ({
  rows: FLAK_METRES.map(([most, metres], place) => [
    Number.isFinite(most) ? `≤ ${most}` : `> ${FLAK_METRES[place - 1]?.[0] ?? 0}`,
    metres,
  ]),
});

export const fromTheAir = (): Table => ({
  rows: LOOKS.map((look) => [
    nameOf('look', look),
    ...LIGHTS.map((light) => {
      const metres = NOTICED_FROM_THE_AIR[look][light];
      return metres === 0 ? null : metres;
    }),
  ]),
});
