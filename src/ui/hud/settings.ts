/** The settings of this page: one keeper for every panel that reads or changes them. */
import { signal } from '@preact/signals';
import { openSettings } from '../session/settings.ts';

const notebook = findNotebook();
const keeper = openSettings(notebook);
const QUICK_KEY = 'undeclared-war/quick-orders';

export const settings = keeper.settings;
export const changeSettings = keeper.change;

/** One press gives a march order, without the second that confirms it. */
export const quickOrders = signal(notebook?.getItem(QUICK_KEY) === 'yes');

export function changeQuickOrders(wanted: 'yes' | 'no'): void {
  quickOrders.value = wanted === 'yes';
  try {
    notebook?.setItem(QUICK_KEY, wanted);
  } catch {
    // Full or forbidden: it holds for this visit.
  }
}

/** Whether things should stand still: as set, else as the system asks. */
export function isMotionReduced(): boolean {
  const { motion } = settings.value;
  if (motion !== 'system') return motion === 'reduced';
  return globalThis.matchMedia?.('(prefers-reduced-motion: reduce)').matches ?? false;
}

function findNotebook(): Storage | undefined {
  try {
    return globalThis.localStorage;
  } catch {
    return undefined;
  }
}
