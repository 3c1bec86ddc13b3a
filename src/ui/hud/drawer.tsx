/** The panel on the left that is called up: order of battle, objectives, log, keys, settings, menu. One at a time. */
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Controller } from './controller.ts';
import { HelpPanel } from './help-panel.tsx';
import type { Panel } from './interaction.ts';
import { LogPanel } from './log-panel.tsx';
import { ObjectivesPanel } from './objectives-panel.tsx';
import { SettingsForm } from './settings-form.tsx';
import { text } from './text.ts';
import { UnitsPanel } from './units-panel.tsx';

export interface DrawerProps {
  readonly controller: Controller;
  readonly menu: ComponentChildren;
}

export function Drawer({ controller, menu }: DrawerProps) {
  const { panel } = controller.hand.value;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (panel !== null) heading.current?.focus();
  }, [panel]);
  if (panel === null) return null;
  return (
    <section class="drawer panel" data-region data-panel={panel} aria-labelledby="drawer-title">
      <header class="drawer-head">
        <h2 id="drawer-title" ref={heading} tabIndex={-1}>
          {text(`ui.panel.${panel}`)}
        </h2>
        <button
          type="button"
          class="button button-small"
          aria-label={text('ui.close')}
          onClick={() => controller.send({ kind: 'panel', panel })}
        >
          ×
        </button>
      </header>
      <div class="drawer-body" tabIndex={0}>
        {TELLS_THE_END[panel] && controller.projector.showing.value !== null ? (
          <p>{text('ui.panel.duringFilm')}</p>
        ) : (
          bodyOf(panel, controller, menu)
        )}
      </div>
    </section>
  );
}

/** Panels that show how things stand after the film, and so would give it away while it runs. */
const TELLS_THE_END: Readonly<Record<Panel, boolean>> = {
  units: true,
  objectives: true,
  log: true,
  help: false,
  settings: false,
  menu: false,
};

function bodyOf(panel: Panel, controller: Controller, menu: ComponentChildren) {
  switch (panel) {
    case 'units':
      return <UnitsPanel controller={controller} />;
    case 'objectives':
      return <ObjectivesPanel controller={controller} />;
    case 'log':
      return <LogPanel controller={controller} />;
    case 'help':
      return <HelpPanel />;
    case 'settings':
      return <SettingsForm />;
    case 'menu':
      return menu;
  }
}
