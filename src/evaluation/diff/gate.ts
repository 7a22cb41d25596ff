/** Whether a diff is within limits: the gate of a CI run. */
import { DIFF_LAYERS, type DiffLayer } from './change.ts';
import type { DiffReport } from './diff.ts';

/** At most so many, or so many percent of what was there before. */
export type Limit = { readonly most: number } | { readonly percent: number };
/** By layer; what isn't named has no limit. */
export type LayerLimits = Readonly<Partial<Record<DiffLayer, Limit>>>;

export interface Limits {
  /** Nothing may be lost when left out. */
  readonly lost?: LayerLimits;
  readonly changed?: LayerLimits;
  readonly gained?: LayerLimits;
}

/** A limit that was broken. */
export interface Breach {
  readonly layer: DiffLayer | 'documents';
  readonly what: 'lost' | 'changed' | 'gained';
  readonly count: number;
  readonly limit: number;
}

/** The same limit for each layer. */
export const forEachLayer = (limit: Limit): LayerLimits =>
  Object.fromEntries(DIFF_LAYERS.map((layer) => [layer, limit]));

const NOTHING_LOST = forEachLayer({ most: 0 });

/** @returns what broke its limit; empty when the gate is passed. A lost document, and one with another text, never pass. */
export function gate(report: DiffReport, limits: Limits = {}): Breach[] {
  const { lost = NOTHING_LOST, changed = {}, gained = {} } = limits;
  const breaches: Breach[] = [];
  if (report.lost.length) breaches.push({ layer: 'documents', what: 'lost', count: report.lost.length, limit: 0 });
  if (report.otherTexts.length)
    breaches.push({ layer: 'documents', what: 'changed', count: report.otherTexts.length, limit: 0 });
  for (const [what, byLayer] of Object.entries({ lost, changed, gained }) as ['lost', LayerLimits][])
    for (const layer of DIFF_LAYERS) {
      const allowed = byLayer[layer];
      if (!allowed) continue;
      const { [what]: count, before } = report.layers[layer];
      const limit = 'most' in allowed ? allowed.most : Math.floor((allowed.percent / 100) * before);
      if (count > limit) breaches.push({ layer, what, count, limit });
    }
  return breaches;
}
