/** A task: what a unit is for until further notice, and the hex it is about. */
import type { HexIndex } from '../../hex/grid.ts';
import type { UnitId } from '../../model/unit.ts';
import type { TaskKind } from '../explain/reason.ts';

export interface Task {
  readonly unit: UnitId;
  readonly kind: TaskKind;
  readonly hex: HexIndex;
}
