/** A recorded battle, moment by moment, forward and back: the map as one side or both saw it, and what had just happened. */
import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import { effect, type Signal, signal } from '@preact/signals';
import type { Film } from '../../battle/film.ts';
import { clockText, eventText } from '../../battle/wording.ts';
import type { HexIndex } from '../../hex/grid.ts';
import type { Minutes } from '../../model/clock.ts';
import type { Side } from '../../model/side.ts';
import { bookOf, describeHex, sideName } from '../hud/describe.ts';
import { Inspector } from '../hud/inspector.tsx';
import { filterLog } from '../hud/log.ts';
import { LogEntry } from '../hud/log-panel.tsx';
import { MapFrame } from '../hud/map-frame.tsx';
import { SideMark } from '../hud/parts.tsx';
import { isMotionReduced, settings } from '../hud/settings.ts';
import { text } from '../hud/text.ts';
import { toldOf } from '../hud/told.ts';
import { TopBar } from '../hud/top-bar.tsx';
import type { MapScreen } from '../map/create-map.ts';
import type { MapTold } from '../map/told.ts';
import {
  type Moment,
  momentOf,
  moveTo,
  openReplay,
  type ReplayCursor,
  stepBack,
  stepForward,
  toFirst,
  toLast,
  turnBack,
  turnForward,
} from '../session/replay-cursor.ts';
import { type Step, Transport } from './replay-transport.tsx';

/** Milliseconds a moment stays at ordinary speed while the film runs by itself. */
const MOMENT_MILLISECONDS = 900;

export interface ReplayProps {
  readonly film: Film;
  readonly own: Side;
  readonly position: number;
  /** Called wherever the cursor comes to stand, for the address. */
  readonly onPosition: (position: number) => void;
  readonly onLeave: () => void;
}

export function Replay({ film, own, position, onPosition, onLeave }: ReplayProps) {
  const cursor = useSignal<ReplayCursor>(useMemo(() => moveTo(openReplay(film, own), position), []));
  const isRunning = useSignal(false);
  const hex = useSignal<HexIndex | null>(null);
  const screen = useMemo(() => signal<MapScreen | null>(null), []);
  const { scenario } = film;
  const moment = momentOf(cursor.value);
  const look = moment.looks[0];

  const go = (next: (from: ReplayCursor) => ReplayCursor): void => {
    isRunning.value = false;
    cursor.value = next(cursor.peek());
  };

  useEffect(() => onPosition(cursor.value.position), [cursor.value.position]);
  useEffect(
    () =>
      effect(() => {
        screen.value?.tell(toldAt(momentOf(cursor.value), film, hex.value));
      }),
    [],
  );
  useFilm({ film, cursor, isRunning, screen });
  useReplayKeys({ go, isRunning, onLeave });

  if (look === undefined) return null;
  const { observation } = look;
  return (
    <main class="battle replay" data-light={observation.light}>
      <h1 class="hidden-words">{text('ui.replay.title', { name: scenario.names.en })}</h1>
      <MapFrame
        map={scenario.map}
        opening={scenario.objectives.map(({ hex }) => hex)}
        layout="replay"
        listener={{
          hover: (over) => {
            hex.value = over;
          },
          click: (over) => {
            hex.value = over;
          },
        }}
        onReady={(ready) => {
          screen.value = ready;
          return () => {
            screen.value = null;
          };
        }}
      />
      <TopBar scenario={scenario} observation={observation} onObjective={(one) => screen.peek()?.centreOn(one)}>
        <nav class="tabs" aria-label={text('ui.region.panels')}>
          <button type="button" class="tab" onClick={onLeave}>
            {text('ui.replay.leave')} <kbd aria-hidden="true">Esc</kbd>
          </button>
        </nav>
      </TopBar>
      <div class="corner">
        <Inspector scenario={scenario} observation={observation} hex={hex.value} />
      </div>
      <Stories film={film} moment={moment} hour={observation.minute} onPlace={(one) => screen.peek()?.centreOn(one)} />
      <Transport moment={moment} hour={observation.minute} cursor={cursor} isRunning={isRunning} go={go} />
      <p class="hidden-words" role="status" aria-live="polite">
        {hex.value === null ? '' : describeHex(scenario, observation, hex.value)}
      </p>
    </main>
  );
}

