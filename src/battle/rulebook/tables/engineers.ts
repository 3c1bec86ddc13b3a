/** Tables of engineers: what their works take, what bridges are made of, what mines do. */
import bridgingFile from '../../../../scenarios/equipment/bridging.json' with { type: 'json' };
import { ENGINEER_WORKS } from '../../../model/engineering.ts';
import { ENGINEER_WORK } from '../../../rules/engineers.ts';
import { MINE_HARM } from '../../../rules/mines.ts';
import { nameOf } from '../../wording.ts';
import type { Table } from '../table.ts';

/** Bridges take what their means take, and have a table of their own. */
export const engineerWorks = (): Table => ({
  rows: ENGINEER_WORKS.filter((work) => work !== 'bridge').map((work) => {
    const { manHours, per, hands, others, inTheDark } = ENGINEER_WORK[work];
    return [nameOf('work', work), manHours, nameOf('per', per), hands, others === 0 ? null : others, inTheDark];
  }),
});

export const bridging = (): Table => ({
  rows: bridgingFile.bridging.map(({ names, lengthMetres, loadTonnes, buildHours, men }) => [
    names.en,
    lengthMetres,
    loadTonnes,
    buildHours,
    men,
    Math.round((10 * men * buildHours) / lengthMetres) / 10,
  ]),
});

const TREADS = ['foot', 'horse', 'wheel', 'track'] as const;

export const mineHarm = (): Table => ({
  rows: TREADS.map((tread) => {
    const { sweptMetres, inATrack, lostMen } = MINE_HARM[tread];
    return [nameOf('tread', tread), sweptMetres, inATrack, lostMen];
  }),
});
