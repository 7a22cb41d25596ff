/** One thing said twice, side by side: "the spokesman, Pat Ryder,", "the destroyer Defender", "he is a general", "used as a base". */
import { typesOf } from '../../document/entityType.ts';
import { DEP, POS } from '../../document/ud.ts';
import type { Clusters } from '../cluster.ts';
import { DETERMINER, LEVEL } from '../code.ts';
import { isOf, type Knowledge, type Profile, type Read } from '../profile.ts';
import { next } from './around.ts';

const VALUES = typesOf('date', 'quantity', 'nationality', 'identifier');
const nominal = (p: Profile): boolean => p.level === LEVEL.nominal;

export function apposition(clusters: Clusters, layers: Read, knowledge: Knowledge): void {
  const { profiles } = clusters;
  const heads = new Heads(profiles, layers.tokens.length);
  for (const p of profiles) {
    if (p.level === LEVEL.pronoun || isOf(VALUES, p)) continue;
    const other =
      inTree(clusters, layers, p, heads) ??
      (nominal(p)
        ? (inFront(profiles, layers, p, knowledge) ??
          behind(profiles, layers, p) ??
          predicate(profiles, layers, p, heads))
        : named(profiles, p, layers, heads));
    if (other) clusters.join(other.index, p.index);
  }
}

const NO_HEADS = new Int32Array(0);
/** The mentions of each head word. */
class Heads {
  readonly #profiles: readonly Profile[];
  readonly #tokens: number;
  /** The first mention of each word, and the next with the same; numbers from 1, 0 for none. Empty until it is asked for. */
  #first = NO_HEADS;
  #next = NO_HEADS;

  constructor(profiles: readonly Profile[], tokens: number) {
    this.#profiles = profiles;
    this.#tokens = tokens;
  }

  #fill(): void {
    this.#first = new Int32Array(this.#tokens);
    this.#next = new Int32Array(this.#profiles.length + 1);
    for (let i = this.#profiles.length - 1; i >= 0; i--) {
      const { head } = this.#profiles[i].mention;
      this.#next[i + 1] = this.#first[head];
      this.#first[head] = i + 1;
    }
  }

  /** The first of a word, from 1; 0 for none. */
  first(head: number): number {
    if (this.#first === NO_HEADS) this.#fill();
    return this.#first[head] ?? 0;
  }
  /** The next of the same word. */
  next(n: number): number {
    return this.#next[n];
  }
}

const clash = (p: Profile, q: Profile): boolean => p.number !== 'any' && q.number !== 'any' && p.number !== q.number;

/** What the tree sets beside it. The tree's head may be any word of a name or of its title: of "Brig. Gen. Hassan Karim, a spokesman" it is "Brig." */
function inTree(clusters: Clusters, { tree, tokens }: Read, p: Profile, heads: Heads): Profile | undefined {
  const dep = tree.dep[p.mention.head];
  if (dep !== DEP.appos && dep !== DEP['nmod:desc']) return undefined;
  const head = tree.head[p.mention.head];
  const { profiles } = clusters;
  // a list: "a driver; Elmer Machado, a beggar"
  for (let i = Math.min(head, p.mention.head); i < p.mention.first; i++) if (tokens.form[i] === ';') return undefined;
  for (let n = heads.first(head); n; n = heads.next(n))
    if (isSame(clusters, p, profiles[n - 1])) return profiles[n - 1];
  for (let j = p.index - 1; j >= 0 && j >= p.index - 8; j--) {
    const { first, last, level } = profiles[j].mention;
    if (
      level === 'name' &&
      first - 4 <= head &&
      head < last &&
      last <= p.mention.first &&
      isSame(clusters, p, profiles[j])
    )
      return profiles[j];
  }
  return undefined;
}
const isSame = (clusters: Clusters, p: Profile, q: Profile): boolean =>
  q.mention.type === p.mention.type && q.level !== LEVEL.pronoun && !clash(p, q) && compatible(clusters, p, q);
/** Two different full names are two things. */
function compatible(clusters: Clusters, p: Profile, q: Profile): boolean {
  if (p.mention.level !== 'name' || q.mention.level !== 'name') return true;
  return p.mention.type !== 'person' && p.words.some((w) => q.words.includes(w)) && !clusters.same(p.index, q.index);
}

/** Nouns that stand right in front of the name of what they are: "the destroyer Defender", "the city Aden". */
const BEFORE_NAMES: ReadonlySet<string> = new Set(['person', 'vehicle']);

/** "State Department spokesman Vedant Patel", "their leader, Captain Amadou Sanogo": a description and titles in front of a name. */
function inFront(
  profiles: readonly Profile[],
  { tokens }: Read,
  p: Profile,
  { isTitle }: Knowledge,
): Profile | undefined {
  if (p.number === 'plural' || !BEFORE_NAMES.has(p.mention.type)) return undefined;
  const q = next(profiles, p);
  if (q?.mention.level !== 'name' || q.mention.type !== p.mention.type || q.sentence !== p.sentence) return undefined;
  const [from, to] = [p.mention.last, q.mention.first];
  if (to - from > 5) return undefined;
  for (let i = from; i < to; i++) {
    const comma = tokens.form[i] === ',' && i === from;
    if (!(comma || tokens.form[i] === '.' || isTitle(tokens.lower[i]))) return undefined;
  }
  // "told the president, Mr. Karim said": what a comma parts must be closed by one, or open the sentence
  return p.mention.type === 'person' || from === to ? q : undefined;
}

