/** Names: the same name, its short form, its acronym, a person's surname. */

import { codeAt } from '../../document/codeAt.ts';
import { typesOf } from '../../document/entityType.ts';
import type { Clusters } from '../cluster.ts';
import { LEVEL } from '../code.ts';
import { isOf, type Knowledge, type Profile, type Read } from '../profile.ts';
import { isDivisionOf, namesakes } from './namesake.ts';

const isName = (p: Profile): boolean => p.level === LEVEL.name;
/** A demonym and a country are two entities, a country that acts and the same country are one. */
const group = (p: Profile): string => `${p.mention.type}|`;

/** "Iraq … Iraq", "U.S. … the United States", "IRGC … Islamic Revolutionary Guard Corps" (known to the lexicon). */
export function sameName(clusters: Clusters, layers: Read, knowledge: Knowledge): void {
  const which = namesakes(clusters, layers, knowledge);
  const byKey = new Map<string, Profile>();
  const byCanonical = new Map<string, Profile>();
  for (const p of clusters.profiles) {
    if (!isName(p) || isOf(VALUES, p)) continue;
    const mark = which(p);
    joinSame(clusters, byKey, mark ? p.key + mark : p.key, p);
    const canonical = p.mention.entry?.canonical;
    if (canonical) joinSame(clusters, byCanonical, canonical, p);
  }
}

/** Joins a name with the first of its key and type; a key is of one type nearly always, of another it stands with that. */
function joinSame(clusters: Clusters, seen: Map<string, Profile>, key: string, p: Profile): void {
  const before = seen.get(key);
  if (!before) seen.set(key, p);
  else if (before.mention.type === p.mention.type) clusters.join(before.index, p.index);
  else joinSame(clusters, seen, `${group(p)}${key}`, p);
}

const SMALL = new Set(['of', 'the', 'and', 'for', 'in', 'on', 'de', 'la', 'del', 'y', 'a', 'al', 'to']);
/** What a name's acronym may be: "ISIL", "ISOIATL" of Islamic State of Iraq and the Levant. */
export function acronymsOf(words: readonly string[]): string[] {
  if (words.length < 2) return [];
  let short = '';
  let long = '';
  for (const word of words) {
    long += word[0];
    if (!SMALL.has(word)) short += word[0];
  }
  return [short, long].filter((a) => a.length >= 2 && a.length <= 8 && a[0] === words[0][0]);
}

/** "Islamic Revolutionary Guard Corps (IRGC)", and any later "IRGC". */
export function acronyms(clusters: Clusters, { text }: Read): void {
  /** Each acronym with the name of its type in front of it, and the first letters of all. */
  const found: { readonly p: Profile; readonly before: Profile | undefined; readonly written: string }[] = [];
  let letters = 0;
  let before: Profile | undefined;
  for (const p of clusters.profiles) {
    if (!isName(p) || !isBody(p)) continue;
    if (mayBeAcronym(text, p)) {
      const written = text.slice(p.mention.start, p.mention.end).replace(/[.\s]/g, '');
      if (/^\p{Lu}{2,}/u.test(written)) {
        found.push({ p, before, written });
        letters |= 1 << (codeAt(written.toLowerCase(), 0) & 31);
      }
    }
    before = p;
  }
  if (!found.length) return;
  const long = longNames(clusters, letters);
  for (const { p, before, written } of found) {
    // in brackets right behind another name, whatever it stands for: "Da'ish (ISIS)"
    if (before?.mention.type === p.mention.type && text.slice(before.mention.end, p.mention.start) === ' (') {
      clusters.join(before.index, p.index);
      continue;
    }
    if (!/^\p{Lu}{2,8}$/u.test(written)) continue;
    const full = long.get(group(p) + written.toLowerCase());
    if (full) clusters.join(full.index, p.index);
  }
}
const BODY = typesOf('organization', 'place');
const PERSON = typesOf('person');
const VALUES = typesOf('date', 'quantity');
const isBody = (p: Profile): boolean => isOf(BODY, p);
/** It begins with two signs that are no small letter. */
const mayBeAcronym = (text: string, { mention: { start } }: Profile): boolean =>
  !isSmall(text.charCodeAt(start)) && !isSmall(text.charCodeAt(start + 1));
const isSmall = (code: number): boolean => code >= 97 && code <= 122;

/** What may have an acronym that begins with one of these letters, by type and acronym. */
function longNames({ profiles }: Clusters, letters: number): Map<string, Profile> {
  const long = new Map<string, Profile>();
  const begins = ({ words }: Profile): boolean => ((letters >> (codeAt(words[0], 0) & 31)) & 1) !== 0;
  // "Iraqi security forces … the ISF": descriptions have acronyms too
  for (const p of profiles)
    if (
      p.level === LEVEL.nominal &&
      p.words.length > 2 &&
      (p.mention.type === 'organization' || p.mention.type === 'group') &&
      begins(p)
    )
      for (const short of acronymsOf(p.words)) long.set(`organization|${short}`, p);
  for (const p of profiles)
    if (isName(p) && isBody(p) && p.words.length > 1 && begins(p))
      for (const short of acronymsOf(p.words)) {
        const key = group(p) + short;
        if (long.get(key)?.mention.level !== 'name') long.set(key, p);
      }
  return long;
}

/** The mentions of each name, by the words that it has: short names are compared with names that share a word, not with all. */
class NamesByWord {
  readonly #byWord = new Map<string, Map<string, Profile[]>>();

