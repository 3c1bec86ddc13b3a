/** A battle being played: the map fills the window, panels lie over its edges, and every press ends in the controller. */
import { useEffect } from 'preact/hooks';
import type { HexIndex } from '../../hex/grid.ts';
import type { MapListener } from '../map/create-map.ts';
import { Cards } from './cards.tsx';
import type { Controller } from './controller.ts';
import { Drawer } from './drawer.tsx';
import { TurnButtons } from './end-turn.tsx';
import { FilmBar } from './film-bar.tsx';
import { Inspector } from './inspector.tsx';
import type { Panel } from './interaction.ts';
import type { Command } from './keys.ts';
import { listenToKeys } from './key-listener.ts';
import { MapFrame } from './map-frame.tsx';
import { settings } from './settings.ts';
import { text, type TextKey } from './text.ts';
import { TopBar } from './top-bar.tsx';
import { UnitPanel } from './unit-panel.tsx';

export interface BattleScreenProps {
  readonly controller: Controller;
  readonly onLeave: () => void;
  readonly onSaveJournal: () => void;
}

export function BattleScreen({ controller, onLeave, onSaveJournal }: BattleScreenProps) {
  const { view, hand, projector } = controller;
  const { scenario, observation, phase, saving } = view.value;
  const shown = controller.shown.value;
  const isShowing = projector.showing.value !== null;
  useEffect(() => listenToKeys((command, stroke) => hear(controller, command, stroke)), []);

  return (
    <main
      class="battle"
      data-light={shown.light}
      data-phase={phase}
      // The computer's orders are saved one by one; how many they are is nobody's business.
      data-saving={phase === 'thinking' ? 'saving' : saving}
      data-selected={hand.value.selected !== null}
    >
      <h1 class="hidden-words">{scenario.names.en}</h1>
      <MapFrame
        map={scenario.map}
        listener={listenerOf(controller)}
        layout={hand.value.selected === null ? 'bare' : 'unit'}
        opening={scenario.objectives.map(({ hex }) => hex)}
        onReady={controller.attach}
      />
      <TopBar scenario={scenario} observation={shown} onObjective={controller.centreOn}>
        <PanelTabs controller={controller} />
      </TopBar>
      <Drawer
        controller={controller}
        menu={<Menu controller={controller} onLeave={onLeave} onSaveJournal={onSaveJournal} />}
      />
      <div class="corner" data-at-home={isAtHome(controller)}>
        <MapTools controller={controller} />
        {!isShowing && (
          <Inspector
            scenario={scenario}
            observation={observation}
            hex={hand.value.cursor}
            minutesTo={hand.value.cursor === null ? undefined : controller.minutesTo(hand.value.cursor)}
          />
        )}
      </div>
      {isShowing && <FilmBar controller={controller} />}
      {!isShowing && phase === 'person' && (
        <div class="side-column">
          <Cards controller={controller} />
          <UnitPanel controller={controller} />
          <TurnButtons controller={controller} />
        </div>
      )}
      {phase === 'thinking' && (
        <p class="thinking panel" role="status">
          <span class="thinking-dots" aria-hidden="true">
            <i />
            <i />
            <i />
          </span>
          {text('ui.thinking')}
        </p>
      )}
      <Toast controller={controller} />
      <p class="hidden-words" role="status" aria-live="polite" data-testid="cursor-words">
        {controller.spoken.value}
      </p>
    </main>
  );
}

/** The cursor rests on the unit in hand, which is described already. */
function isAtHome(controller: Controller): boolean {
  const { cursor } = controller.hand.value;
  return cursor !== null && controller.unit.value?.at === cursor;
}

function hear(controller: Controller, command: Command, stroke: 'down' | 'up'): void {
  if (controller.projector.showing.peek() !== null && !HEARD_DURING_FILM.includes(command.kind)) return;
  if (stroke === 'up' && command.kind === 'hide') return controller.send({ kind: 'hide', hidden: 'no' });
  if (command.kind === 'hide') return controller.send({ kind: 'hide', hidden: 'yes' });
  if (command.kind === 'faster') return controller.hasten(stroke === 'down' ? 'fast' : 'normal');
  return controller.command(command);
}

const HEARD_DURING_FILM: readonly Command['kind'][] = ['back', 'pan', 'zoom', 'faster', 'hide', 'setting', 'panel'];

function listenerOf(controller: Controller): Pick<MapListener, 'hover' | 'click'> {
  return {
    hover: (hex) => {
      if (hex !== null && hex !== controller.hand.peek().cursor) controller.send({ kind: 'point', hex });
    },
    click: (hex, { button }) => {
      if (controller.projector.showing.peek() !== null) return;
      if (button === 'left') controller.send({ kind: 'press', hex });
      else if (settings.peek().rightClick === 'move') marchTo(controller, hex);
      else stepBackOrInspect(controller, hex);
    },
  };
}

