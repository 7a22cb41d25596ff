/** Compiles a configuration once, and runs the pipeline over texts. */
import { assemble } from './document/assemble.ts';
import type { Assets } from './document/assets.ts';
import { emptyLayers, type LayerName, type Layers } from './document/layers.ts';
import type { Document } from './document/schema.ts';
import type { Settings } from './document/settings.ts';
import { PIPELINE } from './pipeline.ts';

export interface ExtractOptions {
  readonly date?: string;
  readonly source?: string;
}
export type Extractor = (text: string, options?: ExtractOptions) => Document;

export function createExtractorWith(assets: Assets): Extractor {
  const settings: Settings = {
    assets,
    dateOrder: 'mdy',
    lexicon: [],
    entityTypes: [],
    relationTypes: [],
    eventTypes: [],
  };
  let runs: ((layers: Layers) => Partial<Pick<Layers, LayerName>>)[] | undefined;
  return (text, options = {}) => {
    runs ??= PIPELINE.map((stage) => stage.prepare(settings));
    let layers = emptyLayers(text, options.date ?? null, options.source ?? null);
    for (const run of runs) layers = { ...layers, ...run(layers) };
    return assemble(layers);
  };
}
