/**
 * Cross-document coreference: entities of many documents get one identity each. Documents come one by one, in any number;
 * what is remembered is bounded. Deterministic: the same documents in the same order give the same identities.
 */
import type { Document } from '../document/schema.ts';
import { type Known, mostFrequent, type Profile, profilesOf } from './profile.ts';
import { fullest, type Score, scoreOf } from './score.ts';
import { Store } from './store.ts';
import type { Identity, Link, LinkedDocument, Linker, LinkOptions } from './types.ts';

export type { Evidence, Identity, Link, LinkedDocument, Linker, LinkOptions } from './types.ts';

const THRESHOLD = 3;
const MOST = 100_000;

/**
 * A linker that is given documents one by one.
 * @example
 * const linker = createLinker();
 * for (const text of texts) for (const { entity, identity } of linker.add(extract(text))) console.log(entity, identity);
 * @throws TypeError when an option is not what it should be
 */
export function createLinker(options: LinkOptions = {}): Linker {
  const { threshold, most } = checked(options);
  const store = new Store(most);
  let count = 0;
  return Object.freeze({
    add(document: Document): readonly Link[] {
      checkDocument(document);
      const links = linked(store, profilesOf(document), threshold, count++);
      const order = new Map(document.entities.map((e, i) => [e.id, i]));
      return links.sort((a, b) => (order.get(a.entity) ?? 0) - (order.get(b.entity) ?? 0));
    },
    *identities(): IterableIterator<Identity> {
      for (const known of store.values()) yield identityOf(known);
    },
  });
}

/**
 * Links a stream of documents: an iterable gives an iterator, an async iterable an async one. Nothing is read ahead.
 * @example for (const { document, links } of link(texts.map((text) => extract(text)))) …
 * @throws TypeError when `documents` can't be iterated, or an option is not what it should be
 */
export function link(documents: Iterable<Document>, options?: LinkOptions): IterableIterator<LinkedDocument>;
export function link(documents: AsyncIterable<Document>, options?: LinkOptions): AsyncIterableIterator<LinkedDocument>;
export function link(
  documents: Iterable<Document> | AsyncIterable<Document>,
  options: LinkOptions = {},
): IterableIterator<LinkedDocument> | AsyncIterableIterator<LinkedDocument> {
  const linker = createLinker(options);
  if (isAsync(documents)) return eachAsync(documents, linker);
  if (
    typeof (documents as Iterable<Document> | undefined)?.[Symbol.iterator] === 'function' &&
    typeof documents !== 'string'
  )
    return each(documents, linker);
  throw new TypeError(`documents: expected an iterable or an async iterable of documents, got ${show(documents)}`);
}

function* each(documents: Iterable<Document>, linker: Linker): IterableIterator<LinkedDocument> {
  for (const document of documents) yield { document, links: linker.add(document) };
}
async function* eachAsync(documents: AsyncIterable<Document>, linker: Linker): AsyncIterableIterator<LinkedDocument> {
  for await (const document of documents) yield { document, links: linker.add(document) };
}
const isAsync = (documents: unknown): documents is AsyncIterable<Document> =>
  typeof (documents as AsyncIterable<Document> | undefined)?.[Symbol.asyncIterator] === 'function';

/** The entities of one document: the fullest names choose first, and no two of a document are one identity. */
function linked(store: Store, profiles: readonly Profile[], threshold: number, document: number): Link[] {
  const words = ({ names }: Profile): number => names[0].words.length;
  const order = [...profiles].sort((a, b) => words(b) - words(a));
  const taken = new Set<string>();
  const found = order.map((profile) => {
    let best: { known: Known; score: Score } | undefined;
    for (const known of store.candidates(profile)) {
      if (taken.has(known.id)) continue;
      const score = scoreOf(profile, known, store.rarity);
      if (score.score >= threshold && (!best || score.score > best.score.score)) best = { known, score };
    }
    const known = best?.known ?? store.create(profile.type);
    taken.add(known.id);
    return { profile, known, score: best?.score };
  });
  return found.map(({ profile, known, score }) => {
    store.learn(known, profile, document);
    return { entity: profile.entity, identity: known.id, score: score?.score ?? 0, evidence: score?.evidence ?? [] };
  });
}

function identityOf(known: Known): Identity {
  const kind = mostFrequent(known.kinds);
  const country = mostFrequent(known.countries);
  const name = fullest(known).written;
  const aliases = [...known.names.values()].map(({ name: { written } }) => written).filter((alias) => alias !== name);
  return {
    id: known.id,
    type: known.type,
    ...(kind && { kind }),
    name,
    aliases,
    ...(country && { country }),
    ...(Object.keys(known.ids).length && { ids: known.ids }),
    documents: known.documents,
  };
}

function checked(options: LinkOptions): Required<LinkOptions> {
  if (typeof options !== 'object' || options === null)
    throw new TypeError(`options: expected an object, got ${show(options)}`);
  for (const key of Object.keys(options))
    if (key !== 'threshold' && key !== 'most')
      throw new TypeError(`options: expected 'threshold' and 'most' only, got '${key}'`);
  const { threshold = THRESHOLD, most = MOST } = options;
  if (typeof threshold !== 'number' || Number.isNaN(threshold))
    throw new TypeError(`options.threshold: expected a number, got ${show(threshold)}`);
  if (!Number.isInteger(most) || most < 1)
    throw new TypeError(`options.most: expected a whole number from 1, got ${show(most)}`);
  return { threshold, most };
}
function checkDocument(document: Document): void {
  const parts = document as Partial<Document> | null | undefined;
  if (!Array.isArray(parts?.entities) || !Array.isArray(parts.mentions) || !Array.isArray(parts.tokens))
    throw new TypeError(`document: expected what extract returns, got ${show(document)}`);
}
const show = (value: unknown): string =>
  value === null
    ? 'null'
    : typeof value === 'object'
      ? 'an object'
      : typeof value === 'string'
        ? JSON.stringify(value.slice(0, 40))
        : String(value);
