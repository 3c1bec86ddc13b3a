/**
 * The JSON Schemas that editors read, made from the schemas the game checks by, so that the two cannot say different
 * things. They lie in scenarios/schemas; `npm run validate -- --schemas` writes them.
 */
import { toJsonSchema } from '@valibot/to-json-schema';
import type { GenericSchema } from 'valibot';
import { AircraftFileSchema } from '../scenario/aircraft-table.ts';
import { BridgingFileSchema } from '../scenario/bridging-table.ts';
import { ScenarioFileSchema } from '../scenario/scenario-file.ts';
import { VehiclesFileSchema } from '../scenario/vehicle-file.ts';
import { WeaponsFileSchema } from '../scenario/weapon-file.ts';

export interface SchemaDocument {
  /** Path from the game's folder. */
  readonly file: string;
  readonly text: string;
}

/** The schemas of scenarios and of equipment; that of maps is written with the maps. */
export function schemaDocuments(): SchemaDocument[] {
  return [
    schemaDocument('scenario', 'Scenario of Undeclared War', ScenarioFileSchema),
    schemaDocument('weapons', 'Weapons of Undeclared War', WeaponsFileSchema),
    schemaDocument('vehicles', 'Vehicles of Undeclared War', VehiclesFileSchema),
    schemaDocument('aircraft', 'Aircraft of Undeclared War', AircraftFileSchema),
    schemaDocument('bridging', 'Means of bridging of Undeclared War', BridgingFileSchema),
  ];
}

function schemaDocument(name: string, title: string, schema: GenericSchema): SchemaDocument {
  const document = { ...toJsonSchema(schema, { errorMode: 'ignore' }), title };
  return { file: `scenarios/schemas/${name}.schema.json`, text: `${JSON.stringify(document, undefined, 2)}\n` };
}
