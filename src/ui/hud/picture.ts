/** What is drawn: what the map is told of the battle and of what is in hand, and what is said of the hex under the cursor. */
import { computed, type ReadonlySignal } from '@preact/signals';
import { listAirMissions } from '../../battle/legal-orders.ts';
import { findSupplyLine } from '../../battle/supply-line.ts';
import type { HexIndex } from '../../hex/grid.ts';
import type { Observation } from '../../model/observation.ts';
import type { Unit } from '../../model/unit.ts';
import { turnMinutesOf } from '../../rules/light.ts';
import type { MapTold } from '../map/told.ts';
import type { SessionView } from '../session/session-view.ts';
import type { Choices } from './choices.ts';
import { describeHex, isOnMap } from './describe.ts';
import type { Interaction } from './interaction.ts';
import { listAims } from './more-orders.ts';
import { observationDuring, type Projector, type Reel } from './projector.ts';
import { isMotionReduced, settings } from './settings.ts';
import { listSightFrom, listThreatened } from './threat.ts';
import { toldNothing, toldOf } from './told.ts';
import { pathOf, reachNow } from './way.ts';

export interface Picture {
  readonly told: ReadonlySignal<MapTold>;
  /** What the panels beside the map tell of: while a film runs, the battle before it. */
  readonly shown: ReadonlySignal<Observation>;
  /** What a screen reader is told of the hex under the cursor. */
  readonly spoken: ReadonlySignal<string>;
}

export interface Painted {
  readonly view: ReadonlySignal<SessionView>;
  readonly hand: ReadonlySignal<Interaction>;
  readonly choices: Choices;
  readonly projector: Projector;
  readonly lastFilm: ReadonlySignal<Reel | null>;
}

export function createPicture({ view, hand, choices, projector, lastFilm }: Painted): Picture {
  const { scenario } = view.peek();
  const observation = computed(() => view.value.observation);
  // Whether, and not how far: the board is told once, or it would take back what has been played upon it.
  const isShowing = computed(() => projector.showing.value !== null);
  const shown = computed(() => observationDuring(projector.showing.value, lastFilm.value, observation.value));

  const supplyLine = computed<readonly HexIndex[]>(() => {
    const one = choices.unit.value;
    return one === undefined ? [] : (findSupplyLine(scenario, observation.value, one)?.hexes ?? []);
  });

  const told = computed<MapTold>(() => {
    const { phase, side } = view.value;
    if (phase === 'handover') return toldNothing(side);
    const held = hand.value;
    // While a film runs the board stands as it was before, and what happens is played upon it.
    if (isShowing.value && lastFilm.value !== null) return { ...toldOf(scenario, shown.value), ...preferences() };
    const base = toldOf(scenario, observation.value);
    const one = choices.unit.value;
    const reachable = choices.reachable.value;
    return {
      ...base,
      selected: held.selected ?? held.inspected,
      cursor: held.cursor,
      reach: one === undefined ? null : reachNow(one, reachable, held),
      path: pathOf(
        one,
        choices.offered.value,
        choices.answer.value,
        reachable,
        turnMinutesOf(scenario.clock, observation.value.turn),
      ),
      ranged: one?.registered ?? [],
      planned: one?.plan?.map((line) => line.target) ?? [],
      supplyLine: supplyLine.value,
      targets: listTargets(held),
      assaults: held.mode === 'aim' ? [] : choices.options.value.assaults,
      threat: held.showThreat ? listThreatened(scenario, observation.value) : null,
      sight: sightOverlay(held, one),
      ...preferences(),
    };
  });

  /** What is outlined as a target, as long as something is being aimed; else whatever may be fired at. */
  function listTargets(held: Interaction): readonly HexIndex[] {
    const { sortie } = held;
    if (sortie !== null)
      return listAirMissions(scenario, observation.value).flatMap(({ flight, task, target }) =>
        flight === sortie.flight && task === sortie.task ? [target] : [],
      );
    if (held.mode === 'aim') return held.aiming === null ? [] : listAims(choices.legal.value, held.aiming);
    return held.mode === 'mission' ? choices.callTargets.value : [...choices.options.value.fires.keys()];
  }

  function preferences() {
    const { showGrid, showNames } = settings.value;
    return { showGrid, showNames, hideCounters: hand.value.hideCounters, reducedMotion: isMotionReduced() };
  }

  function sightOverlay(held: Interaction, one: Unit | undefined): readonly HexIndex[] | null {
    if (held.sight === 'side') return observation.value.visible;
    if (held.sight !== 'unit') return null;
    const from = one !== undefined && isOnMap(one) ? one.at : held.cursor;
    return from === null ? null : listSightFrom(scenario, observation.value, from);
  }

  const spoken = computed(() => {
    const { cursor } = hand.value;
    return cursor === null || view.value.phase === 'handover' ? '' : describeHex(scenario, observation.value, cursor);
  });

  return { told, shown, spoken };
}
