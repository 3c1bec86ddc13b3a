/** What the unit may be ordered: a button and a key for each order. What is not possible says why when it is pressed. */
import { refusalText } from '../../battle/wording.ts';
import type { RefusalReason } from '../../model/refusal.ts';
import type { Unit, UnitCard } from '../../model/unit.ts';
import { hasGuns } from '../../rules/roster.ts';
import { whyNot } from '../../rules/permit.ts';
import type { Controller } from './controller.ts';
import type { Mode } from './interaction.ts';
import { capOf } from './keys.ts';
import { Cap } from './parts.tsx';
import { quickOrderOf } from './quick-order.ts';
import { text, type TextKey } from './text.ts';

/** Why it cannot fire at all: what its weapons lack, rather than where its targets are. */
function whyNoFire(controller: Controller, unit: Unit): string {
  const { observation, scenario } = controller.view.value;
  const refusals = observation.contacts.flatMap(({ hex }) => {
    const minutes = Math.max(1, unit.minutesLeft);
    return whyNot(scenario, observation, { kind: 'fire', unit: unit.id, target: hex, minutes }) ?? [];
  });
  const telling = refusals.find(({ reason }) => !ABOUT_PLACE.includes(reason));
  return telling === undefined ? text('ui.why.fire') : refusalText(telling);
}

const ABOUT_PLACE: readonly RefusalReason[] = ['noLineOfSight', 'outOfRange', 'tooClose'];

interface ButtonProps {
  readonly label: TextKey;
  readonly words?: string;
  readonly pressed?: boolean;
  /** Why not, when it is not possible. */
  readonly reason: string | undefined;
  readonly onPress: () => void;
}

export function OrderButtons({
  controller,
  unit,
  card,
}: {
  readonly controller: Controller;
  readonly unit: Unit;
  readonly card: UnitCard;
}) {
  const options = controller.options.value;
  const { mode } = controller.hand.value;
  const isOffMap = unit.at === 'offMap';
  const calls = controller.callTargets.value.length;
  const { light } = controller.view.value.observation;
  const canFlare = unit.flares > 0 && unit.minutesLeft > 0 && (light === 'dark' || light === 'moon');

  const modeButton = (
    label: TextKey,
    wanted: Exclude<Mode, 'aim' | 'air'>,
    isPossible: boolean,
    reason: string,
  ): ButtonProps => ({
    label,
    pressed: mode === wanted,
    reason: isPossible ? undefined : reason,
    onPress: () => controller.send({ kind: 'mode', mode: wanted }),
  });
  const orderButton = (label: TextKey, which: Parameters<typeof quickOrderOf>[1], words?: string): ButtonProps => {
    const order = quickOrderOf(unit, which, options);
    return {
      label,
      ...(words === undefined ? {} : { words }),
      reason: order === undefined ? text('ui.say.notNow') : controller.whyNot(order),
      onPress: () => controller.command({ kind: 'order', order: which }),
    };
  };

  const buttons: ButtonProps[] = isOffMap
    ? [modeButton('ui.order.mission', 'mission', calls > 0, text('ui.why.mission'))]
    : [
        modeButton('ui.order.move', 'move', unit.minutesLeft > 0, text('ui.why.time')),
        modeButton('ui.order.silent', 'silent', unit.minutesLeft > 0, text('ui.why.time')),
        modeButton('ui.order.fire', 'fire', options.fires.size > 0, whyNoFire(controller, unit)),
        modeButton('ui.order.assault', 'assault', options.assaults.length > 0, text('ui.why.assault')),
        modeButton('ui.order.mission', 'mission', calls > 0, text('ui.why.mission')),
        ...(card.flares > 0 ? [modeButton('ui.order.flare', 'flare', canFlare, text('ui.why.flare'))] : []),
        orderButton('ui.order.dig', 'dig'),
        orderButton('ui.order.digOn', 'digOn'),
        orderButton(
          'ui.order.posture',
          'posture',
          text(unit.posture === 'marching' ? 'ui.order.deploy' : 'ui.order.march'),
        ),
        ...(hasGuns(card)
          ? [
              orderButton(
                'ui.order.guns',
                'guns',
                text(unit.gunState === 'limbered' ? 'ui.order.unlimber' : 'ui.order.limber'),
              ),
            ]
          : []),
        ...(unit.cohesion === 'steady' && unit.suppression === 0 ? [] : [orderButton('ui.order.rally', 'rally')]),
        modeButton('ui.order.goTo', 'goTo', true, text('ui.why.time')),
        orderButton('ui.order.hold', 'hold'),
      ];
  return (
    <div class="orders" role="group" aria-label={text('ui.region.orders')}>
      {buttons.map((button) => (
        <OrderButton key={button.label} {...button} />
      ))}
      {controller.more.value.length > 0 && <MoreButton controller={controller} />}
    </div>
  );
}

/** Opens the menu of orders that have no button here. */
function MoreButton({ controller }: { readonly controller: Controller }) {
  const name = text('ui.order.more');
  const cap = capOf('ui.order.more');
  return (
    <button
      type="button"
      class="order"
      title={text('ui.order.title', { name, cap })}
      aria-keyshortcuts={cap}
      aria-haspopup="menu"
      aria-expanded={controller.hand.value.more === 'open'}
      onClick={() => controller.command({ kind: 'more' })}
    >
      <span>{text('ui.more.aim', { name })}</span>
      <Cap caps={cap} />
    </button>
  );
}

function OrderButton({ label, words, pressed, reason, onPress }: ButtonProps) {
  const cap = capOf(label);
  const name = words ?? text(label);
  return (
    <button
      type="button"
      class="order"
      title={reason ?? text('ui.order.title', { name, cap })}
      aria-keyshortcuts={cap}
      aria-disabled={reason !== undefined}
      {...(pressed === undefined ? {} : { 'aria-pressed': pressed })}
      onClick={onPress}
    >
      <span>{name}</span>
      <Cap caps={cap} />
    </button>
  );
}
