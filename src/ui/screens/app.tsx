/** Which screen is shown, and how one gets from one to the next. The only place that opens and closes sessions. */
import { clockText } from '../../battle/wording.ts';
import { signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { formatJournal } from '../../battle/journal.ts';
import type { Film } from '../../battle/film.ts';
import { SCENARIO_IDS, scenarioById } from '../../scenario/library.ts';
import type { Problem } from '../../scenario/problem.ts';
import type { Scenario } from '../../model/scenario.ts';
import type { Side } from '../../model/side.ts';
import { BattleScreen } from '../hud/battle-screen.tsx';
import { type Controller, createController } from '../hud/controller.ts';
import { text } from '../hud/text.ts';
import { openSaveStore } from '../session/browser-stores.ts';
import { importBattle } from '../session/import-battle.ts';
import { formatJournalFile } from '../session/journal-file.ts';
import { filmOf, listOnlookers } from '../session/ledger.ts';
import { rebuildLedger } from '../session/rebuild.ts';
import { resumeSession, type Session, startSession } from '../session/session.ts';
import { findStart, formatPlace, parsePlace, type Place } from './address.ts';
import { Debriefing } from './debriefing.tsx';
import { downloadText } from './download.ts';
import { Handover } from './handover.tsx';
import { Replay } from './replay.tsx';
import { Rulebook } from './rulebook.tsx';
import { Setup, type SetupChoice } from './setup.tsx';
import { Title } from './title.tsx';
import { Trouble, type TroubleProps } from './trouble.tsx';

type Screen =
  | { readonly kind: 'title' }
  | { readonly kind: 'waiting' }
  | { readonly kind: 'setup'; readonly scenario: Scenario; readonly seed: string }
  | { readonly kind: 'battle'; readonly controller: Controller }
  | { readonly kind: 'replay'; readonly id: string; readonly film: Film; readonly own: Side; readonly position: number }
  | { readonly kind: 'rules'; readonly place: RulesPlace }
  | ({ readonly kind: 'trouble' } & Omit<TroubleProps, 'onLeave' | 'kind'> & {
        readonly trouble: TroubleProps['kind'];
      });

type RulesPlace = Extract<Place, { readonly kind: 'rules' }>;

const store = openSaveStore();
const screen = signal<Screen>({ kind: 'waiting' });
/** The rulebook laid over a battle, which goes on under it; and what had the focus before. */
const book = signal<{ readonly place: RulesPlace; readonly opener: Element | null } | null>(null);

export function App() {
  useEffect(() => {
    const follow = (): void => void open(parsePlace(location.hash));
    globalThis.addEventListener('hashchange', follow);
    globalThis.addEventListener('error', onBug);
    globalThis.addEventListener('unhandledrejection', onBug);
    void begin();
    return () => {
      globalThis.removeEventListener('hashchange', follow);
      globalThis.removeEventListener('error', onBug);
      globalThis.removeEventListener('unhandledrejection', onBug);
    };
  }, []);
  const now = screen.value;
  switch (now.kind) {
    case 'waiting':
      return (
        <main class="page waiting">
          <p role="status">{text('ui.waiting')}</p>
        </main>
      );
    case 'title':
      return (
        <Title
          scenarios={SCENARIO_IDS.map(scenarioById)}
          store={store}
          onPlay={(scenario) => goTo({ kind: 'setup', scenario: scenario.id })}
          onContinue={(id) => goTo({ kind: 'battle', id })}
          onReplay={(id) => goTo({ kind: 'replay', id, position: 0 })}
          onImport={(file) => void importFile(file)}
        />
      );
    case 'setup':
      return (
        <Setup
          scenario={now.scenario}
          proposedSeed={now.seed}
          newSeed={newSeed}
          onBegin={(choice) => void start(now.scenario, choice)}
          onBack={() => goTo({ kind: 'title' })}
        />
      );
    case 'battle':
      return <Battle controller={now.controller} />;
    case 'rules':
      return <Rulebook {...now.place} onClose={() => goTo({ kind: 'title' })} />;
    case 'replay':
      return (
        <Replay
          film={now.film}
          own={now.own}
          position={now.position}
          onPosition={(position) => showPlaceAtRest({ kind: 'replay', id: now.id, position })}
          onLeave={() => goTo({ kind: 'title' })}
        />
      );
    case 'trouble':
      return (
        <Trouble kind={now.trouble} lines={now.lines} journal={now.journal} onLeave={() => goTo({ kind: 'title' })} />
      );
  }
}

function Battle({ controller }: { readonly controller: Controller }) {
  const { session } = controller;
  const view = session.view.value;
  const { scenario, observation } = view;
  const leave = (): void => goTo({ kind: 'title' });
  const save = (): void => {
    const file = formatJournalFile(session.journal());
    downloadText(file.name, file.text);
  };
  if (view.failure !== null) {
    return <Trouble kind="bug" lines={[view.failure.message]} journal={view.failure.journal} onLeave={leave} />;
  }
  if (view.phase === 'over' && observation.result !== null) {
    return (
      <Debriefing
        scenario={scenario}
        result={observation.result}
        holders={observation.holders}
        affairs={observation.affairs}
        onReplay={() => goTo({ kind: 'replay', id: view.id, position: 0 })}
        onSave={save}
        onAgain={() => goTo({ kind: 'setup', scenario: scenario.id })}
        onLeave={leave}
      />
    );
  }
  const isCurtain = view.phase === 'handover';
  const reading = book.value?.place;
  return (
    <>
      <div class="board" inert={isCurtain || reading !== undefined}>
        <BattleScreen controller={controller} onLeave={leave} onSaveJournal={save} />
      </div>
      {isCurtain && view.next !== null && (
        <Handover
          next={view.next}
          turn={observation.turn}
          hour={clockText(observation.minute)}
          onSit={() => session.takeSeat()}
        />
      )}
      {reading !== undefined && (
        <Rulebook
          {...reading}
          over={controller.shown.value.light}
          onClose={() => goTo({ kind: 'battle', id: view.id })}
        />
      )}
    </>
  );
}

/** A new place in the address; the screen follows it. */
function goTo(place: Place): void {
  clearTimeout(resting);
  const hash = formatPlace(place);
  if (location.hash === hash || (hash === '#' && location.hash === '')) void open(place);
  else location.hash = hash;
}

/** The address changes, the screen stays. */
function showPlace(place: Place): void {
  clearTimeout(resting);
  history.replaceState(null, '', formatPlace(place));
}

/** Browsers refuse an address that changes hundreds of times in half a minute, as one would under a dragged scrubber. */
const REST_MILLISECONDS = 250;
let resting: ReturnType<typeof setTimeout> | undefined;

/** The address changes once the place is no longer changing. */
function showPlaceAtRest(place: Place): void {
  clearTimeout(resting);
  resting = setTimeout(() => showPlace(place), REST_MILLISECONDS);
}

async function begin(): Promise<void> {
  const asked = findStart(location.search);
  if (asked === undefined) return open(parsePlace(location.hash));
  // The query has done its work; left in the address it would begin another battle at every reload.
  history.replaceState(null, '', location.pathname);
  if (!SCENARIO_IDS.includes(asked.scenario)) {
    return showTrouble('problem', [text('ui.trouble.noBattle', { battle: asked.scenario })], null);
  }
  await start(scenarioById(asked.scenario), { seed: asked.seed ?? newSeed(), players: asked.players, choices: {} });
}

async function start(scenario: Scenario, choice: SetupChoice): Promise<void> {
  screen.value = { kind: 'waiting' };
  try {
    const session = await startSession({ scenario, ...choice, store });
    showBattle(session);
  } catch (error) {
    showTrouble('bug', [messageOf(error)], null);
  }
}

function showBattle(session: Session): void {
  leaveBattle();
  showPlace({ kind: 'battle', id: session.view.peek().id });
  document.title = battleTitle(session);
  screen.value = { kind: 'battle', controller: createController(session) };
}

const battleTitle = (session: Session): string => `${session.view.peek().scenario.names.en} — ${text('ui.title.name')}`;

/** The battle on the screen is saved already; closing it only stops the computer's thinking. */
function leaveBattle(): void {
  const now = screen.peek();
  if (now.kind !== 'battle') return;
  now.controller.close();
  now.controller.session.close();
}

async function open(place: Place): Promise<void> {
  clearTimeout(resting);
  if (isBeside(place)) return undefined;
  leaveBattle();
  switch (place.kind) {
    case 'title':
      screen.value = { kind: 'title' };
      return undefined;
    case 'setup':
      screen.value = SCENARIO_IDS.includes(place.scenario)
        ? { kind: 'setup', scenario: scenarioById(place.scenario), seed: newSeed() }
        : { kind: 'title' };
      return undefined;
    case 'battle':
      return resume(place.id);
    case 'replay':
      return openFilm(place.id, place.position);
    case 'rules':
      screen.value = { kind: 'rules', place };
      return undefined;
  }
}

/**
 * Whether the place is reached without leaving the battle on the screen: the rulebook is laid over it, and taken away
 * again. So a link, the way back of the browser and the keys all come back to the battle as it stands.
 */
function isBeside(place: Place): boolean {
  const now = screen.peek();
  const open = book.peek();
  if (now.kind === 'battle' && place.kind === 'rules' && isBoardShown(now.controller)) {
    book.value = { place, opener: open === null ? document.activeElement : open.opener };
    return true;
  }
  book.value = null;
  if (now.kind !== 'battle' || place.kind !== 'battle' || now.controller.session.view.peek().id !== place.id)
    return false;
  document.title = battleTitle(now.controller.session);
  // The board takes the focus again only once it has been drawn without the book.
  const opener = open?.opener;
  if (opener instanceof HTMLElement) requestAnimationFrame(() => opener.focus());
  return true;
}

/** A battle that is over, or broken, has given way to a page that has room for no book. */
function isBoardShown({ session }: Controller): boolean {
  const { phase, failure } = session.view.peek();
  return phase !== 'over' && failure === null;
}

async function resume(id: string): Promise<void> {
  screen.value = { kind: 'waiting' };
  try {
    showBattle(await resumeSession({ id, store }));
  } catch (error) {
    const record = await store.load(id);
    showTrouble('problem', [messageOf(error)], record?.journal ?? null);
  }
}

async function openFilm(id: string, position: number): Promise<void> {
  screen.value = { kind: 'waiting' };
  const record = await store.load(id);
  if (record === undefined) return showTrouble('problem', [text('ui.trouble.noSaved')], null);
  const ledger = rebuildLedger(id, record.journal);
  if (ledger.kind === 'refused') return showTrouble('problem', ledger.problems.map(problemText), record.journal);
  const { scenario, players, state } = ledger.value.battle;
  const onlookers = listOnlookers(scenario, players);
  // While people still play, a film would tell by its very length what the other side did unseen.
  if (state.result === null && Object.values(players).includes('person'))
    return showTrouble('problem', [text('ui.replay.notYet')], record.journal);
  const own = onlookers[0] ?? scenario.order[0];
  screen.value = { kind: 'replay', id, film: filmOf(ledger.value), own, position };
}

async function importFile(file: File): Promise<void> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const imported = await importBattle(store, file.name, bytes);
  if (imported.kind === 'refused') showTrouble('problem', imported.problems.map(problemText), null);
  else goTo({ kind: 'battle', id: imported.value });
}

function onBug(event: ErrorEvent | PromiseRejectionEvent): void {
  const message = event instanceof ErrorEvent ? event.message : messageOf(event.reason);
  // Browsers report this about layout, and nothing is lost by it.
  if (message.includes('ResizeObserver')) return;
  const now = screen.peek();
  showTrouble('bug', [message], now.kind === 'battle' ? formatJournal(now.controller.session.journal()) : null);
}

function showTrouble(trouble: TroubleProps['kind'], lines: readonly string[], journal: string | null): void {
  book.value = null;
  leaveBattle();
  screen.value = { kind: 'trouble', trouble, lines, journal };
}

const problemText = (problem: Problem): string =>
  text('ui.trouble.problem', {
    place: problem.path === '' ? problem.file : `${problem.file}, ${problem.path}`,
    found: problem.found,
    expected: problem.expected,
  });

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** A seed one can read out: two words would need a list, six figures do not. */
function newSeed(): string {
  const [number = 0] = crypto.getRandomValues(new Uint32Array(1));
  return String(number % 1_000_000).padStart(6, '0');
}
