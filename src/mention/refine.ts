/** The conflict policy, in one place: what stays of what was proposed, and what each mention takes from others. */
import { codeAt } from '../document/codeAt.ts';
import { isOfTypes, typesOf } from '../document/entityType.ts';
import type { DraftMention } from '../document/layers.ts';
import { compareSpans, contains, overlaps, type Span, sameSpan } from '../document/span.ts';
import type { Read } from './proposal.ts';

const crosses = (a: DraftMention, b: DraftMention): boolean => overlaps(a, b) && !contains(a, b) && !contains(b, a);

/** Whether `m` may stand beside `kept`, which ranks higher. */
function allowed(m: DraftMention, kept: DraftMention): boolean {
  if (!overlaps(m, kept)) return true;
  if (crosses(m, kept) || sameSpan(m, kept)) return false;
  // two mentions with one head and one type: "[officers]" in "[police officers]" is no mention of its own
  if (m.head === kept.head && m.type === kept.type && !(m.level === 'name' && kept.level === 'name')) return false;
  // the user has said what a word is: nothing around it makes its head another thing
  if (kept.rule.startsWith('own/') && kept.first <= m.head && m.head < kept.last) return false;
  if (kept.type === 'identifier') return false;
  // what nests in a date or a number is part of it
  if ((kept.type === 'date' || kept.type === 'quantity') && contains(kept, m)) return false;
  // the tagger's "[two drones]" around a number stays; a term of the lexicon inside a name of that type doesn't
  if (m.rule.startsWith('lexicon/') && contains(kept, m) && (kept.level === 'name' || kept.type === m.type))
    return false;
  if (m.level === 'pronoun') return false;
  return true;
}

/** Types of things that designations name. */
const DESIGNATED = typesOf('weapon', 'vehicle');
/** A hyphen and a word stand in front of the token, without spaces. */
function isGlued({ form, start, end }: Read['tokens'], t: number): boolean {
  if (t < 2 || form[t - 1] !== '-' || start[t] !== end[t - 1] || start[t - 1] !== end[t - 2]) return false;
  const c = codeAt(form[t - 2], 0);
  return c < 48 || c > 57;
}

/** Mentions that only stand or fall with what is `around` them: judged when all others are settled. */
function fits({ tokens }: Read, m: DraftMention, around: readonly DraftMention[]): boolean {
  if (m.type === 'nationality') {
    // "Saudi Arabia", "Dominican Republic": part of a place's name
    if (around.some((o) => o.type === 'place' && o.level === 'name')) return false;
    // "Islamic State", "Mohammed Shia al-Sudani": creeds inside names of organisations and persons are no mentions
    if (around.some((o) => o.level === 'name' && (o.type === 'person' || !m.entry?.country))) return false;
    // a language: "Arabic: …", "English-language"
    const next = tokens.lower[m.last];
    if (next === ':' || (next === '-' && /^(?:language|speaking|born)$/.test(tokens.lower[m.last + 1] ?? '')))
      return false;
  }
  // "Tower 22", "101st Airborne", "M-16": numbers in names
  if (m.type === 'quantity' && around.some((o) => o.level === 'name' && o.type !== 'conflict')) return false;
  // a calibre is part of the weapon
  if (m.type === 'quantity' && m.kind !== 'count' && around.some((o) => o.type === 'weapon')) return false;
  // "[weapon AK-47 rifles]", "[vehicle MiG-29 jets]": what a hyphen glues to a word is no number
  if (m.type === 'quantity' && isGlued(tokens, m.first) && around.some((o) => isOfTypes(DESIGNATED, o.type)))
    return false;
  if (m.type === 'quantity' && tokens.form[m.first - 1] === '[' && tokens.form[m.last] === ']') return false;
  if (m.type === 'date' && around.some((o) => o.level === 'name' && o.type === 'person')) return false;
  return true;
}

/** What `fits` may refuse. */
const DEPENDENT = typesOf('nationality', 'quantity', 'date');

/** @param ranked proposals, the most trusted proposer first. @returns mentions sorted by start, none crossing another. */
export function refine(layers: Read, ranked: readonly (readonly DraftMention[])[]): DraftMention[] {
  const kept = new Row();
  for (const proposals of ranked) {
    if (!proposals.length) continue;
    const own = new Row();
    let upto = 0;
    for (const m of inOrder(proposals)) {
      while (upto < kept.items.length && kept.items[upto].start < m.end) upto++;
      if (kept.every(upto, m, allowed) && own.every(own.items.length, m, beside)) own.push(m);
    }
    kept.merge(own);
  }
  return kept.items.filter((m) => !isOfTypes(DEPENDENT, m.type) || fits(layers, m, kept.around(m)));
}
const beside = (m: DraftMention, kept: DraftMention): boolean => !crosses(m, kept) && !sameSpan(m, kept);

function inOrder(proposals: readonly DraftMention[]): readonly DraftMention[] {
  for (let i = 1; i < proposals.length; i++)
    if (compareSpans(proposals[i - 1], proposals[i]) > 0) return [...proposals].sort(compareSpans);
  return proposals;
}

const NONE: readonly DraftMention[] = [];
/** Characters; no mention is longer. */
const WINDOW = 400;

/** Mentions sorted by start, with what is needed to look only at those that may overlap another. */
class Row {
  readonly items: DraftMention[] = [];
  /** The furthest end of a mention and all in front of it. */
  readonly #reach: number[] = [];

  push(m: DraftMention): void {
    this.#reach.push(Math.max(m.end, this.#reach.at(-1) ?? 0));
    this.items.push(m);
  }

  /** Takes in the mentions of another row; no span is in both. */
  merge({ items: others }: Row): void {
    const { items } = this;
    let i = items.length - 1;
    for (const m of others) items.push(m);
    // from behind, so that nothing is overwritten before it has moved
    let to = items.length - 1;
    for (let o = others.length - 1; o >= 0; o--) {
      while (i >= 0 && compareSpans(items[i], others[o]) >= 0) items[to--] = items[i--];
      items[to--] = others[o];
    }
    for (let k = i + 1; k < items.length; k++) this.#reach[k] = Math.max(items[k].end, k > 0 ? this.#reach[k - 1] : 0);
  }

  /** Whether `fits` holds for `m` and each of the first `upto` mentions that may overlap it. */
  every(upto: number, m: DraftMention, fits: (m: DraftMention, kept: DraftMention) => boolean): boolean {
    for (let i = upto - 1; i >= 0 && this.#reach[i] > m.start && this.items[i].start >= m.start - WINDOW; i--)
      if (!fits(m, this.items[i])) return false;
    return true;
  }

  /** All that are wider than `m` and hold it. */
  around(m: Span): readonly DraftMention[] {
    const { items } = this;
    let low = 0;
    let high = items.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (items[middle].start < m.end) low = middle + 1;
      else high = middle;
    }
    let found: DraftMention[] | undefined;
    for (let i = low - 1; i >= 0 && this.#reach[i] > m.start && items[i].start >= m.start - WINDOW; i--) {
      if (!contains(items[i], m) || sameSpan(items[i], m)) continue;
      if (found) found.push(items[i]);
      else found = [items[i]];
    }
    return found ?? NONE;
  }
}
