/** The place of the map on the page: makes it, hands it to whoever tells it what to show, and measures what covers it. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { HexIndex } from '../../hex/grid.ts';
import type { BattleMap } from '../../model/map.ts';
import { createMap, type MapListener, type MapScreen } from '../map/create-map.ts';
import { text } from './text.ts';

export interface MapFrameProps {
  readonly map: BattleMap;
  readonly listener: Pick<MapListener, 'hover' | 'click'>;
  /** Changes whenever other edges of the map are covered. */
  readonly layout: string;
  /** What a map that does not fit the window opens upon. */
  readonly opening: readonly HexIndex[];
  /** Called when the map is ready; what it returns is called before the map goes. */
  readonly onReady: (screen: MapScreen) => () => void;
}

export function MapFrame({ map, listener, layout, opening, onReady }: MapFrameProps) {
  const screen = useRef<MapScreen | null>(null);
  const frame = useRef<HTMLDivElement>(null);
  const [isPainted, setPainted] = useState(false);
  useEffect(() => {
    const parent = frame.current;
    if (parent === null) return undefined;
    let leave: () => void = () => undefined;
    const made = createMap(parent, map, {
      ...listener,
      ready: () => {
        made.setInsets(insetsOf(parent));
        made.open(opening);
        leave = onReady(made);
        setPainted(true);
      },
    });
    screen.current = made;
    const measure = (): void => made.setInsets(insetsOf(parent));
    globalThis.addEventListener('resize', measure);
    return () => {
      globalThis.removeEventListener('resize', measure);
      leave();
      screen.current = null;
      made.destroy();
    };
    // A map is made once for the life of the frame; its listener reads signals and needs no renewal.
  }, []);
  useEffect(() => {
    if (frame.current !== null) screen.current?.setInsets(insetsOf(frame.current));
  }, [layout]);
  return (
    <div
      ref={frame}
      class="map"
      onPointerDown={(event) => event.currentTarget.focus({ preventScroll: true })}
      tabIndex={0}
      role="application"
      aria-busy={!isPainted}
      data-testid="map"
      aria-label={text('ui.map.label', { name: map.names.en })}
      aria-describedby="map-help"
    >
      <span id="map-help" class="hidden-words">
        {text('ui.map.help')}
      </span>
    </div>
  );
}

/** Pixels along each edge that panels of fixed place cover. */
function insetsOf(map: HTMLElement): Parameters<MapScreen['setInsets']>[0] {
  const style = getComputedStyle(map);
  const pixels = (name: string): number => Number.parseFloat(style.getPropertyValue(name)) || 0;
  return {
    left: pixels('--inset-left'),
    right: pixels('--inset-right'),
    top: pixels('--inset-top'),
    bottom: pixels('--inset-bottom'),
  };
}