/** While it runs, one moment after another is shown, each as long as it takes. */
function useFilm(props: {
  readonly film: Film;
  readonly cursor: Signal<ReplayCursor>;
  readonly isRunning: Signal<boolean>;
  readonly screen: Signal<MapScreen | null>;
}): void {
  const { film, cursor, isRunning, screen } = props;
  useEffect(() => {
    if (!isRunning.value) return undefined;
    let isHere = true;
    void run();
    return () => {
      isHere = false;
      screen.peek()?.skip();
    };
    async function run(): Promise<void> {
      while (isHere && isRunning.peek() && cursor.peek().position < film.orders.length) {
        const next = stepForward(cursor.peek());
        const seen = momentOf(next).looks.flatMap((one) => one.seen);
        const speed = settings.peek().animationSpeed;
        cursor.value = next;
        await Promise.all([
          screen.peek()?.play(seen, speed),
          sleep(seen.length === 0 ? 0 : MOMENT_MILLISECONDS / speed),
        ]);
      }
      if (isHere) isRunning.value = false;
    }
  }, [isRunning.value]);
}

function useReplayKeys(props: {
  readonly go: (step: Step) => void;
  readonly isRunning: Signal<boolean>;
  readonly onLeave: () => void;
}): void {
  const { go, isRunning, onLeave } = props;
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.target instanceof HTMLElement && event.target.matches('input, select, textarea')) return;
      const step = KEYS[event.key];
      if (step !== undefined) go(step);
      else if (event.key === ' ' && !(event.target instanceof HTMLButtonElement)) isRunning.value = !isRunning.peek();
      else if (event.key === 'Escape') onLeave();
      else return;
      event.preventDefault();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}

/** What each side looked at was told of this moment. */
function Stories(props: {
  readonly film: Film;
  readonly moment: Moment;
  readonly hour: Minutes;
  readonly onPlace: (hex: HexIndex) => void;
}) {
  const { film, moment, hour, onPlace } = props;
  const stories = storiesOf(moment, film);
  return (
    <section class="replay-events panel" aria-label={text('ui.replay.events')}>
      <h2>
        <SideMark side={moment.active} /> <span class="quiet">{clockText(hour)}</span>
      </h2>
      {stories.every((story) => story.lines.length === 0) && (
        <p class="quiet">{text(moment.position === 0 ? 'ui.replay.opening' : 'ui.replay.nothing')}</p>
      )}
      <div class="stories" tabIndex={0} role="group" aria-label={text('ui.replay.events')}>
        {stories.map((story) => (
          <section key={story.side} hidden={story.lines.length === 0}>
            {stories.length > 1 && <h3>{text('ui.replay.as', { side: sideName(story.side) })}</h3>}
            <ol class="log">
              {story.lines.map((line, index) => (
                <LogEntry key={index} line={line} onPlace={onPlace} />
              ))}
            </ol>
          </section>
        ))}
      </div>
      {film.departure !== null && <p class="refused">{text('ui.replay.departs', { order: film.departure.order })}</p>}
    </section>
  );
}

const KEYS: Readonly<Record<string, Step>> = {
  Home: toFirst,
  PageUp: turnBack,
  ArrowLeft: stepBack,
  ArrowRight: stepForward,
  PageDown: turnForward,
  End: toLast,
};

const sleep = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Through two pairs of eyes each side's own units are shown, and nobody's guesses about them. */
function toldAt(moment: Moment, film: Film, hex: HexIndex | null): MapTold {
  const [first, second] = moment.looks.map((look) => toldOf(film.scenario, look.observation));
  if (first === undefined) throw new Error('A moment is looked at by somebody.');
  const { showGrid, showNames } = settings.value;
  const base = { ...first, cursor: hex, showGrid, showNames, reducedMotion: isMotionReduced() };
  if (second === undefined) return base;
  const visible = new Set([...(first.visible ?? []), ...(second.visible ?? [])]);
  return {
    ...base,
    counters: [...first.counters, ...second.counters].filter((counter) => counter.own),
    visible: [...visible].sort((one, other) => one - other),
    works: [...first.works, ...second.works.filter((work) => !first.works.some((one) => one.hex === work.hex))],
    wire: [...new Set([...first.wire, ...second.wire])],
    made: [...first.made, ...second.made.filter((one) => !first.made.some((other) => other.hexside === one.hexside))],
    flares: [...new Set([...first.flares, ...second.flares])],
    forbidden: [],
  };
}

/** What each side looked at was told, in sentences. Whose turn it is stands above them already. */
function storiesOf(moment: Moment, film: Film) {
  return moment.looks.map(({ observation, seen }) => ({
    side: observation.side,
    lines: filterLog(
      seen
        .filter((one) => one.kind !== 'turnStarted')
        .map((one) => ({
          turn: observation.turn,
          minute: observation.minute,
          seen: one,
          text: eventText(film.scenario, bookOf(observation), one),
        })),
      'all',
    ),
  }));
}
