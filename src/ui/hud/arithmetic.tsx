/**
 * The arithmetic of a result, unfolded: every factor by name with its multiplier, in the order in which it applies, and
 * below them what was left to chance, how likely it was and what came of it.
 */
import { drawText } from '../../battle/draw-wording.ts';
import type { Draw } from '../../model/chance.ts';
import type { Factor } from '../../model/factor.ts';
import { Disclosure } from './parts.tsx';
import { text } from './text.ts';

export interface ArithmeticProps {
  readonly factors: readonly Factor[];
  readonly draws?: readonly Draw[] | undefined;
}

export function Arithmetic({ factors, draws = [] }: ArithmeticProps) {
  if (factors.length === 0 && draws.length === 0) return null;
  return (
    <Disclosure summary={text('ui.arithmetic.show')}>
      {factors.length > 0 && <Factors factors={factors} />}
      {draws.length > 0 && (
        <ul class="dice" aria-label={text('ui.arithmetic.dice')}>
          {draws.map((draw, index) => (
            <li key={index}>{drawText(draw)}</li>
          ))}
        </ul>
      )}
    </Disclosure>
  );
}

function Factors({ factors }: { readonly factors: readonly Factor[] }) {
  const product = factors.reduce((whole, factor) => whole * factor.value, 1);
  return (
    <table class="arithmetic">
      <caption class="hidden-words">{text('ui.arithmetic.caption')}</caption>
      <thead>
        <tr>
          <th scope="col">{text('ui.arithmetic.factor')}</th>
          <th scope="col">{text('ui.arithmetic.of')}</th>
          <th scope="col">{text('ui.arithmetic.multiplier')}</th>
        </tr>
      </thead>
      <tbody>
        {factors.map((factor, index) => (
          <tr key={index}>
            <th scope="row">{text(`ui.factor.${factor.name}`)}</th>
            <td>{text(`ui.owner.${factor.owner}`)}</td>
            <td class="number">× {multiplierText(factor.value)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" colSpan={2}>
            {text('ui.arithmetic.together')}
          </th>
          <td class="number">× {multiplierText(product)}</td>
        </tr>
      </tfoot>
    </table>
  );
}

/** Two places, or as many as a small number needs to be told from nothing. */
function multiplierText(value: number): string {
  return value !== 0 && Math.abs(value) < 0.1 ? value.toPrecision(2) : value.toFixed(2);
}
