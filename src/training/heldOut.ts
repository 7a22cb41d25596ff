/**
 * The library with a mention model that has not seen the text: `foldOf` says which of the models that
 * `command/folds.ts` trains did without it. The scoreboard takes this module in place of the library:
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
export const foldFile = (folder: string, fold: number): string => join(folder, `mention-${fold}.bin`);

/** An extractor that reads a text with the model that did without it. */
export function heldOut(folder: string): Extractor {
  const extractors = Array.from({ length: FOLDS }, (_, fold) => {
    const assets: Assets = (name) =>
      name === 'model/mention.bin' ? readFileSync(foldFile(folder, fold)) : packageAssets(name);
    return extractorsWith(assets)();
  });
  return (text, options) => extractors[foldOf(text)](text, options);
}

let extractor: Extractor | undefined;
export function extract(text: string, options?: ExtractOptions): Document {
  extractor ??= heldOut(process.env.SITREP_FOLDS ?? '/tmp/folds');
  return extractor(text, options);
}
