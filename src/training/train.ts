/** Trains models and writes them with their cards: what `sitrep train` and `npm run train` do. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageAssets } from '../assets.ts';
import { card } from './card.ts';
import { clusters } from './clusters.ts';
import { coreference } from './coreference.ts';
import { lemma } from './lemma.ts';
import { mention } from './mentionModel.ts';
import { parser } from './parser.ts';
import { tagger } from './tagger.ts';
import type { Training } from './training.ts';

/** In the order in which they need each other. */
const TRAININGS: readonly Training[] = [clusters, tagger, lemma, parser, mention, coreference];
export const MODELS: readonly string[] = TRAININGS.map((t) => t.name);

export interface TrainRequest {
  /** One of `MODELS`, or "all". */
  readonly model: string;
  /** Folder of treebanks and names corpora. */
  readonly data: string;
  /** Annotated articles for the mention tagger. */
  readonly gold: readonly string[];
  /** Where models and cards are written; models that are there already are the ones that later ones build on. */
  readonly out: string;
  /** The date for the card. */
  readonly date: string;
  /** Train on GUM's development part too, for the models that are shipped. */
  readonly everything: boolean;
}

/** @param log takes progress, a line at a time. @throws SyntaxError for data that can't be read, with file and place */
export function train(request: TrainRequest, log: (line: string) => void): void {
  const { model, data, gold, out, date, everything } = request;
  mkdirSync(out, { recursive: true });
  for (const training of TRAININGS.filter(({ name }) => model === 'all' || model === name)) {
    const { bytes, scores } = training.run({
      data,
      everything,
      gold,
      models: (file) => (existsSync(join(out, file)) ? readFileSync(join(out, file)) : packageAssets(`model/${file}`)),
      log: (line) => log(`${training.name}: ${line}`),
    });
    writeFileSync(join(out, training.file), bytes);
    const command = `sitrep train ${training.name}${everything ? ' --everything' : ''}${gold.map((f) => ` --gold ${f}`).join('')}`;
    writeFileSync(
      join(out, training.file.replace(/\.bin$/, '.md')),
      card({ training, scores, bytes: bytes.length, command, date }),
    );
    log(`${training.name}: ${bytes.length} bytes`);
    for (const line of scores) log(`  ${line}`);
  }
}
