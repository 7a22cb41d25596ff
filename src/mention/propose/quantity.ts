/** Numbers with their hedge and unit: "[quantity approximately 2,500] troops", "[quantity $15 million]", "a [quantity 15-year-old]". */

import { type Assets, decode, resource } from '../../document/assets.ts';
import type { DraftMention } from '../../document/layers.ts';
import type { QuantityAttributes } from '../../document/schema.ts';
import type { Tokens } from '../../document/tokens.ts';
import { DEP, POS } from '../../document/ud.ts';
import { uniform } from '../../document/uniform.ts';
import { parseTable } from '../../gazetteer/table.ts';
import { Trie } from '../../gazetteer/trie.ts';
import { WordMap } from '../../gazetteer/wordMap.ts';
import { WordTable } from '../../gazetteer/wordTable.ts';
import type { Proposer, Read } from '../proposal.ts';
import { GLUED, mayBeDigits, type NumberWords, type Numeral, numeralAt, opensDesignation } from './numeral.ts';

interface Hedge {
  readonly effect: string;
}
interface Unit {
  readonly kind: string;
  readonly symbol: string;
}
export interface Quantities extends NumberWords {
  /** Signs and codes in front of an amount: "$", "US$". */
  readonly currencies: WordMap<string>;
  readonly hedges: Trie<Hedge>;
  readonly units: Trie<Unit>;
  /** Every word with which a numeral may begin. */
  readonly begins: WordTable<true>;
}
const WORDS = ['term', 'role', 'low', 'high', 'effect'] as const;
const UNITS = ['term', 'kind', 'symbol', 'factor', 'base'] as const;

