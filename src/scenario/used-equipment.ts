/**
 * Which rows of the tables of equipment a battle stands on: those its file names, and those these name. Only they are
 * part of a battle's fingerprint, so that a new weapon in the table does not make another battle of every old one.
 */

/** A row as read from JSON. */
interface Row {
  readonly id: string;
}

/** Rows named anywhere in the file, directly or through other rows, by id. */
export function listUsedRows(file: unknown, tables: readonly (readonly Row[])[]): readonly Row[] {
  const rows = tables.flat();
  const byId = new Map<string, Row[]>();
  for (const row of rows) byId.set(row.id, [...(byId.get(row.id) ?? []), row]);
  const used = new Set<Row>();
  const follow = (part: unknown): void => {
    for (const text of textsOf(part)) {
      for (const row of byId.get(text) ?? []) {
        if (used.has(row)) continue;
        used.add(row);
        follow(row);
      }
    }
  };
  follow(file);
  return rows.filter((row) => used.has(row)).sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}

/** Every text in what was read as JSON. */
function textsOf(part: unknown): readonly string[] {
  if (typeof part === 'string') return [part];
  if (typeof part !== 'object' || part === null) return [];
  return Object.values(part).flatMap(textsOf);
}
