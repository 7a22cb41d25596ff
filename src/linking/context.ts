/** The words around an entity: nouns and names of its sentences and the names of what stands beside it. */
import type { Document, Entity } from '../document/schema.ts';
import { wordsOf } from './name.ts';

const TELLING = new Set(['NOUN', 'PROPN', 'ADJ']);
const MOST_WORDS = 48;
/** Names that the document opens with say what it is about. */
const MOST_NAMES = 12;
const NAMED: ReadonlySet<string> = new Set(['person', 'organization', 'place']);

/** What says nothing of whom a text is about. */
const EMPTY = new Set(
  'year day month week time man woman people person number part group government country state official other new first last many several statement report news spokesman spokesperson minister president leader member city town thing way'.split(
    ' ',
  ),
);

/** Sentences and tokens of a document by offset, looked up once. */
export class Contexts {
  readonly #document: Document;
  readonly #names: readonly string[];
  readonly #byId: ReadonlyMap<string, Document['mentions'][number]>;

  constructor(document: Document) {
    this.#document = document;
    this.#byId = new Map(document.mentions.map((m) => [m.id, m]));
    this.#names = document.entities
      .filter((e) => NAMED.has(e.type) && this.mentionsOf(e).some((m) => m.level === 'name'))
      .slice(0, MOST_NAMES)
      .flatMap((e) => wordsOf(e.name).filter((word) => word.length > 2));
  }

  mentionsOf = (entity: Entity): Document['mentions'][number][] =>
    entity.mentions.flatMap((id) => this.#byId.get(id) ?? []);

  /** Words of the sentences of an entity's first mentions and of the names that the document opens with, without its own names. */
  wordsAround(entity: Entity): Set<string> {
    const { sentences, tokens } = this.#document;
    const own = new Set([entity.name, ...(entity.aliases ?? [])].flatMap(wordsOf));
    const found = new Set<string>();
    for (const word of this.#names) if (!own.has(word) && found.size < MOST_WORDS) found.add(word);
    let last = -1;
    for (const { start } of this.mentionsOf(entity)) {
      const s = lastAt(sentences, start);
      if (s === last || s < 0) continue;
      last = s;
      for (let t = Math.max(0, lastAt(tokens, sentences[s].start)); t < tokens.length; t++) {
        const token = tokens[t];
        if (token.start >= sentences[s].end) break;
        const word = token.lemma.toLowerCase();
        if (token.start < sentences[s].start || !TELLING.has(token.pos) || word.length < 3) continue;
        if (!own.has(word) && !EMPTY.has(word)) found.add(word);
        if (found.size >= MOST_WORDS) return found;
      }
    }
    return found;
  }
}

/** The last of some spans in order that begins at or before an offset, -1 for none. */
function lastAt(spans: readonly { readonly start: number }[], offset: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (spans[middle].start <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
