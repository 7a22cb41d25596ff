/** What tables know of each word of a document, as numbers for the tagger: one walk over the words. */
import type { Assets } from '../document/assets.ts';
import type { LexiconEntry } from '../document/layers.ts';
import { LEVELS } from '../document/schema.ts';
import { POS } from '../document/ud.ts';
import { countryTrie } from '../gazetteer/country.ts';
import { type GivenName, givenNamesOf, lexiconOf, particlesOf, type Term, titlesOf } from '../gazetteer/lexicon.ts';
import type { Match, Trie } from '../gazetteer/trie.ts';
import type { WordTable } from '../gazetteer/wordTable.ts';
import { type Clusters, clustersOf, hashString, wordColumnsOf } from '../perceptron/index.ts';
import type { Evidence } from './columns.ts';
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
}
export const loadTables = (assets: Assets, own: readonly LexiconEntry[]): Tables => ({
  lexicon: lexiconOf(assets, own),
  own: own.length > 0,
  titles: titlesOf(assets),
  countries: countryTrie(assets),
  given: givenNamesOf(assets),
  particles: particlesOf(assets),
  clusters: clustersOf(assets),
});

const FUNCTION = new Uint8Array(32);
for (const pos of [POS.ADP, POS.AUX, POS.CCONJ, POS.DET, POS.PART, POS.PRON, POS.PUNCT, POS.SCONJ]) FUNCTION[pos] = 1;
/** Function words in small letters, which begin no term of the library's tables: nearly half of all words. */
const passesOver = ({ tokens, tags }: Pick<Read, 'tokens' | 'tags'>, i: number): boolean =>
  FUNCTION[tags.pos[i]] === 1 && tokens.form[i] === tokens.lower[i];

/** The longest term at each word that no earlier term covers. @param own whether a user's terms are among them */
export function termsIn(layers: Read, lexicon: Trie<Term>, own = false): Match<Term>[] {
  const { tokens, sentences, tags } = layers;
  const found: Match<Term>[] = [];
  const base = (i: number): string => tags.lemma[i];
  for (let s = 0; s < sentences.length; s++) {
    const last = sentences.last[s];
    for (let i = sentences.first[s]; i < last; i++) {
      if (!own && passesOver(layers, i)) continue;
      const matches = lexicon.matchesAt(tokens, i, last, base);
      if (!matches.length) continue;
      let longest = matches[0];
      for (const m of matches) if (m.last > longest.last) longest = m;
      found.push(longest);
      i = longest.last - 1;
    }
  }
  return found;
}

/** Bits of single words. */
export const BIT = {
  title: 1,
  modifier: 2,
  country: 4,
  role: 8,
  leads: 16,
  suffix: 32,
  of: 64,
  particle: 128,
  given: 256,
  weakGiven: 512,
} as const;
/** Bits of what the same word shows elsewhere in the document. */
const SEEN = {
  afterTitle: 1,
  afterIn: 2,
  beforeSuffix: 4,
  lower: 8,
  inside: 16,
  possessive: 32,
  afterGiven: 64,
} as const;

const IN = new Set(['in', 'at', 'near', 'from', 'outside', 'of']);

const numbers = new WeakMap<Term, number>();
/** A number for the type, kind, level and weakness of a term. */
function numberOf(term: Term): number {
  let number = numbers.get(term);
  if (number === undefined) {
    number = hashString(`${term.type}${term.kind ?? ''}`) ^ (LEVELS.indexOf(term.level) + (term.weak ? 8 : 0));
    numbers.set(term, number);
  }
  return number;
}

