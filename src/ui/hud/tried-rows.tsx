/** What came of giving an order many times over in the battle one believes in: losses and what may go wrong. */
import type { Spread, Tried } from '../../model/forecast.ts';
import { percentText } from './describe.ts';
import { Bar } from './parts.tsx';
import { SpreadRow } from './spread-row.tsx';
import { text, type TextKey } from './text.ts';

/** For what is told elsewhere on the card. */
export const NOTHING: Spread = { low: 0, mean: 0, high: 0 };

/** Of losses in so few of the tries nobody needs to be told. */
const RARE = 0.005;

// biome-ignore format: a table
const CHANCES: readonly (readonly [TextKey, keyof Tried & `${string}Chance`])[] = [
  ['ui.forecast.halted', 'haltedChance'],
  ['ui.forecast.ownWavers', 'ownWaversChance'],
  ['ui.forecast.rallies', 'ralliesChance'],
];

const isTold = (spread: Spread): boolean => spread.mean > RARE;

/** Whether anything strayed in the tries. */
export const isLeftToChance = (tried: Tried): boolean =>
  [tried.ownMen, tried.enemyMen, tried.ownVehicles].some(isTold) || CHANCES.some(([, chance]) => tried[chance] > 0);

export function TriedRows({ tried }: { readonly tried: Tried }) {
  if (!isLeftToChance(tried)) return null;
  return (
    <div class="tried" role="group" aria-label={text('ui.forecast.tried', { count: tried.count })}>
      {isTold(tried.ownMen) && (
        <SpreadRow label={text('ui.forecast.ownMen')} spread={tried.ownMen} unit={text('ui.men.word')} />
      )}
      {isTold(tried.ownVehicles) && (
        <SpreadRow label={text('ui.forecast.ownVehicles')} spread={tried.ownVehicles} unit={text('ui.vehicles.word')} />
      )}
      {isTold(tried.enemyMen) && (
        <SpreadRow label={text('ui.forecast.enemyMen')} spread={tried.enemyMen} unit={text('ui.men.word')} />
      )}
      {CHANCES.map(([label, chance]) =>
        tried[chance] > 0 ? (
          <Bar key={label} label={text(label)} share={tried[chance]} words={percentText(tried[chance])} />
        ) : null,
      )}
      <p class="quiet">{text('ui.forecast.tried', { count: tried.count })}</p>
    </div>
  );
}
