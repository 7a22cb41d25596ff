/** Compiles a configuration once, and runs the pipeline over texts. */
import { assemble } from './document/assemble.ts';
import type { Assets } from './document/assets.ts';
import { emptyLayers, type LayerName, type Layers } from './document/layers.ts';
import type { Document } from './document/schema.ts';
import { checkInput, type ExtractOptions, type ExtractorOptions, settingsOf } from './options.ts';

/**
 * Turns a text into a document. Synchronous and deterministic; any string will do, however odd.
 * @param text a news article's raw text
 * @throws TypeError when `text` is no string, or an option is not what it should be; the message names it
 */
export type Extractor = (text: string, options?: ExtractOptions) => Document;

/** `createExtractor` for a host that has these data files. */
export const extractorsWith =
  (assets: Assets) =>
  (options?: ExtractorOptions): Extractor => {
    const { settings, stages } = settingsOf(options, assets);
    let runs: ((layers: Layers) => Partial<Pick<Layers, LayerName | 'diagnostics'>>)[] | undefined;
    return Object.freeze((text: string, given?: ExtractOptions) => {
      const input = checkInput(text, given);
      runs ??= stages.map((stage) => stage.prepare(settings));
      // one record for the text, to which each stage's layers are added: a stage keeps nothing of what it is given
      const layers: { -readonly [K in keyof Layers]: Layers[K] } = emptyLayers(input.text, input.date, input.source);
      let { diagnostics } = input;
      for (const run of runs) {
        const added = run(layers);
        Object.assign(layers, added);
        if (added.diagnostics?.length) diagnostics = [...diagnostics, ...added.diagnostics];
      }
      layers.diagnostics = diagnostics;
      return assemble(layers);
    });
  };
