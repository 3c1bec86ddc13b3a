/** Example of chapter 16: a river bridged, and what shells would do to the bridge. */
import bridgingFile from '../../../../scenarios/equipment/bridging.json' with { type: 'json' };
import { present } from '../../../model/assert.ts';
import { BREAK_KG, breakChance, fallChance } from '../../../rules/bridges.ts';
import type { Figures } from '../chapter.ts';

const WIDTH = 70;
const MEN = 370;
const KG = 75;

export function engineers(): Figures {
  const set = present(bridgingFile.bridging[0], 'means of bridging');
  const rate = (set.men * set.buildHours) / set.lengthMetres;
  const hands = Math.min(MEN, set.men);
  const breaks = KG / BREAK_KG.pontoon;
  return {
    width: WIDTH,
    men: MEN,
    setMen: set.men,
    setMetres: set.lengthMetres,
    setHours: set.buildHours,
    rate,
    manHours: rate * WIDTH,
    hands,
    hours: (rate * WIDTH) / hands,
    kg: KG,
    breaks,
    hit: breakChance(breaks),
    down: fallChance(breaks),
  };
}
