/** From the entries of a scenario's file to the options the game offers. */
import type { Change, ScenarioOption } from '../model/option.ts';
import type { UnitId } from '../model/unit.ts';
import { parseClockTime, startsOf } from './clock-time.ts';
import type { OptionEntry, ScenarioFile } from './scenario-file.ts';

type ChangeEntry = OptionEntry['changes'][number];
/** What an option's changes refer to. */
type Whole = Pick<ScenarioFile, 'clock' | 'units'>;

/** The option of an entry without faults. */
export const optionOf = (file: Whole, { changes, ...option }: OptionEntry): ScenarioOption => ({
  ...option,
  changes: changes.map((change) => changeOf(file, change)),
});

function changeOf({ clock, units }: Whole, change: ChangeEntry): Change {
  switch (change.kind) {
    case 'strength': {
      const { side, share } = change;
      const meant = change.units ?? units.filter((unit) => unit.side === side).map((unit) => unit.id);
      return { kind: 'strength', units: meant.map(idOf), ...(share === undefined ? {} : { share }) };
    }
    case 'only':
    case 'without':
    case 'arrival':
      return { ...change, units: change.units.map(idOf) };
    case 'clock':
      return { kind: 'clock', starts: startsOf(parseClockTime(change.start), clock.turnMinutes, clock.turns) };
    case 'weather':
      return { kind: 'weather', fromMinute: parseClockTime(change.from), weather: change.weather };
    case 'limit':
    case 'points':
      return change;
  }
}

const idOf = (id: string): UnitId => id as UnitId;