const CLOSES = new Set([',', '.', ';', ')', '-', '–', '—', '"', '”', ':']);
const GOES_ON = new Set('of in at to for from with who which that whose where based led on by against near'.split(' '));
const OPENERS = new Set([',', '-', '–', '—', '(', '--']);

/** "MONUSCO, the UN mission in the country,", "Min Aung Hlaing, the commander-in-chief.": a description behind a name and a comma. */
function behind(profiles: readonly Profile[], { tokens, tree, tags }: Read, p: Profile): Profile | undefined {
  const { first, last, head, type } = p.mention;
  const closed = type === 'person' && tokens.form[last] === ',';
  if ((p.subject && !closed) || (tree.dep[head] === DEP.conj && tokens.form[last] === ',')) return undefined;
  let at = first - 1;
  while (
    at > first - 5 &&
    at >= 0 &&
    (tags.pos[at] === POS.DET || tags.pos[at] === POS.ADJ || tags.pos[at] === POS.ADV)
  )
    at--;
  const owned = p.determiner === DETERMINER.its && at === first - 1;
  if (!OPENERS.has(tokens.form[at]) && !owned) return undefined;
  if (!(CLOSES.has(tokens.form[last] ?? '.') || GOES_ON.has(tokens.lower[last]))) return undefined;
  for (let j = p.index - 1; j >= 0 && j >= p.index - 8; j--) {
    const q = profiles[j];
    if (q.sentence !== p.sentence || q.mention.last < at - 4) return undefined;
    const beside = owned ? startsOwner(tokens.form, q.mention.last, at) : q.mention.last === at;
    if (!beside || q.mention.level !== 'name' || q.mention.type !== type || clash(p, q)) continue;
    // "in Aden, the port" but "near Aden, the port of Mukalla"
    const inner = next(profiles, p);
    if (tokens.lower[last] === 'of' && inner?.mention.first === last + 1 && inner.mention.type === type)
      return undefined;
    return q;
  }
  return undefined;
}
/** "Lama Fakih, HRW's deputy director": between the name and the owner stands the comma. */
const startsOwner = (form: readonly string[], last: number, owner: number): boolean =>
  form[last] === ',' && owner - last <= 4 && owner > last;

const AS_VERBS = new Set(
  'serve act work appoint name elect describe know use regard see appear emerge resign retire choose install recognise recognize designate identify'.split(
    ' ',
  ),
);

/** The subject of a copula whose predicate it is ("he is a general"), or of a verb with "as" ("served as commander", "used the school as a base"). */
function predicate(
  profiles: readonly Profile[],
  { tree, tags, tokens }: Read,
  p: Profile,
  heads: Heads,
): Profile | undefined {
  const { head, first } = p.mention;
  if (hasCopula(tree, head)) return dependentOf(tree, profiles, heads, head, p, DEP.nsubj);
  let at = first - 1;
  while (at > first - 4 && at > 0 && tags.pos[at] === POS.DET) at--;
  const verb = tree.head[head];
  if (tokens.lower[at] !== 'as' || verb < 0 || !AS_VERBS.has(tags.lemma[verb])) return undefined;
  return (
    dependentOf(tree, profiles, heads, verb, p, DEP.obj) ??
    dependentOf(tree, profiles, heads, verb, p, DEP['nsubj:pass']) ??
    dependentOf(tree, profiles, heads, verb, p, DEP.nsubj)
  );
}

/** "His chief of staff is Major General Hassan": the name, or the title in front of it, is the predicate. */
function named(profiles: readonly Profile[], p: Profile, { tree }: Read, heads: Heads): Profile | undefined {
  const { head, first } = p.mention;
  const titled = tree.head[head] >= 0 && tree.head[head] < first && tree.head[head] >= first - 3;
  const at = titled && !hasCopula(tree, head) ? tree.head[head] : head;
  if (p.mention.type !== 'person' || !hasCopula(tree, at)) return undefined;
  const subject = dependentOf(tree, profiles, heads, at, p, DEP.nsubj);
  return subject?.mention.level === 'name' ? undefined : subject;
}

function hasCopula(tree: Read['tree'], head: number): boolean {
  for (let i = Math.max(0, head - 8); i < head; i++) if (tree.head[i] === head && tree.dep[i] === DEP.cop) return true;
  return false;
}

const WORDS_BACK = 24;
function dependentOf(
  tree: Read['tree'],
  profiles: readonly Profile[],
  heads: Heads,
  governor: number,
  p: Profile,
  dep: number,
): Profile | undefined {
  for (let i = p.mention.first - 1; i >= 0 && i >= p.mention.first - WORDS_BACK; i--) {
    if (tree.head[i] !== governor || tree.dep[i] !== dep) continue;
    for (let n = heads.first(i); n; n = heads.next(n)) if (mayBe(p, profiles[n - 1])) return profiles[n - 1];
    return undefined;
  }
  return undefined;
}

/** A pronoun's own type is a guess: its number and gender decide. */
function mayBe(p: Profile, q: Profile): boolean {
  if (clash(p, q)) return false;
  if (q.mention.level !== 'pronoun') return q.mention.type === p.mention.type;
  if (q.number === 'singular') return (q.gender === 'n') === (p.mention.type !== 'person');
  return p.mention.type === 'group' || p.mention.type === 'organization' || p.number === 'plural';
}
