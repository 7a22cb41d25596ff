/** What tables know of each word of a document, as numbers for the tagger: one walk over the words. */
import type { Assets } from '../document/assets.ts';
import { newColumns } from '../document/columns.ts';
import type { LexiconEntry } from '../document/layers.ts';
import { LEVELS } from '../document/schema.ts';
import { POS } from '../document/ud.ts';
import { countryTrie } from '../gazetteer/country.ts';
import { type GivenName, givenNamesOf, lexiconOf, particlesOf, type Term, titlesOf } from '../gazetteer/lexicon.ts';
import type { Match, Trie } from '../gazetteer/trie.ts';
import { COMPOUND, WordFilter } from '../gazetteer/wordFilter.ts';
import type { WordTable } from '../gazetteer/wordTable.ts';
import { type Clusters, clustersOf, hashString, wordColumnsOf } from '../perceptron/index.ts';
import { BIT, type Evidence } from './columns.ts';
import { markElsewhere } from './elsewhere.ts';
import type { PlaceProposal } from './place/index.ts';
import type { Read } from './proposal.ts';

export interface Tables {
  readonly lexicon: Trie<Term>;
  /** Whether the user's terms are in the lexicon. */
  readonly own: boolean;
  readonly titles: ReturnType<typeof titlesOf>;
  readonly countries: Trie<string>;
  readonly given: WordTable<GivenName>;
  readonly particles: WordTable<true>;
  readonly clusters: Clusters;
  /** Which of the tables a word may be in: bits of `IN_TABLE`. */
  readonly filter: WordFilter;
}
/** `alone`: a term of the lexicon; `begins` others, or is the `second` atom of these. */
const IN_TABLE = { alone: 1, begins: 2, second: 4, title: 8, country: 16, given: 32, particle: 64 } as const;

export function loadTables(assets: Assets, own: readonly LexiconEntry[]): Tables {
  const lexicon = lexiconOf(assets, own);
  const titles = titlesOf(assets);
  const countries = countryTrie(assets);
  const given = givenNamesOf(assets);
  const particles = particlesOf(assets);
  const filter = new WordFilter()
    .add(IN_TABLE.alone, lexicon.alone)
    .add(IN_TABLE.begins, lexicon.beginnings)
    .add(IN_TABLE.second, lexicon.seconds)
    .add(IN_TABLE.title, titles.beginnings)
    .add(IN_TABLE.country, countries.beginnings)
    .addWords(IN_TABLE.given, given.words)
    .addWords(IN_TABLE.particle, particles.words);
  return { lexicon, own: own.length > 0, titles, countries, given, particles, clusters: clustersOf(assets), filter };
}

const FUNCTION = new Uint8Array(32);
for (const pos of [POS.ADP, POS.AUX, POS.CCONJ, POS.DET, POS.PART, POS.PRON, POS.PUNCT, POS.SCONJ]) FUNCTION[pos] = 1;
/** Function words in small letters, which begin no term of the library's tables: nearly half of all words. */
const passesOver = ({ tokens, tags }: Pick<Read, 'tokens' | 'tags'>, i: number): boolean =>
  FUNCTION[tags.pos[i]] === 1 && tokens.form[i] === tokens.lower[i];

/** Whether a term of the lexicon may begin at a word: half of all first words have no second one behind them. */
function mayBegin(tables: Uint16Array, i: number): boolean {
  const here = tables[i];
  if (here & IN_TABLE.alone) return true;
  if (!(here & IN_TABLE.begins)) return false;
  const next = i + 1 < tables.length ? tables[i + 1] : 0;
  return (next & IN_TABLE.second) !== 0 || ((here | next) & COMPOUND) !== 0;
}

/** The longest term at each word that no earlier term covers. @param tables of each word, by `filter` */
function termsIn(layers: Read, { lexicon, own }: Tables, tables: Uint16Array): Match<Term>[] {
  const { tokens, sentences, tags } = layers;
  const found: Match<Term>[] = [];
  const base = (i: number): string => tags.lemma[i];
  for (let i = 0; i < tokens.length; i++) {
    if (!mayBegin(tables, i) || (!own && passesOver(layers, i))) continue;
    const longest = lexicon.longestAt(tokens, i, sentences.last[tokens.sentence[i]], base);
    if (!longest) continue;
    found.push(longest);
    i = longest.last - 1;
  }
  return found;
}