/** Right click of those who have it march: the order is given at once, as they are used to. */
function marchTo(controller: Controller, hex: HexIndex): void {
  if (controller.hand.peek().selected === null) return controller.send({ kind: 'inspect', hex });
  if (controller.hand.peek().mode !== 'move') controller.send({ kind: 'mode', mode: 'move' });
  controller.send({ kind: 'press', hex });
  controller.send({ kind: 'confirm' });
}

/** Right click looks at what stands there; on empty ground it lets go of what is in hand. */
function stepBackOrInspect(controller: Controller, hex: HexIndex): void {
  const { contacts } = controller.view.peek().observation;
  const isInHand = controller.hand.peek().selected !== null || controller.hand.peek().proposal !== null;
  if (isInHand && !contacts.some((contact) => contact.hex === hex)) controller.send({ kind: 'back' });
  else controller.send({ kind: 'inspect', hex });
}

const TABS: readonly { readonly panel: Panel; readonly label: TextKey; readonly cap: string }[] = [
  { panel: 'units', label: 'ui.tab.units', cap: 'O' },
  { panel: 'log', label: 'ui.tab.log', cap: 'K' },
  { panel: 'help', label: 'ui.tab.help', cap: '?' },
  { panel: 'menu', label: 'ui.tab.menu', cap: '' },
];

function PanelTabs({ controller }: { readonly controller: Controller }) {
  const { panel } = controller.hand.value;
  return (
    <nav class="tabs" aria-label={text('ui.region.panels')}>
      {TABS.map((tab) => (
        <button
          key={tab.panel}
          type="button"
          class="tab"
          aria-expanded={panel === tab.panel}
          onClick={() => controller.send({ kind: 'panel', panel: tab.panel })}
        >
          {text(tab.label)}
          {tab.cap !== '' && <kbd aria-hidden="true">{tab.cap}</kbd>}
        </button>
      ))}
    </nav>
  );
}

/** What keys and wheel do, for whoever has neither. */
function MapTools({ controller }: { readonly controller: Controller }) {
  const { showThreat, sight } = controller.hand.value;
  const tool = (label: TextKey, sign: string, command: Command, pressed?: boolean) => (
    <button
      type="button"
      class="tool"
      title={text(label)}
      aria-label={text(label)}
      {...(pressed === undefined ? {} : { 'aria-pressed': pressed })}
      onClick={() => controller.command(command)}
    >
      {sign}
    </button>
  );
  return (
    <div class="map-tools panel" role="toolbar" aria-label={text('ui.region.tools')}>
      {tool('ui.key.zoomIn', '+', { kind: 'zoom', by: 'in' })}
      {tool('ui.key.zoomOut', '−', { kind: 'zoom', by: 'out' })}
      {tool('ui.key.fit', '⤢', { kind: 'zoom', by: 'fit' })}
      {tool('ui.key.threat', 'T', { kind: 'threat' }, showThreat)}
      {tool('ui.key.sightUnit', 'V', { kind: 'sight', of: 'unit' }, sight === 'unit')}
      {tool('ui.key.sightSide', '⇧V', { kind: 'sight', of: 'side' }, sight === 'side')}
    </div>
  );
}

function Menu({ controller, onLeave, onSaveJournal }: BattleScreenProps) {
  const go = (panel: Panel) => controller.send({ kind: 'panel', panel });
  return (
    <div class="menu">
      {controller.lastFilm.value !== null && (
        <button type="button" class="button" onClick={controller.watchAgain}>
          {text('ui.menu.watchAgain')}
        </button>
      )}
      {(['units', 'objectives', 'log', 'help', 'settings'] as const).map((panel) => (
        <button key={panel} type="button" class="button" onClick={() => go(panel)}>
          {text(`ui.panel.${panel}`)}
        </button>
      ))}
      <button type="button" class="button" onClick={onSaveJournal}>
        {text('ui.menu.saveJournal')}
      </button>
      <button type="button" class="button" onClick={onLeave}>
        {text('ui.menu.leave')}
      </button>
      <p class="quiet">{text('ui.menu.saved')}</p>
    </div>
  );
}

/** One line that comes and goes: refusals and announcements. It goes when something else is done. */
function Toast({ controller }: { readonly controller: Controller }) {
  const notice = controller.notice.value;
  return (
    <p class="toast" role="status" data-tone={notice?.tone} data-empty={notice === null}>
      {notice === null ? '' : <span key={notice.number}>{notice.text}</span>}
    </p>
  );
}
