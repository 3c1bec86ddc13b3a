/** Flights fly a type there is, and are told off for what it can do. */
import type { AirTask } from '../../model/flight.ts';
import type { AircraftType } from '../../model/aircraft.ts';
import { isFighter } from '../../rules/air/flights.ts';
import type { Draft, Fault } from '../draft.ts';
import { describeFound } from '../problem.ts';

/** What a type must have for a task. */
const NEEDS: Readonly<
  Record<AirTask, readonly [expected: string, holds: (type: AircraftType, kg: number) => boolean]>
> = {
  bomb: ['a type that carries bombs', (_, kg) => kg > 0],
  strafe: ['a type with guns', ({ guns }) => guns.length > 0],
  reconnoitre: ['any type', () => true],
  cover: ['fighters', isFighter],
};

export function listWrongFlights({ air, aircraft }: Draft): Fault[] {
  if (aircraft === undefined) return [];
  return air.flatMap(({ path, value }): Fault[] => {
    const type = aircraft.get(value.aircraft);
    if (type === undefined)
      return [{ path: `${path}.aircraft`, found: describeFound(value.aircraft), expected: 'the id of an aircraft' }];
    return value.tasks.flatMap((task, place): Fault[] => {
      const [expected, holds] = NEEDS[task];
      return holds(type, value.bombKg ?? type.bombKg)
        ? []
        : [{ path: `${path}.tasks[${place}]`, found: describeFound(task), expected: `${expected} for this task` }];
    });
  });
}