export function loadQuantities(assets: Assets): Quantities {
  const words = resource(assets, 'lexicon/number-word.tsv', (bytes, name) => parseTable(decode(bytes), name, WORDS));
  const units = resource(assets, 'lexicon/unit.tsv', (bytes, name) => parseTable(decode(bytes), name, UNITS));
  const single = (role: string) =>
    words.filter((w) => w.role === role && !w.term.includes(' ')).map((w) => [w.term, Number(w.low)] as const);
  const hedges = new Trie<Hedge>();
  for (const { term, role, effect } of words) if (role === 'hedge' && effect !== 'exact') hedges.add(term, { effect });
  const measures = new Trie<Unit>();
  // a trie compares letters and digits only: "US$" would be found in "three US soldiers"
  for (const { term, kind, symbol } of units)
    if (/^[\p{L}\p{N}\s.'-]+$/u.test(term)) measures.add(term, { kind, symbol });
  const money = units.filter((u) => u.kind === 'money' && /[^\p{L}\s.]|^(?:[A-Z]{3}|Rs)$/u.test(u.term));
  const numbers = new Map(single('cardinal'));
  const scales = new Map([...single('multiplier'), ['dozen', 12], ['score', 20]] as const);
  const vague = new Map(single('vague'));
  return {
    numbers: new WordMap(numbers),
    scales: new WordMap(scales),
    vague: new WordMap(vague),
    begins: new WordTable([...numbers.keys(), ...scales.keys(), ...vague.keys()].map((word) => [word, true])),
    currencies: new WordMap(new Map(money.map((u) => [u.term, u.symbol]))),
    hedges,
    units: measures,
  };
}

/** A quantity as far as it is read: its tokens, what it counts and in which unit. */
interface Reading {
  first: number;
  last: number;
  kind: string;
  unit: string;
}
interface Found extends Reading {
  readonly amount: QuantityAttributes;
}

function hedgeBefore(
  q: Quantities,
  tokens: Tokens,
  first: number,
  floor: number,
): { first: number; effect: string } | undefined {
  for (let back = Math.min(4, first - floor); back >= 1; back--) {
    const hit = q.hedges.longestAt(tokens, first - back, first);
    if (hit?.last === first) return { first: hit.first, effect: hit.value.effect };
  }
  return undefined;
}

/** "between 10 and 15", "15 to 20 percent", "10-15": the second numeral of a range. */
function rangeEnd(
  q: Quantities,
  tokens: Tokens,
  low: Numeral,
  first: number,
  floor: number,
  limit: number,
): Numeral | undefined {
  const joint = tokens.lower[low.last];
  const between = first > floor && tokens.lower[first - 1] === 'between';
  if (!(joint === 'to' || joint === 'or' || joint === '-' || joint === '–' || (joint === 'and' && between)))
    return undefined;
  if (low.last + 1 >= limit) return undefined;
  const high = numeralAt(q, tokens, low.last + 1, limit);
  if (!high || high.vague || high.value <= low.value) return undefined;
  return joint === 'or' && high.value > low.value + 2 ? undefined : high;
}

function amountOf(effect: string | undefined, value: number, vague: boolean): QuantityAttributes {
  if (effect === 'minimum' || effect === 'above') return { minimum: value };
  if (effect === 'maximum') return { maximum: value };
  if (vague) return { minimum: value, approximate: true };
  return effect ? { value, approximate: true } : { value };
}

function readAt(q: Quantities, layers: Read, i: number, floor: number, limit: number): Found | undefined {
  const { tokens } = layers;
  const { form, lower } = tokens;
  const glued = mayBeDigits(lower[i]) ? GLUED.exec(lower[i]) : null;
  const numeral = glued
    ? { last: i + 1, value: Number(glued[1].replaceAll(',', '')), vague: false }
    : numeralAt(q, tokens, i, limit);
  if (!numeral || !Number.isFinite(numeral.value)) return undefined;
  const high = rangeEnd(q, tokens, numeral, i, floor, limit);
  const { last } = high ?? numeral;
  const currency = i > floor ? q.currencies.get(form[i - 1]) : undefined;
  const reading: Reading =
    currency === undefined
      ? { first: i, last, kind: 'count', unit: '' }
      : { first: i - 1, last, kind: 'money', unit: currency };
  let forced: string | undefined;
  if (lower[last] === '-' && lower[last + 1] === 'plus' && last + 1 < limit) {
    reading.last += 2;
    forced = 'minimum';
  } else if (glued && !SCALES.has(glued[2])) {
    const measure = q.units.matchesAt(singleToken(glued[2]), 0, 1)[0];
    reading.kind = measure?.value.kind ?? (glued[2] === '%' ? 'percent' : 'other');
    reading.unit = measure?.value.symbol || glued[2];
  } else if (last < limit) readUnit(q, tokens, reading, limit);
  return hedged(q, layers, reading, numeral, high, floor, forced);
}
/** What is glued to a number and no unit: "15k". */
const SCALES = new Set(['k', 'mn', 'bn']);

/** The unit behind the numeral. */
function readUnit(q: Quantities, tokens: Tokens, reading: Reading, limit: number): void {
  const { lower } = tokens;
  const { last } = reading;
  if (lower[last] === '%') {
    reading.kind = 'percent';
    reading.unit = '%';
    reading.last++;
    return;
  }
  // "a 15-year-old boy", "aged 14"
  if (lower[last] === '-' && (lower[last + 1] === 'year' || lower[last + 1] === 'years')) {
    if (lower[last + 2] === '-' && lower[last + 3] === 'old') reading.last += 4;
    reading.kind = 'other';
    reading.unit = 'year';
    return;
  }
  // "a 20-kilometer convoy"
  const from = lower[last] === '-' && last + 1 < limit ? last + 1 : last;
  const measure = q.units.matchesAt(tokens, from, limit, (t) => lower[t].replace(/s$/, '')).at(-1);
  if (!measure || opensDesignation(tokens, measure.last - 1)) return;
  const { kind, symbol } = measure.value;
  // "5 m": the letter alone is a unit; "100 pounds" may be weight, "marks" of exams: money wins in the news
  reading.kind = kind;
  reading.unit ||= symbol;
  reading.last = measure.last;
}

/** The quantity with what stands before the numeral: "a dozen", "at least a hundred". */
function hedged(
  q: Quantities,
  layers: Read,
  reading: Reading,
  numeral: Numeral,
  high: Numeral | undefined,
  floor: number,
  forced: string | undefined,
): Found | undefined {
  const { tokens } = layers;
  const { last, kind, unit } = reading;
  let { first } = reading;
  if (kind === 'count' && !isCount(layers, first, last, floor)) return undefined;
  if (first > floor && tokens.lower[first - 1] === 'a' && q.scales.has(tokens.lower[first])) first--;
  const hedge = hedgeBefore(q, tokens, first, floor);
  if (high && tokens.lower[first - 1] === 'between') first--;
  else if (hedge) first = hedge.first;
  const amount = high
    ? { minimum: numeral.value, maximum: high.value }
    : amountOf(forced ?? hedge?.effect, numeral.value, numeral.vague);
  return { first, last, kind, unit, amount: unit ? { ...amount, unit } : amount };
}

/** Not a year, a name's part ("Tower 22", "Resolution 2254"), a list number, or "one" as a pronoun. */
function isCount({ tokens, tags, tree }: Read, at: number, last: number, floor: number): boolean {
  if (tokens.lower[at] === 'one' && last === at + 1)
    return tree.dep.length ? tree.dep[at] === DEP.nummod : tags.pos[at] === POS.NUM;
  if (!tree.dep.length) return true;
  const previous = at - 1;
  if (previous >= floor && tags.pos[previous] === POS.PROPN && tree.head[at] === previous && tree.dep[at] !== DEP.appos)
    return false;
  return tags.pos[at] !== POS.PROPN;
}

/** Digits, or a number word: what a quantity's first numeral begins with. */
function mayBegin(q: Quantities, lower: string): boolean {
  return mayBeDigits(lower) || q.begins.has(lower);
}

const singleToken = (form: string): Tokens => ({
  length: 1,
  start: new Int32Array(1),
  end: new Int32Array([form.length]),
  form: [form],
  lower: [form],
  sentence: new Int32Array(1),
});

export const quantityProposer =
  (q: Quantities): Proposer =>
  (layers) => {
    const { tokens, sentences, timexes } = layers;
    const found: DraftMention[] = [];
    const inDate = new Uint8Array(tokens.length);
    for (const t of timexes) inDate.fill(1, t.first, t.last);
    for (let i = 0; i < tokens.length; i++) {
      if (inDate[i] || !mayBegin(q, tokens.lower[i])) continue;
      const s = tokens.sentence[i];
      const floor = Math.max(sentences.first[s], found.at(-1)?.last ?? 0);
      let limit = i + 1;
      while (limit < sentences.last[s] && !inDate[limit] && limit < i + 16) limit++;
      const hit = readAt(q, layers, i, floor, limit);
      if (!hit) continue;
      found.push(
        uniform({
          first: hit.first,
          last: hit.last,
          head: Math.min(i, hit.last - 1),
          start: tokens.start[hit.first],
          end: tokens.end[hit.last - 1],
          type: 'quantity',
          kind: hit.kind,
          level: 'nominal',
          rule: `quantity/${hit.kind}`,
          amount: hit.amount,
        }),
      );
      i = hit.last - 1;
    }
    return found;
  };
