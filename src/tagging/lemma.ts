/** Base forms of words by their fine tag: exceptions first (learnt from treebanks, and a table of irregular forms), then spelling. */
import { type Assets, decode, resource } from '../document/assets.ts';
import { parseTable } from '../gazetteer/table.ts';
import { type Clusters, HashTable, hashString, readModel, unpackNumbers, unpackStrings } from '../perceptron/index.ts';
import { withoutDegree, withoutEd, withoutIng, withoutS } from './inflection.ts';
import { FINE_TAGS } from './tagset.ts';

export const LEMMA_FILE = 'model/lemma.bin';
export const LEMMA = { name: 'lemma', version: 1, templates: 0 };

type Rule = (word: string, known: (word: string) => boolean) => string;
const same: Rule = (word) => word;
/** The rule of each fine tag, by its number. */
const RULES: readonly Rule[] = FINE_TAGS.map((tag) => {
  const [pos, form] = tag.split('.');
  if (form === 'NNS' || form === 'VBZ') return withoutS;
  if (form === 'VBG') return withoutIng;
  if (form === 'VBD' || form === 'VBN') return withoutEd;
  return pos === 'ADJ' && form === 'JJR' ? withoutDegree : same;
});

const keyOf = (hash: number, fine: number): number => (hash + Math.imul(fine + 1, 0x9e3779b1)) | 0;

export class Lemmatizer {
  /** Bases by the hash of form and fine tag: words of a text have been hashed already, and most of them are no exception. */
  readonly #numbers: HashTable;
  readonly #bases: readonly string[];
  readonly #known: (word: string) => boolean;

  constructor(exceptions: readonly ReadonlyMap<string, string>[], clusters: Clusters) {
    const hashes = exceptions.flatMap((own, fine) => [...own.keys()].map((form) => keyOf(hashString(form), fine)));
    this.#bases = exceptions.flatMap((own) => [...own.values()]);
    this.#numbers = new HashTable(
      hashes,
      hashes.map((_, i) => i + 1),
    );
    this.#known = (word) => clusters.fine(hashString(word)) > 0;
  }

  /** @param lower the word in lower case. @param hash its own, or as `WordColumns` has it: no exception starts with a digit. @param fine its number of `FINE_TAGS`. */
  lemma(lower: string, fine: number, hash = hashString(lower)): string {
    const number = this.#numbers.get(keyOf(hash, fine));
    return number ? this.#bases[number - 1] : RULES[fine](lower, this.#known);
  }
}

/** Exceptions of a model file: parallel columns of tags, forms and bases. */
export function unpackExceptions(bytes: Uint8Array): ReadonlyMap<string, string>[] {
  const { sections } = readModel(bytes, LEMMA);
  const forms = unpackStrings(sections.forms);
  const bases = unpackStrings(sections.bases);
  const exceptions = FINE_TAGS.map(() => new Map<string, string>());
  unpackNumbers(sections.tags).forEach((tag, i) => {
    exceptions[tag].set(forms[i], bases[i]);
  });
  return exceptions;
}

/** Irregular forms, under every fine tag of their part of speech that inflects. */
export function parseIrregular(source: string): Map<string, string>[] {
  const exceptions = FINE_TAGS.map(() => new Map<string, string>());
  for (const { base, pos, forms } of parseTable(source, 'irregular.tsv', ['base', 'pos', 'forms']))
    FINE_TAGS.forEach((tag, fine) => {
      if (tag.startsWith(`${pos}.`)) for (const form of forms.split(' ')) exceptions[fine].set(form, base);
    });
  return exceptions;
}

export function lemmatizerOf(assets: Assets, clusters: Clusters): Lemmatizer {
  const learnt = resource(assets, LEMMA_FILE, unpackExceptions);
  const irregular = resource(assets, 'lexicon/irregular.tsv', (bytes) => parseIrregular(decode(bytes)));
  return new Lemmatizer(
    // the treebanks have misspellings; the table has not
    irregular.map((own, fine) => new Map([...learnt[fine], ...own])),
    clusters,
  );
}
