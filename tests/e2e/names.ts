/** Which units a page names, seen or unseen, and which of them the side at the screen may know. */
import { expect, type Page } from '@playwright/test';
import { observe } from '../../src/battle/observe.ts';
import { openingState } from '../../src/battle/opening.ts';
import { shareOf } from '../../src/battle/share.ts';
import { opponentOf, type Side } from '../../src/model/side.ts';
import { type BattlePage, saveJournal } from './battle-page.ts';
import { namesOf, scenario } from './documents.ts';
import { filmOf } from './journals.ts';

/**
 * Enemy units are named on the page, and in what was read from it earlier, only when the side has identified them at
 * some time; the journal tells whom.
 */
export async function expectOnlyKnownNames(
  board: BattlePage,
  side: Side,
  ...earlier: readonly string[]
): Promise<void> {
  const words = [...earlier, await everythingOn(board.page)].join('\n');
  const film = filmOf(await saveJournal(board));
  const known = new Set(
    film.states.flatMap((state, place) => {
      const before = film.states[place - 1] ?? openingState(scenario, state.seed);
      // Some are recognised hand to hand and gone again within one order.
      const sighted = shareOf(scenario, before, film.events[place] ?? [], side).flatMap((seen) =>
        seen.kind === 'sighted' ? [seen.view] : [],
      );
      return [...sighted, ...observe(scenario, state, side).contacts].flatMap(({ unit }) => unit ?? []);
    }),
  );
  const allowed = scenario.cards.filter((card) => known.has(card.id)).map((card) => card.names.en);
  expect(listNamed(words, opponentOf(side)).filter((name) => !allowed.includes(name))).toEqual([]);
}

/** The whole document as text, with what stands in its fields. */
export const everythingOn = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const values = [...document.querySelectorAll('input, select, textarea')].map((field) =>
      'value' in field ? String(field.value) : '',
    );
    return [document.title, document.documentElement.outerHTML, ...values].join('\n');
  });

const plain = (words: string): string => words.replaceAll('&#39;', "'").replaceAll('&amp;', '&');

/** Names of a side's units that occur in the words, in the order of the cards. */
export const listNamed = (words: string, side: Side): readonly string[] =>
  namesOf(side).filter((name) => plain(words).includes(name));
