/** A quantity that may stray, as a bar and in figures. */
import type { Spread } from '../../model/forecast.ts';
import { text } from './text.ts';

/** A spread drawn from its tenth to its nine tenths with a stroke at the mean, and told in figures. */
export function SpreadRow({
  label,
  spread,
  unit,
}: {
  readonly label: string;
  readonly spread: Spread;
  readonly unit: string;
}) {
  const most = Math.max(10, spread.high * 1.25);
  const at = (value: number): string => `${(100 * Math.max(0, value)) / most}%`;
  return (
    <div class="bar spread">
      <span class="bar-label">{label}</span>
      <span class="bar-track" aria-hidden="true">
        <span class="spread-range" style={{ left: at(spread.low), right: `calc(100% - ${at(spread.high)})` }} />
        <span class="spread-mean" style={{ left: at(spread.mean) }} />
      </span>
      <span class="bar-words">
        {spreadText(spread)} {unit}
      </span>
    </div>
  );
}

function spreadText({ low, mean, high }: Spread): string {
  const round = (value: number): string =>
    mean < 10 ? String(Math.round(value * 10) / 10) : String(Math.round(value));
  return Math.round(low) === Math.round(high)
    ? round(mean)
    : text('ui.forecast.spread', { low: Math.round(low), mean: round(mean), high: Math.round(high) });
}
