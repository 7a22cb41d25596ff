/** The lemmatiser's exceptions: forms whose base in the treebanks is another than spelling gives. */
import { readFileSync } from 'node:fs';
import { type Clusters, unpackClusters } from '../perceptron/clusters.ts';
import { hashString, packNumbers, packStrings, writeModel } from '../perceptron/index.ts';
import { LEMMA, Lemmatizer, parseIrregular, unpackExceptions } from '../tagging/lemma.ts';
import { FINE_TAGS, fineTag } from '../tagging/tagset.ts';
import type { TreebankSentence } from './readConllu.ts';
import type { Training } from './training.ts';
import { readTreebanks } from './treebanks.ts';

interface Form {
  readonly lower: string;
  readonly fine: number;
  readonly base: string;
}
const PROPER = FINE_TAGS.indexOf('PROPN');

/** Names keep their form, so that "Marines" stays what it is called. */
const formsOf = (sentences: readonly TreebankSentence[]): Form[] =>
  sentences
    .flatMap(({ text, words }) =>
      words.map(({ start, end, lemma, pos, xpos }) => ({
        lower: text.slice(start, end).toLowerCase().replaceAll('’', "'"),
        fine: fineTag(pos, xpos),
        base: lemma.toLowerCase(),
      })),
    )
    .filter(({ fine, base, lower }) => fine !== PROPER && base !== '_' && !/\d/.test(lower));

/** The most frequent base of each form and tag, and how often the form stands there. */
function bases(forms: readonly Form[]): Map<string, Form & { count: number }> {
  const counts = new Map<string, Map<string, number>>();
  for (const { lower, fine, base } of forms) {
    const key = `${fine}\t${lower}`;
    const found = counts.get(key) ?? new Map<string, number>();
    counts.set(key, found.set(base, (found.get(base) ?? 0) + 1));
  }
  return new Map(
    [...counts].map(([key, found]) => {
      const [fine, lower] = key.split('\t');
      const [base] = [...found].reduce((best, next) => (next[1] > best[1] ? next : best));
      const count = [...found.values()].reduce((sum, n) => sum + n, 0);
      return [key, { lower, fine: Number(fine), base, count }];
    }),
  );
}

/** The packed exceptions. A form that stands once counts only if it is a usual word: the others are misspelt. */
export function learnExceptions(sentences: readonly TreebankSentence[], clusters: Clusters): Uint8Array {
  const plain = new Lemmatizer(
    FINE_TAGS.map(() => new Map()),
    clusters,
  );
  const exceptions = [...bases(formsOf(sentences)).values()].filter(
    ({ lower, fine, base, count }) =>
      plain.lemma(lower, fine) !== base && (count > 1 || clusters.fine(hashString(lower)) > 0),
  );
  return writeModel(
    { ...LEMMA, classes: FINE_TAGS },
    {
      tags: packNumbers(exceptions.map((e) => e.fine)),
      forms: packStrings(exceptions.map((e) => e.lower)),
      bases: packStrings(exceptions.map((e) => e.base)),
    },
  );
}

export const lemma: Training = {
  name: 'lemma',
  file: 'lemma.bin',
  data: [
    'Universal Dependencies English Web Treebank (CC BY-SA 4.0)',
    'GUM, Georgetown University Multilayer corpus (annotations CC BY 4.0)',
  ],
  run({ data, everything, models }) {
    const clusters = unpackClusters(models('clusters.bin'));
    const { train, development } = readTreebanks(data, everything);
    const bytes = learnExceptions(train, clusters);
    const irregular = parseIrregular(readFileSync('src/lexicon/irregular.tsv', 'utf8'));
    const learnt = unpackExceptions(bytes);
    const made = new Lemmatizer(
      irregular.map((own, fine) => new Map([...learnt[fine], ...own])),
      clusters,
    );
    const score = (name: string, given: typeof train): string => {
      const forms = formsOf(given).filter(({ fine }) => /^(?:VERB|NOUN)/.test(FINE_TAGS[fine]));
      const right = forms.filter(({ lower, fine, base }) => made.lemma(lower, fine) === base).length;
      return `${name}: ${((100 * right) / forms.length).toFixed(2)} % of verbs' and nouns' base forms on gold tags`;
    };
    return {
      bytes,
      scores: development.map(([name, sentences]) => score(name, sentences)),
    };
  },
};
