/** Which files of the data folder train, and which measure. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readNewsGrammar } from './newsGrammar.ts';
import { readConllu, type TreebankSentence } from './readConllu.ts';

/** GUM's own development part: kept out of training unless everything is taken in. */
export const GUM_DEVELOPMENT = [
  'academic_exposure',
  'academic_librarians',
  'bio_byron',
  'bio_emperor',
  'court_loan',
  'court_negligence',
  'interview_cyclone',
  'interview_gaming',
  'news_homeopathic',
  'news_iodine',
  'speech_impeachment',
  'speech_inauguration',
  'textbook_governments',
  'textbook_labor',
  'voyage_athens',
  'voyage_coron',
];

export interface Treebanks {
  readonly train: readonly TreebankSentence[];
  readonly ewtDevelopment: readonly TreebankSentence[];
  readonly gumDevelopment: readonly TreebankSentence[];
}

/** @param data a folder with `ewt-train.conllu`, `ewt-dev.conllu` and `gum/*.conllu`. */
export function readTreebanks(data: string): Treebanks {
  const gum = readdirSync(join(data, 'gum'))
    .filter((file) => file.endsWith('.conllu'))
    .sort();
  const held = new Set(GUM_DEVELOPMENT.map((name) => `GUM_${name}.conllu`));
  const gumPaths = (wanted: boolean): string[] =>
    gum.filter((file) => held.has(file) === wanted).map((file) => join(data, 'gum', file));
  return {
    train: [...readConllu([join(data, 'ewt-train.conllu'), ...gumPaths(false)]), ...readNewsGrammar()],
    ewtDevelopment: readConllu([join(data, 'ewt-dev.conllu')]),
    gumDevelopment: readConllu(gumPaths(true)),
  };
}
