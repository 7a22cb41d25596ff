/** The library's tables of names and nouns, and the user's own entries, as one trie of terms. */
import { type Assets, decode, resource } from '../document/assets.ts';
import type { LexiconEntry } from '../document/layers.ts';
import type { EntityType, Level } from '../document/schema.ts';
import { parseTable } from './table.ts';
import { Trie } from './trie.ts';
import { WordTable } from './wordTable.ts';

/** An entry with what only the mention stage asks of it. */
export interface Term extends LexiconEntry {
  /** The user's own entry: it says what its words are, whatever the text looks like. */
  readonly own?: true;
  /** A noun of one person: it stands before or behind a name as a role. */
  readonly role?: true;
  /** Who holds the role leads the organisation or place that it is of. */
  readonly leads?: true;
  readonly gender?: 'm' | 'f';
  /** A noun of a group: whether one of them is a person, and the kind that its plural is. */
  readonly singular?: 'person' | 'group';
  readonly plural?: string;
  /** How the noun of an organisation stands in proper names: "suffix", "of", "prefix". */
  readonly names?: readonly string[];
  /** What the tagger sees of it, worked out when it is first found in a text; 0 before. */
  sort: number;
}
export type Title = 'rank' | 'office' | 'honorific' | 'religious' | 'nobility' | 'modifier' | 'branch';
export interface TitleEntry {
  readonly term: string;
  readonly canonical: string;
  readonly class: Title;
  readonly gender: string;
}

/** Leaves out what is empty. */
function filled<T extends object>(record: T): T {
  const full = {} as T;
  for (const key in record) if (record[key] !== undefined && record[key] !== '') full[key] = record[key];
  return full;
}
const flag = (cell: string): true | undefined => (cell === '1' ? true : undefined);

type Fields = { readonly [K in keyof Omit<Term, 'term' | 'type' | 'level' | 'sort'>]?: Term[K] | undefined | '' };
/** All terms have the same fields in one order, those that they lack as undefined: so they are read fastest. */
const termOf = (term: string, type: EntityType, level: Level, fields: Fields): Term =>
  ({
    term,
    type,
    level,
    kind: fields.kind || undefined,
    canonical: fields.canonical || undefined,
    country: fields.country || undefined,
    sponsor: fields.sponsor || undefined,
    ids: fields.ids || undefined,
    weak: fields.weak || undefined,
    own: fields.own || undefined,
    role: fields.role || undefined,
    leads: fields.leads || undefined,
    gender: fields.gender || undefined,
    singular: fields.singular || undefined,
    plural: fields.plural || undefined,
    names: fields.names || undefined,
    sort: 0,
  }) as Term;

/** How each table's rows become terms. */
const TABLES: readonly { readonly file: string; readonly read: (source: string, file: string) => Term[] }[] = [
  { file: 'weapon', read: (s, f) => materiel(s, f, 'weapon') },
  { file: 'vehicle', read: (s, f) => materiel(s, f, 'vehicle') },
  { file: 'armed-group', read: organizations },
  { file: 'organization', read: organizations },
  {
    file: 'conflict',
    read: (s, f) =>
      parseTable(s, f, ['term', 'aliases', 'weak', 'country', 'era']).flatMap((r) =>
        [r.term, ...r.aliases.split('|').filter(Boolean)].map((term) =>
          termOf(term, 'conflict', 'name', {
            canonical: r.term,
            country: r.country,
            weak: flag(r.weak.split('|').includes(term) ? '1' : ''),
          }),
        ),
      ),
  },
  {
    file: 'conflict-noun',
    read: (s, f) =>
      parseTable(s, f, ['term', 'names', 'weak']).map((r) => noun('conflict', r.term, { weak: flag(r.weak) })),
  },
  {
    file: 'organization-noun',
    read: (s, f) =>
      parseTable(s, f, ['term', 'kind', 'names', 'weak']).map((r) =>
        noun('organization', r.term, {
          kind: r.kind,
          weak: flag(r.weak),
          names: r.names === 'no' ? [] : r.names.split('|'),
        }),
      ),
  },
  {
    file: 'group-noun',
    read: (s, f) =>
      parseTable(s, f, ['term', 'kind', 'singular', 'gender', 'weak']).map((r) =>
        noun('group', r.term, {
          kind: r.kind,
          weak: flag(r.weak),
          singular: r.singular as 'person',
          gender: r.gender as 'm',
        }),
      ),
  },
  {
    file: 'person-noun',
    read: (s, f) =>
      parseTable(s, f, ['term', 'role', 'leads', 'plural', 'gender', 'weak']).map((r) =>
        noun('person', r.term, {
          role: flag(r.role),
          leads: flag(r.leads),
          plural: r.plural,
          gender: r.gender as 'm',
          weak: flag(r.weak),
        }),
      ),
  },
];
function organizations(source: string, file: string): Term[] {
  const columns = ['term', 'aliases', 'weak', 'country', 'sponsor', 'parent', 'kind', 'era', 'wikidata'] as const;
  return parseTable(source, file, columns).flatMap((r) => {
    const weak = new Set(r.weak.split('|'));
    return [r.term, ...r.aliases.split('|').filter(Boolean)].map((term) =>
      termOf(term, 'organization', 'name', {
        kind: r.kind,
        canonical: r.term,
        country: r.country,
        sponsor: r.sponsor,
        ids: r.wikidata ? { wikidata: r.wikidata } : undefined,
        weak: flag(weak.has(term) ? '1' : ''),
      }),
    );
  });
}
const noun = (type: EntityType, term: string, fields: Fields): Term => termOf(term, type, 'nominal', fields);
const materiel = (source: string, file: string, type: 'weapon' | 'vehicle'): Term[] =>
  parseTable(source, file, ['term', 'kind', 'level', 'canonical', 'weak']).map((r) =>
    termOf(r.term, type, r.level as Level, { kind: r.kind, canonical: r.canonical, weak: flag(r.weak) }),
  );

