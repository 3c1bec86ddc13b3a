/** What engineers carry to build with. Nothing for those who carry nothing. */
import type { Scenario } from '../../model/scenario.ts';
import type { Unit } from '../../model/unit.ts';
import { Fact } from './parts.tsx';
import { text } from './text.ts';

export function EngineerFacts({ scenario, unit }: { readonly scenario: Scenario; readonly unit: Unit }) {
  const { stores } = unit;
  if (stores === undefined) return null;
  const { bridging, wireMetres = 0, mines = 0, chargesKg = 0, timberCubicMetres = 0, emptyBottles = 0 } = stores;
  const name = bridging === undefined ? '' : (scenario.bridging.get(bridging.type)?.names.en ?? '');
  return (
    <>
      {bridging !== undefined && bridging.metres > 0 && (
        <Fact name={text('ui.stores.bridging')}>{text('ui.stores.bridge', { metres: bridging.metres, name })}</Fact>
      )}
      {wireMetres > 0 && <Fact name={text('ui.stores.wire')}>{text('ui.stores.metres', { metres: wireMetres })}</Fact>}
      {mines > 0 && <Fact name={text('ui.stores.mines')}>{mines}</Fact>}
      {chargesKg > 0 && (
        <Fact name={text('ui.stores.explosive')}>{text('ui.stores.kilograms', { kg: chargesKg })}</Fact>
      )}
      {timberCubicMetres > 0 && (
        <Fact name={text('ui.stores.timber')}>{text('ui.stores.cubicMetres', { metres: timberCubicMetres })}</Fact>
      )}
      {emptyBottles > 0 && <Fact name={text('ui.stores.emptyBottles')}>{emptyBottles}</Fact>}
    </>
  );
}