  constructor(names: readonly Profile[]) {
    // most texts have no name with more words than the shortest
    if (!names.some(({ words }) => words.length !== names[0].words.length)) return;
    // how short the shortest name is that begins with a word: no name as short is asked for by it
    const shortest = new Map<string, number>();
    for (const { words } of names)
      if (words.length && words.length < (shortest.get(words[0]) ?? Infinity)) shortest.set(words[0], words.length);
    for (const p of names)
      for (let i = 0; i < p.words.length; i++) {
        const word = p.words[i];
        if ((shortest.get(word) ?? Infinity) >= p.words.length || p.words.indexOf(word) < i) continue;
        let known = this.#byWord.get(word);
        if (!known) this.#byWord.set(word, (known = new Map()));
        const name = `${p.mention.type}|${p.gender}|${p.words.join(' ')}`;
        const same = known.get(name);
        if (same) same.push(p);
        else known.set(name, [p]);
      }
  }

  /** The mentions of every name with this word, name by name, each in the order of the text. */
  with(word: string | undefined): Iterable<readonly Profile[]> {
    return (word !== undefined && this.#byWord.get(word)?.values()) || [];
  }
}

/** The last of some mentions in order that stands before another; else the first of all. */
function nearest(mentions: readonly Profile[], p: Profile): Profile {
  let low = 0;
  let high = mentions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (mentions[middle].index < p.index) low = middle + 1;
    else high = middle;
  }
  return mentions[Math.max(0, low - 1)];
}

/** "Pat Ryder … Ryder", "Mohammed Shia al-Sudani … al-Sudani": parts of a fuller name in the text, the one named last before. */
export function personParts(clusters: Clusters): void {
  const persons = clusters.profiles.filter((p) => isName(p) && isOf(PERSON, p));
  if (persons.length < 2) return;
  const full = new NamesByWord(persons);
  for (const p of persons) {
    let best: Profile | undefined;
    for (const same of full.with(p.words[0])) {
      const q = nearest(same, p);
      if (q.words.length <= p.words.length || !endsOrBegins(q.words, p.words) || !agree(p, q)) continue;
      if (!best || closer(q, best, p)) best = q;
    }
    if (best) clusters.join(best.index, p.index);
  }
}
/** Before `p` the later is closer; what stands behind it comes after all before, the earlier first. */
const closer = (a: Profile, b: Profile, p: Profile): boolean =>
  a.index < p.index ? b.index > p.index || a.index > b.index : b.index > p.index && a.index < b.index;
const agree = (a: Profile, b: Profile): boolean => a.gender === 'any' || b.gender === 'any' || a.gender === b.gender;
function endsOrBegins(long: readonly string[], short: readonly string[]): boolean {
  if (!short.length) return false;
  const tail = long.slice(-short.length).join(' ') === short.join(' ');
  const head = long.slice(0, short.length).join(' ') === short.join(' ');
  // "al-Abadi" and "Abadi", "Rodriguez" in "Rodriguez Rodriguez", "Abu Haidar" with parts in order
  if (tail || head) return true;
  let at = 0;
  for (const w of long) if (w === short[at]) at++;
  return at === short.length;
}

/** What a body is called for short when the text has one of its sort: "the Global Coalition … the Coalition". */
const BODIES = new Set(
  'coalition council ministry army committee commission agency movement party front brigade union alliance court bank board corps guard assembly congress department foundation institute league'.split(
    ' ',
  ),
);

/** "Islamic State … Islamic State of Iraq and the Levant", "Security Council … UN Security Council". */
export function nameParts(clusters: Clusters, _: Read, knowledge: Knowledge): void {
  const names = clusters.profiles.filter(
    (p) => isName(p) && (p.mention.type === 'organization' || (p.mention.type === 'place' && !p.countries.length)),
  );
  if (names.length < 2) return;
  const all = new NamesByWord(names);
  for (const p of names) {
    if (isShort(p.words)) continue;
    let chain = -1;
    let several = false;
    for (const same of all.with(p.words[0])) {
      const { mention, words } = same[0];
      const more = words.length - p.words.length;
      if (mention.type !== p.mention.type || more <= 0 || more > 5) continue;
      const tail =
        (p.words.length > 1 || BODIES.has(p.words[0]) || ofCountry(words, knowledge)) && ends(words, p.words);
      if (!starts(words, p.words) && !tail) continue;
      // "Washington state", "Baghdad province" are not the capital
      if (mention.type === 'place' && isDivisionOf(words, p.words, knowledge)) continue;
      const q = same.find((r) => !nested(p, r));
      if (!q) continue;
      const found = clusters.find(q.index);
      several ||= chain >= 0 && chain !== found;
      chain = found;
    }
    if (chain >= 0 && !several) clusters.join(chain, p.index);
  }
}
/** Of less than four letters. */
function isShort(words: readonly string[]): boolean {
  let letters = 0;
  for (let i = 0; i < words.length; i++) letters += words[i].length;
  return letters < 4;
}
/** "the Afghan Taliban … the Taliban". */
const ofCountry = (words: readonly string[], { countryOfDemonym }: Knowledge): boolean =>
  words.length === 2 && countryOfDemonym(words[0]) !== undefined;
const starts = (long: readonly string[], short: readonly string[]) => short.every((w, i) => long[i] === w);
const ends = (long: readonly string[], short: readonly string[]) =>
  short.every((w, i) => long[long.length - short.length + i] === w);
const nested = (a: Profile, b: Profile) => b.mention.start <= a.mention.start && b.mention.end >= a.mention.end;