/** A number for the type, kind, level and weakness of a term. */
const sortOf = ({ type, kind, level, weak }: Term): number =>
  hashString(`${type}${kind ?? ''}`) ^ (LEVELS.indexOf(level) + (weak ? 8 : 0)) || 1;

export function evidenceOf(
  layers: Read,
  tables: Tables,
  places: readonly PlaceProposal[],
): { evidence: Evidence; terms: Match<Term>[] } {
  const { tokens, tags } = layers;
  const n = tokens.length;
  const [lexicon, place, bits, elsewhere] = newColumns(n, 4);
  const evidence = { lexicon, place, acts: new Uint8Array(n), bits, elsewhere };
  const within = tables.filter.read(tokens, tags);
  const terms = termsIn(layers, tables, within);
  for (let k = 0; k < terms.length; k++) markTerm(terms[k], evidence);
  markTitles(layers, tables, within, evidence);
  markNames(layers, tables, within, evidence);
  markPlaces(places, evidence);
  markCountries(layers, tables, within, evidence);
  markElsewhere(layers, wordColumnsOf(tokens, tables.clusters).lower, evidence);
  return { evidence, terms };
}

function markTerm({ first, last, value }: Match<Term>, { lexicon, bits }: Evidence): void {
  const cls = (value.sort ||= sortOf(value)) << 2;
  for (let i = first; i < last; i++)
    lexicon[i] = cls | (last - first === 1 ? 3 : i === first ? 0 : i === last - 1 ? 2 : 1);
  const { role, leads, names } = value;
  if (role) bits[last - 1] |= BIT.role;
  if (leads) bits[last - 1] |= BIT.leads;
  if (names?.includes('suffix')) bits[last - 1] |= BIT.suffix;
  if (names?.includes('of')) bits[last - 1] |= BIT.of;
}

function markTitles(layers: Read, { titles }: Tables, tables: Uint16Array, { bits }: Evidence): void {
  const { tokens, sentences } = layers;
  for (let i = 0; i < tokens.length; i++) {
    if (!(tables[i] & IN_TABLE.title) || passesOver(layers, i)) continue;
    const title = titles.matchesAt(tokens, i, sentences.last[tokens.sentence[i]]).at(-1);
    if (!title) continue;
    const bit = title.value.class === 'modifier' || title.value.class === 'branch' ? BIT.modifier : BIT.title;
    for (let k = title.first; k < title.last; k++) bits[k] |= bit;
    i = title.last - 1;
  }
}

/** Given names and the particles of surnames. */
function markNames({ tokens }: Read, { particles, given }: Tables, tables: Uint16Array, { bits }: Evidence): void {
  for (let i = 0; i < tokens.length; i++) {
    if (!(tables[i] & (IN_TABLE.particle | IN_TABLE.given))) continue;
    const lower = tokens.lower[i];
    if (particles.has(lower)) bits[i] |= BIT.particle;
    if (tokens.form[i] === lower) continue;
    const name = given.get(lower);
    if (name) bits[i] |= name.weak ? BIT.weakGiven : BIT.given;
  }
}

/** Country names are told from the table. */
function markCountries(
  { tokens, sentences }: Read,
  { countries }: Tables,
  tables: Uint16Array,
  { bits }: Evidence,
): void {
  for (let i = 0; i < tokens.length; i++) {
    if (!(tables[i] & IN_TABLE.country) || tokens.form[i] === tokens.lower[i]) continue;
    const match = countries.matchesAt(tokens, i, sentences.last[tokens.sentence[i]]).at(-1);
    if (!match) continue;
    for (let t = i; t < match.last; t++) bits[t] |= BIT.country;
    i = match.last - 1;
  }
}

/** Toponyms: how sure they are, their kind, and the word's part in the name; the widest name counts. */
function markPlaces(places: readonly PlaceProposal[], evidence: Evidence): void {
  for (const { first, last, confidence, kind, governs, actsAs } of [...places].sort(
    (a, b) => a.last - a.first - (b.last - b.first),
  )) {
    if (governs) evidence.acts.fill(actsAs ? 2 : 1, first, last);
    for (let t = first; t < last; t++)
      evidence.place[t] =
        hashString(kind) ^
        ((Math.min(3, Math.floor(confidence * 4)) << 2) |
          (last - first === 1 ? 3 : t === first ? 0 : t === last - 1 ? 2 : 1));
  }
}
