/** Markdown as page elements, token by token, so that nothing written in a text can become anything but words. */
import { lexer, type Token, type Tokens } from 'marked';
import type { ComponentChildren } from 'preact';
import { slugOf } from '../../battle/rulebook/chapter.ts';

export interface MarkdownProps {
  readonly text: string;
  /** Address of what a link names. */
  readonly addressOf: (to: string) => string;
}

export const Markdown = ({ text, addressOf }: MarkdownProps) => <>{drawAll(lexer(text), addressOf)}</>;

type Draw = MarkdownProps['addressOf'];

const drawAll = (tokens: readonly Token[] | undefined, addressOf: Draw): ComponentChildren =>
  (tokens ?? []).map((token) => draw(token, addressOf));

/** Id of the element that a heading of this address becomes. */
export const sectionId = (slug: string): string => `rule-${slug}`;

function draw(token: Token, addressOf: Draw): ComponentChildren {
  const inner = (): ComponentChildren => drawAll('tokens' in token ? token.tokens : undefined, addressOf);
  switch (token.type) {
    case 'heading':
      return heading(token as Tokens.Heading, inner());
    case 'paragraph':
      return <p>{inner()}</p>;
    case 'list':
      return list(token as Tokens.List, addressOf);
    case 'strong':
      return <strong>{inner()}</strong>;
    case 'em':
      return <em>{inner()}</em>;
    case 'link':
      return <a href={addressOf((token as Tokens.Link).href)}>{inner()}</a>;
    case 'codespan':
      return <kbd>{(token as Tokens.Codespan).text}</kbd>;
    case 'space':
      return null;
    case 'text':
    case 'escape':
      return 'tokens' in token && token.tokens !== undefined ? inner() : (token as Tokens.Text).text;
    default:
      return token.raw;
  }
}

/** The screen has the book's name above the chapter's, so headings in a chapter are one level lower than written. */
function heading({ depth, text }: Tokens.Heading, words: ComponentChildren) {
  const id = sectionId(slugOf(text));
  return depth === 2 ? (
    <h3 id={id} tabIndex={-1}>
      {words}
    </h3>
  ) : (
    <h4 id={id} tabIndex={-1}>
      {words}
    </h4>
  );
}

function list({ ordered, items }: Tokens.List, addressOf: Draw) {
  const points = items.map((item) => <li key={item.raw}>{drawAll(item.tokens, addressOf)}</li>);
  return ordered ? <ol>{points}</ol> : <ul>{points}</ul>;
}
