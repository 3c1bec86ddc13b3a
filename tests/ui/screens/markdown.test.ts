/** Markdown becomes elements by its tokens; what is no mark of Markdown stays words. */
import { type ComponentChildren, isValidElement } from 'preact';
import { expect, test } from 'vitest';
import { Markdown } from '../../../src/ui/screens/markdown.tsx';

/** Elements as text: `<p>words</p>`, attributes of links and headings kept; a `<` among words is printed `‹`. */
function printed(node: ComponentChildren): string {
  if (Array.isArray(node)) return node.map(printed).join('');
  if (!isValidElement(node)) return typeof node === 'string' ? node.replaceAll('<', '‹') : '';
  const { children, ...rest } = node.props as { children?: ComponentChildren };
  if (typeof node.type !== 'string') return printed(children);
  const said = Object.entries(rest).flatMap(([name, value]) =>
    name === 'tabIndex' ? [] : [` ${name}=${String(value)}`],
  );
  return `<${node.type}${said.join('')}>${printed(children)}</${node.type}>`;
}

const show = (text: string): string => printed(Markdown({ text, addressOf: (to) => `#rules/${to}` }));

test.each([
  ['Men & *guns* of **iron**.', '<p>Men & <em>guns</em> of <strong>iron</strong>.</p>'],
  ['## By night', '<h3 id=rule-by-night>By night</h3>'],
  ['### How far', '<h4 id=rule-how-far>How far</h4>'],
  ['See [the *dark*](sight).', '<p>See <a href=#rules/sight>the <em>dark</em></a>.</p>'],
  ['1. one\n2. **two**', '<ol><li>one</li><li><strong>two</strong></li></ol>'],
  ['- a\n- b', '<ul><li>a</li><li>b</li></ul>'],
  ['It’s 3 < 4 and “so” on', '<p>It’s 3 ‹ 4 and “so” on</p>'],
])('%j', (text, wanted) => {
  expect(show(text)).toBe(wanted);
});

test('a tag in a text is only words', () => {
  expect(show('A <img src=x onerror=alert(1)> here')).toBe('<p>A ‹img src=x onerror=alert(1)> here</p>');
  expect(show('<script>x</script>')).toBe('‹script>x‹/script>');
});
