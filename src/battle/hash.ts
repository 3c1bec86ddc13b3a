/** The fingerprint of a state: the same on every machine for the same battle, different after any difference. */
import { canonicalJson, fingerprint } from '../model/fingerprint.ts';
import type { BattleState } from '../model/state.ts';

/** 16 hex digits. */
export const hashState = (state: BattleState): string => fingerprint(canonicalJson(state));