export function evidenceOf(
  layers: Read,
  tables: Tables,
  places: readonly PlaceProposal[],
): { evidence: Evidence; terms: Match<Term>[] } {
  const { tokens, sentences } = layers;
  const n = tokens.length;
  const evidence = {
    lexicon: new Int32Array(n),
    place: new Int32Array(n),
    acts: new Uint8Array(n),
    bits: new Int32Array(n),
    elsewhere: new Int32Array(n),
  };
  const terms = termsIn(layers, tables.lexicon, tables.own);
  for (const { first, last, value } of terms) {
    const cls = numberOf(value);
    for (let i = first; i < last; i++)
      evidence.lexicon[i] = (cls << 2) | (last - first === 1 ? 3 : i === first ? 0 : i === last - 1 ? 2 : 1);
    if (value.role) evidence.bits[last - 1] |= BIT.role;
    if (value.leads) evidence.bits[last - 1] |= BIT.leads;
    if (value.names?.includes('suffix')) evidence.bits[last - 1] |= BIT.suffix;
    if (value.names?.includes('of')) evidence.bits[last - 1] |= BIT.of;
  }
  for (let i = 0; i < n; i++) {
    if (passesOver(layers, i)) continue;
    const title = tables.titles.matchesAt(tokens, i, sentences.last[tokens.sentence[i]], undefined).at(-1);
    if (title) {
      const bit = title.value.class === 'modifier' || title.value.class === 'branch' ? BIT.modifier : BIT.title;
      for (let k = title.first; k < title.last; k++) evidence.bits[k] |= bit;
      i = title.last - 1;
    }
  }
  markNames(layers, tables, evidence);
  markPlaces(places, evidence);
  markCountries(layers, tables, evidence);
  markElsewhere(layers, wordColumnsOf(tokens, tables.clusters).lower, evidence);
  return { evidence, terms };
}

/** Given names and the particles of surnames. */
function markNames({ tokens }: Read, { particles, given }: Tables, { bits }: Evidence): void {
  for (let i = 0; i < tokens.length; i++) {
    const lower = tokens.lower[i];
    if (particles.has(lower)) bits[i] |= BIT.particle;
    if (tokens.form[i] === lower) continue;
    const name = given.get(lower);
    if (name) bits[i] |= name.weak ? BIT.weakGiven : BIT.given;
  }
}

/** What each capitalised word shows where it stands elsewhere: "Sheikh [Maskin]" tells of "Maskin fell". */
function markElsewhere({ tokens, tags }: Read, words: Int32Array, { bits, elsewhere }: Evidence): void {
  const n = tokens.length;
  const { form, lower } = tokens;
  const small = (i: number): boolean => form[i] === lower[i];
  const seen = new Map<number, number>();
  for (let i = 0; i < n; i++) {
    if (small(i) || lower[i].length < 2) continue;
    let shown = seen.get(words[i]) ?? 0;
    if (i > 0) {
      if (bits[i - 1] & BIT.title) shown |= SEEN.afterTitle;
      if (bits[i - 1] & BIT.given) shown |= SEEN.afterGiven;
      if (IN.has(lower[i - 1])) shown |= SEEN.afterIn;
      if (tags.pos[i - 1] === POS.PROPN) shown |= SEEN.inside;
    }
    if (i + 1 < n) {
      if (bits[i + 1] & BIT.suffix) shown |= SEEN.beforeSuffix;
      if (lower[i + 1] === "'s") shown |= SEEN.possessive;
    }
    seen.set(words[i], shown);
  }
  for (let i = 0; i < n; i++) {
    if (!small(i)) continue;
    const shown = seen.get(words[i]);
    if (shown !== undefined && lower[i].length > 1) seen.set(words[i], shown | SEEN.lower);
  }
  for (let i = 0; i < n; i++) if (!small(i)) elsewhere[i] = seen.get(words[i]) ?? 0;
}

/** Country names are told from the table. */
function markCountries({ tokens, sentences }: Read, { countries }: Tables, evidence: Evidence): void {
  for (let i = 0; i < tokens.length; i++) {
    if (tokens.form[i] === tokens.lower[i]) continue;
    const match = countries.matchesAt(tokens, i, sentences.last[tokens.sentence[i]]).at(-1);
    if (!match) continue;
    for (let t = i; t < match.last; t++) evidence.bits[t] |= BIT.country;
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
