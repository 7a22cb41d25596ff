/** Which files of the data folder train, and which measure. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readNewsGrammar } from './newsGrammar.ts';
import { readConllu, type TreebankSentence } from './readConllu.ts';

/** GUM's own development part: kept out of training unless everything is taken in. EWT's never is: the scoreboard is measured on it. */
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
  /** What no model sees, by name: to measure with. */
  readonly development: readonly (readonly [name: string, sentences: readonly TreebankSentence[]])[];
}

/** @param data a folder with `ewt-train.conllu`, `ewt-dev.conllu` and `gum/*.conllu`. @param everything GUM's development part trains too */
export function readTreebanks(data: string, everything: boolean): Treebanks {
  const gum = readdirSync(join(data, 'gum'))
    .filter((file) => file.endsWith('.conllu'))
    .sort();
  const held = new Set(GUM_DEVELOPMENT.map((name) => `GUM_${name}.conllu`));
  const gumPaths = (wanted: boolean): string[] =>
    gum.filter((file) => held.has(file) === wanted).map((file) => join(data, 'gum', file));
  const taken = everything ? gumPaths(true) : [];
  return {
    train: [...readConllu([join(data, 'ewt-train.conllu'), ...gumPaths(false), ...taken]), ...readNewsGrammar()],
    development: [
      ['EWT development', readConllu([join(data, 'ewt-dev.conllu')])],
      ...(everything ? [] : [['GUM held-out documents', readConllu(gumPaths(true))] as const]),
    ],
  };
}
