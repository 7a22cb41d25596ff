/** The conflict policy, in one place: what stays of what was proposed, and what each mention takes from others. */
import type { DraftMention } from '../document/layers.ts';
import { compareSpans, contains, overlaps, sameSpan } from '../document/span.ts';
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

/** Mentions that only stand or fall with what is around them: judged when all others are settled. */
function fits({ tokens }: Read, m: DraftMention, all: readonly DraftMention[]): boolean {
  const around = all.filter((o) => o !== m && contains(o, m) && !sameSpan(o, m));
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
  if (m.type === 'quantity' && tokens.form[m.first - 1] === '[' && tokens.form[m.last] === ']') return false;
  if (m.type === 'date' && around.some((o) => o.level === 'name' && o.type === 'person')) return false;
  return true;
}

/** @param ranked proposals, the most trusted proposer first. @returns mentions sorted by start, none crossing another. */
export function refine(layers: Read, ranked: readonly (readonly DraftMention[])[]): DraftMention[] {
  const kept: DraftMention[] = [];
  // where a sorted index of the kept mentions begins to matter: those that end before a proposal's start
  for (const proposals of ranked) {
    const before = [...kept].sort(compareSpans);
    const own: DraftMention[] = [];
    for (const m of [...proposals].sort(compareSpans)) {
      if (near(before, m).every((k) => allowed(m, k)) && near(own, m).every((k) => !crosses(m, k) && !sameSpan(m, k)))
        own.push(m);
    }
    for (const m of own) kept.push(m); // not as arguments: a text of megabytes has more than a call may take
  }
  kept.sort(compareSpans);
  return kept.filter((m) => fits(layers, m, near(kept, m)));
}

/** Those of a sorted list that can overlap `m`: mentions are short, so a window of tokens holds them all. */
function near(sorted: readonly DraftMention[], m: DraftMention): DraftMention[] {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle].start < m.start - WINDOW) low = middle + 1;
    else high = middle;
  }
  const found: DraftMention[] = [];
  for (let i = low; i < sorted.length && sorted[i].start < m.end; i++)
    if (sorted[i].end > m.start) found.push(sorted[i]);
  return found;
}
/** Characters; no mention is longer. */
const WINDOW = 400;
