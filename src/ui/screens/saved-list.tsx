/** Battles kept in this browser, latest first. Deleting asks once, in place: it is the one thing here that loses something. */
import { useEffect, useState } from 'preact/hooks';
import { SIDES } from '../../model/side.ts';
import { sideName } from '../hud/describe.ts';
import { text } from '../hud/text.ts';
import { downloadText } from './download.ts';
import type { SavedBattle, SaveStore } from '../session/store.ts';

export interface SavedListProps {
  readonly store: SaveStore;
  readonly onContinue: (id: string) => void;
  readonly onReplay: (id: string) => void;
}

export function SavedList({ store, onContinue, onReplay }: SavedListProps) {
  const [saved, setSaved] = useState<readonly SavedBattle[] | null>(null);
  const [doomed, setDoomed] = useState<string | null>(null);
  useEffect(() => {
    let isHere = true;
    void store.list().then((found) => {
      if (isHere) setSaved(found);
    });
    return () => {
      isHere = false;
    };
  }, [store]);

  async function remove(id: string): Promise<void> {
    await store.remove(id);
    setDoomed(null);
    setSaved(await store.list());
  }
  async function exportBattle(id: string): Promise<void> {
    const record = await store.load(id);
    if (record !== undefined) downloadText(`${id}.json`, record.journal);
  }

  if (saved === null) return <p class="quiet">{text('ui.saved.looking')}</p>;
  if (saved.length === 0) return <p class="quiet">{text('ui.saved.none')}</p>;
  return (
    <ul class="saved">
      {saved.map((battle) => (
        <li key={battle.id}>
          <h3>{battle.names.en}</h3>
          <p class="quiet">
            {battle.over ? text('ui.saved.over') : text('ui.clock.turn', { turn: battle.turn, turns: battle.turns })} ·{' '}
            {playersText(battle)} · <time dateTime={battle.savedAt}>{savedText(battle.savedAt)}</time>
          </p>
          {doomed === battle.id ? (
            <div class="saved-buttons" role="group" aria-label={text('ui.saved.sure')}>
              <span>{text('ui.saved.sure')}</span>
              <button type="button" class="button button-danger" onClick={() => void remove(battle.id)}>
                {text('ui.saved.delete')}
              </button>
              <button type="button" class="button" onClick={() => setDoomed(null)}>
                {text('ui.saved.keep')}
              </button>
            </div>
          ) : (
            <div class="saved-buttons">
              <button type="button" class="button button-main" onClick={() => onContinue(battle.id)}>
                {text(battle.over ? 'ui.saved.result' : 'ui.saved.continue')}
              </button>
              {isOpenToAll(battle) && (
                <button type="button" class="button" onClick={() => onReplay(battle.id)}>
                  {text('ui.saved.replay')}
                </button>
              )}
              <button type="button" class="button" onClick={() => void exportBattle(battle.id)}>
                {text('ui.saved.export')}
              </button>
              <button type="button" class="button" onClick={() => setDoomed(battle.id)}>
                {text('ui.saved.delete')}
              </button>
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}

function playerName(player: string): string {
  switch (player) {
    case 'person':
    case 'ensign':
    case 'idle':
    case 'random':
      return text(`ui.player.${player}`);
    default:
      return player;
  }
}

const playersText = (battle: SavedBattle): string =>
  SIDES.map((side) => `${sideName(side)}: ${playerName(battle.players[side])}`).join(', ');

const savedText = (iso: string): string =>
  new Date(iso).toLocaleString('en-GB', { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' });

/** Whether a film of the battle tells nobody what he may not know: when it is over, or nobody at the screen fights it. */
const isOpenToAll = (battle: SavedBattle): boolean =>
  battle.over || (battle.players.soviet !== 'person' && battle.players.japanese !== 'person');
