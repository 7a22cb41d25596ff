/** Greedy tagging from left to right: each word's tag is the best of a linear model that sees the tags before it. */
import {
  argmax,
  HashTable,
  hashString,
  type LinearModel,
  readModel,
  Shortcuts,
  unpackNumbers,
  unpackStrings,
  unpackWeights,
  type WordColumns,
} from '../perceptron/index.ts';
import { MAX_TAG_FEATURES, TAG_CONTEXTS, TAG_TEMPLATES, tagContexts, tagFeatures } from './features.ts';
import { FINE_TAGS } from './tagset.ts';

export const TAGGER_FILE = 'model/tagger.bin';
export const TAGGER = { name: 'tagger', version: 2, templates: TAG_TEMPLATES };

export class Tagger {
  readonly #model: LinearModel;
  /** Frequent words that have one tag only, by `hashString(lower)`: its fine tag + 1. */
  readonly #known: HashTable;
  readonly #shortcuts: Shortcuts;
  readonly #contexts = new Int32Array(TAG_CONTEXTS);
  readonly #features = new Int32Array(MAX_TAG_FEATURES);
  readonly #scores = new Int32Array(FINE_TAGS.length);

  constructor(model: LinearModel, known: HashTable, shortcuts: Shortcuts) {
    this.#model = model;
    this.#known = known;
    this.#shortcuts = shortcuts;
  }

  /** Call before a text of so many words. */
  warm(words: number): void {
    for (const table of [this.#model, this.#known, this.#shortcuts]) table.warm(words);
  }

  /** Tags words `first` to `last` (exclusive), one sentence, into `tag`, by numbers of `FINE_TAGS`. */
  tagSentence(words: WordColumns, first: number, last: number, tag: Uint8Array): void {
    for (let i = first; i < last; i++) {
      const known = this.#known.get(words.lower[i]);
      if (known) {
        tag[i] = known - 1;
        continue;
      }
      tagContexts(words, tag, i, first, last, this.#contexts);
      const sure = this.#shortcuts.find(this.#contexts, TAG_CONTEXTS);
      if (sure >= 0) {
        tag[i] = sure;
        continue;
      }
      const count = tagFeatures(words, tag, i, first, last, this.#features);
      this.#model.score(this.#features, count, this.#scores);
      tag[i] = argmax(this.#scores);
    }
  }
}

export function unpackTagger(bytes: Uint8Array): Tagger {
  const { sections } = readModel(bytes, TAGGER);
  const known = new HashTable(
    unpackStrings(sections.knownWords).map((word) => hashString(word)),
    unpackNumbers(sections.knownTags).map((tag) => tag + 1),
  );
  return new Tagger(unpackWeights(sections.weights), known, new Shortcuts(sections.shortcuts));
}
