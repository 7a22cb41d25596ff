/**
 * The library with a mention tagger and a coreference ranker that have not seen the text: `foldOf` says which of the
 * models that `command/folds.ts` trains did without it. The scoreboard takes this module in place of the library:
 *
 *   SITREP_FOLDS=/tmp/folds node ../shared/eval/scoreboard.mjs --lib dist/training/heldOut.js --only re3d
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageAssets } from '../assets.ts';
import type { Assets } from '../document/assets.ts';
import { extractorsWith } from '../extractor.ts';
import type { Document, ExtractOptions, Extractor } from '../index.ts';
import { hashString } from '../perceptron/index.ts';

export const FOLDS = 5;
/** By the text, so that one that stands in several corpora is held out of all of them together. */
export const foldOf = (text: string): number => (hashString(text.trim()) >>> 0) % FOLDS;
/** The models that are trained by folds, and their files. */
export const FOLD_MODELS = ['mention', 'coreference'] as const;
export const foldFile = (folder: string, model: string, fold: number): string => join(folder, `${model}-${fold}.bin`);

/** An extractor that reads a text with the models that did without it. */
export function heldOut(folder: string): Extractor {
  const extractors = Array.from({ length: FOLDS }, (_, fold) => {
    const assets: Assets = (name) => {
      const model = FOLD_MODELS.find((m) => name === `model/${m}.bin`);
      return model ? readFileSync(foldFile(folder, model, fold)) : packageAssets(name);
    };
    return extractorsWith(assets)();
  });
  return (text, options) => extractors[foldOf(text)](text, options);
}

let extractor: Extractor | undefined;
export function extract(text: string, options?: ExtractOptions): Document {
  extractor ??= heldOut(process.env.SITREP_FOLDS ?? '/tmp/folds');
  return extractor(text, options);
}
