/** A person's title, role and nationality, from the words around the name and from descriptions in the chain. */
import type { DraftMention } from '../../document/layers.ts';
import { DEP } from '../../document/ud.ts';
import type { Term, TitleEntry } from '../../gazetteer/lexicon.ts';
import type { Match, Trie } from '../../gazetteer/trie.ts';
import { type Attributes, type Chain, type Read, textOf } from '../chain.ts';

export interface PersonTables {
  readonly titles: Trie<TitleEntry>;
  readonly lexicon: Trie<Term>;
  readonly countryOf: (name: string) => string | undefined;
}

const MOST_TITLE_WORDS = 7;

/** "[Air Force Maj. Gen.] Pat Ryder", "U.S. [Defense Secretary] Lloyd Austin": the longest run of title words right in front. */
export function titleBefore(
  { text, tokens, sentences }: Read,
  m: DraftMention,
  titles: Trie<TitleEntry>,
): { text: string; class: string } | undefined {
  const floor = Math.max(sentences.first[tokens.sentence[m.first]], m.first - MOST_TITLE_WORDS);
  let first = m.first;
  let cls = '';
  for (;;) {
    const match = longestEndingAt(titles, tokens, floor, first);
    if (!match) break;
    const modifies = match.value.class === 'modifier' || match.value.class === 'branch';
    // "former", "Air Force" stand before another title only
    if (modifies && first === m.first) break;
    first = match.first;
    if (!modifies) cls ||= match.value.class;
  }
  if (first === m.first) return undefined;
  return { text: text.slice(tokens.start[first], tokens.end[m.first - 1]).replace(/\s+/g, ' '), class: cls };
}

function longestEndingAt(
  titles: Trie<TitleEntry>,
  tokens: Read['tokens'],
  floor: number,
  end: number,
): Match<TitleEntry> | undefined {
  for (let from = floor; from < end; from++) {
    const match = titles
      .matchesAt(tokens, from, end)
      .find((t) => t.last === end || (t.last === end - 1 && tokens.form[t.last] === '.'));
    if (match) return match;
  }
  return undefined;
}

function isRole(lexicon: Trie<Term>, { tokens, tags }: Read, m: DraftMention): boolean {
  const lemma = (t: number): string => tags.lemma[t];
  for (let i = m.first; i < m.last; i++)
    for (const match of lexicon.matchesAt(tokens, i, m.last, lemma))
      if (match.value.role && match.last > m.head) return true;
  return false;
}

export function personAttributes(layers: Read, chain: Chain, tables: PersonTables): Attributes {
  const { tree } = layers;
  let title: ReturnType<typeof titleBefore>;
  for (const m of chain.mentions) {
    const found = m.level === 'name' ? titleBefore(layers, m, tables.titles) : undefined;
    if (found && (!title || found.text.length > title.text.length)) title = found;
  }
  // a description beside the name before one elsewhere: "Pat Ryder, the press secretary"
  let beside: DraftMention | undefined;
  for (const m of chain.mentions) {
    if (m.level !== 'nominal') continue;
    const appositive = tree.dep[m.head] === DEP.appos;
    if ((beside && !appositive) || !isRole(tables.lexicon, layers, m)) continue;
    beside = m;
    if (appositive) break;
  }
  const role = beside
    ? textOf(layers, beside)
    : title && (title.class === 'office' || title.class === 'religious')
      ? title.text
      : undefined;
  const nationality = nationalityOf(layers, chain);
  const attributes: Record<string, unknown> = {};
  if (title) attributes.title = title.text;
  if (role) attributes.role = role;
  if (nationality !== undefined) attributes.nationality = nationality;
  return attributes;
}

/** "[Iraqi] Prime Minister X", "the [Iranian] commander": a demonym right in front of the name's title or inside a description. */
function nationalityOf(layers: Read, chain: Chain): string | undefined {
  for (const index of chain.members) {
    const country = layers.mentions[index].level === 'pronoun' ? undefined : demonymAt(layers, index);
    if (country) return country;
  }
  return undefined;
}

const WORDS_BEFORE = 6;
function demonymAt({ mentions, tree }: Read, index: number): string | undefined {
  const m = mentions[index];
  // mentions are sorted: only those around it are looked at
  let j = index;
  while (j > 0 && mentions[j - 1].first >= m.first - WORDS_BEFORE) j--;
  for (; j < mentions.length && mentions[j].start < m.end; j++) {
    const d = mentions[j];
    if (d.type !== 'nationality' || d.entry?.country === undefined) continue;
    const inside = d.start >= m.start && d.end <= m.end && m.level === 'nominal';
    const before = d.last <= m.first && m.first - d.last <= 4 && tree.head[d.head] === m.head;
    if (inside || before) return d.entry.country;
  }
  return undefined;
}