/** All terms of the library's tables. */
export const loadTerms = (assets: Assets): readonly Term[] =>
  TABLES.flatMap(({ file, read }) =>
    resource(assets, `lexicon/${file}.tsv`, (bytes, name) => read(decode(bytes), name)),
  );

const tries = new WeakMap<Assets, Trie<Term>>();
/** The library's terms as one trie, made once, or with the user's own in a trie of their own. */
export function lexiconOf(assets: Assets, own: readonly LexiconEntry[] = []): Trie<Term> {
  let trie = own.length ? undefined : tries.get(assets);
  if (trie) return trie;
  trie = new Trie<Term>();
  for (const entry of own) trie.add(entry.term, termOf(entry.term, entry.type, entry.level, { ...entry, own: true }));
  for (const term of loadTerms(assets)) {
    trie.add(term.term, term);
    // "AK-47s", "F-16s": the plural of a designation has no base form
    if (/\d$/.test(term.term)) trie.add(`${term.term}s`, term);
  }
  if (!own.length) tries.set(assets, trie);
  return trie;
}

export const titlesOf = (assets: Assets): Trie<TitleEntry> =>
  resource(assets, 'lexicon/title.tsv', (bytes, name) => {
    const trie = new Trie<TitleEntry>();
    for (const row of parseTable(decode(bytes), name, ['term', 'canonical', 'class', 'gender']))
      trie.add(row.term, row as unknown as TitleEntry);
    return trie;
  });

const titleWords = new WeakMap<Assets, ReadonlySet<string>>();
/** The words of which titles consist, in lower case: "lt", "prime", "minister". */
export function titleWordsOf(assets: Assets): ReadonlySet<string> {
  let words = titleWords.get(assets);
  if (!words) {
    const file = 'lexicon/title.tsv';
    words = new Set(
      parseTable(decode(assets(file)), file, ['term', 'canonical', 'class', 'gender']).flatMap(({ term }) =>
        term
          .toLowerCase()
          .split(' ')
          .flatMap((word) => [word, word.replace(/\.$/, '')]),
      ),
    );
    titleWords.set(assets, words);
  }
  return words;
}

export interface GivenName {
  readonly gender: 'm' | 'f' | 'u';
  /** The word is commonly something else ("Will", "Mark"). */
  readonly weak: boolean;
}
/** Given names by their form in lower case. */
export const givenNamesOf = (assets: Assets): WordTable<GivenName> =>
  resource(assets, 'lexicon/given-name.tsv', (bytes, name) => {
    const names = new WordTable<GivenName>();
    for (const { term, gender, weak } of parseTable(decode(bytes), name, ['term', 'gender', 'language', 'weak'])) {
      const key = term.toLowerCase();
      const other = names.get(key);
      // a name of both: in one language a man's, in another a woman's
      names.set(key, { gender: other && other.gender !== gender ? 'u' : (gender as 'm'), weak: weak === '1' });
    }
    return names;
  });
/** Particles of surnames ("al", "von", "bin") in lower case. */
export const particlesOf = (assets: Assets): WordTable<true> =>
  resource(
    assets,
    'lexicon/surname-particle.tsv',
    (bytes, name) =>
      new WordTable(
        parseTable(decode(bytes), name, ['term', 'position', 'language']).map((r) => [r.term.toLowerCase(), true]),
      ),
  );

/** What a term is as a whole, when one of its words alone would be something else; no type: no mention. */
export interface Sense {
  readonly type?: EntityType;
  readonly kind?: string;
}
export const sensesOf = (assets: Assets): Trie<Sense> =>
  resource(assets, 'lexicon/sense.tsv', (bytes, name) => {
    const trie = new Trie<Sense>();
    for (const { term, type, kind } of parseTable(decode(bytes), name, ['term', 'type', 'kind']))
      trie.add(term, filled({ type: type as EntityType, kind }));
    return trie;
  });
