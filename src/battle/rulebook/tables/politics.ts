/** The table of the chapter on politics. */
import { INCIDENT_CAUSES } from '../../../model/affair.ts';
import { INCIDENT_COSTS } from '../../../rules/affairs/incidents.ts';
import { nameOf } from '../../wording.ts';
import type { Table } from '../table.ts';

/** What each step of an incident costs where a battle says nothing else. */
export const incidentCosts = (): Table => ({
  rows: INCIDENT_CAUSES.flatMap((cause) =>
    cause === 'event' ? [] : [[nameOf('incident', cause), INCIDENT_COSTS[cause]]],
  ),
});
