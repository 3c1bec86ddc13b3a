/**
 * The text of a map file: one row of hexes, hexside, place or outline a line, so that a change of the ground reads well
 * in a comparison of two versions. Reading is left to map-file.ts.
 */
import type { MapFile } from './map-schema.ts';

export function formatMapFile(file: MapFile): string {
  const lines = Object.entries(file).map(([key, value]) => `  ${JSON.stringify(key)}: ${formatPart(key, value)}`);
  return `{\n${lines.join(',\n')}\n}\n`;
}

function formatPart(key: string, value: unknown): string {
  if (Array.isArray(value)) return formatList(value, '  ');
  if (key === 'regions') return formatMembers(value as MapFile['regions'], formatRegion);
  if (key === 'relief')
    return formatMembers(value as MapFile['relief'], (part) =>
      Array.isArray(part) ? formatList(part, '    ') : inline(part),
    );
  return inline(value);
}

function formatMembers<T>(members: Readonly<Record<string, T>>, format: (member: T) => string): string {
  const lines = Object.entries(members).map(([key, member]) => `    ${JSON.stringify(key)}: ${format(member)}`);
  return `{\n${lines.join(',\n')}\n  }`;
}

/** A region's hexes, those of one row on a line. */
function formatRegion(hexes: readonly (readonly [number, number])[]): string {
  const lines: string[] = [];
  for (const [index, hex] of hexes.entries()) {
    if (index > 0 && hexes[index - 1]?.[1] === hex[1]) lines.push(`${lines.pop() ?? ''}, ${inline(hex)}`);
    else lines.push(inline(hex));
  }
  return lines.length === 0 ? '[]' : `[\n${lines.map((line) => `      ${line}`).join(',\n')}\n    ]`;
}

function formatList(entries: readonly unknown[], indent: string): string {
  if (entries.length === 0) return '[]';
  return `[\n${entries.map((entry) => `${indent}  ${inline(entry)}`).join(',\n')}\n${indent}]`;
}

/** JSON on one line, with a space after commas and colons. */
function inline(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inline).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).map(([key, member]) => `${JSON.stringify(key)}: ${inline(member)}`);
  return `{${members.join(', ')}}`;
}
