/** Feasts and holidays by name; their dates are computed for the year that is named or at hand. */
import type { Rule } from '../rule.ts';

export const HOLIDAY: readonly Rule[] = [];
