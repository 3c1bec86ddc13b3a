/**
 * What the screen says: every sentence of the panels comes out of the message catalogue under a key that begins with
 * `ui.`. Sentences about the battle itself (refusals, events) are worded by battle/wording.ts from the same catalogue.
 */
import catalogue from '../../../assets/text/en.json' with { type: 'json' };

export type TextKey = Extract<keyof typeof catalogue, `ui.${string}`>;
export type TextValues = Readonly<Record<string, string | number>>;

/** The sentence under a key, its `{names}` filled in. */
export function text(key: TextKey, values: TextValues = {}): string {
  return catalogue[key].replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

type CountedKey = { [K in TextKey]: K extends `${infer Stem}.one` ? Stem : never }[TextKey];

/** The sentence for a number of things: `stem.one` for 1, else `stem.other`; `{count}` is the number. */
export function countText(stem: CountedKey, count: number, values: TextValues = {}): string {
  const sentence = count === 1 ? catalogue[`${stem}.one` as TextKey] : catalogue[`${stem}.other` as TextKey];
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) =>
    name === 'count' ? String(count) : String(values[name] ?? whole),
  );
}
