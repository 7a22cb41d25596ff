/** Numbers with their hedge and unit: "[quantity approximately 2,500] troops", "[quantity $15 million]", "a [quantity 15-year-old]". */
import { type Assets, decode, resource } from '../../document/assets.ts';
import type { DraftMention } from '../../document/layers.ts';
import type { QuantityAttributes } from '../../document/schema.ts';
import type { Tokens } from '../../document/tokens.ts';
import { DEP, POS } from '../../document/ud.ts';
import { uniform } from '../../document/uniform.ts';
import { parseTable } from '../../gazetteer/table.ts';
import { Trie } from '../../gazetteer/trie.ts';
import type { Proposer, Read } from '../proposal.ts';

interface Hedge {
  readonly effect: string;
}
interface Unit {
  readonly kind: string;
  readonly symbol: string;
}
export interface Quantities {
  readonly numbers: ReadonlyMap<string, number>;
  readonly scales: ReadonlyMap<string, number>;
  readonly vague: ReadonlyMap<string, number>;
  /** Signs and codes in front of an amount: "$", "US$". */
  readonly currencies: ReadonlyMap<string, string>;
  readonly hedges: Trie<Hedge>;
  readonly units: Trie<Unit>;
  /** Every word with which a numeral may begin. */
  readonly begins: ReadonlySet<string>;
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
  const numbers = new Map(single('cardinal'));
  const scales = new Map([...single('multiplier'), ['dozen', 12], ['score', 20]] as const);
  const vague = new Map(single('vague'));
  return {
    numbers,
    scales,
    vague,
    begins: new Set([...numbers.keys(), ...scales.keys(), ...vague.keys()]),
    currencies: new Map(
      units
        .filter((u) => u.kind === 'money' && /[^\p{L}\s.]|^(?:[A-Z]{3}|Rs)$/u.test(u.term))
        .map((u) => [u.term, u.symbol]),
    ),
    hedges,
    units: measures,
  };
}

interface Numeral {
  readonly last: number;
  readonly value: number;
  /** "dozens": no less than the value, and not sharp. */
  readonly vague: boolean;
}
const DIGITS = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$|^\d{1,15}(?:\.\d{1,6})?$|^\.\d{1,6}$/;
/** "30km", "$15m", "7pm": a number with something glued behind. */
const GLUED = /^(\d[\d,]*(?:\.\d+)?)(km|m|ft|kg|cm|mm|mn|bn|k|%|lb)$/;

/** The numeral that begins at token `i`: "2,500", "4.1 billion", "twenty-five", "two dozen", "hundreds of thousands". */
function numeralAt(q: Quantities, tokens: Tokens, i: number, limit: number): Numeral | undefined {
  let value = 0;
  let part = 0;
  let seen = false;
  let k = i;
  for (; k < limit; k++) {
    const word = tokens.lower[k];
    const digits = DIGITS.test(word) ? Number(word.replaceAll(',', '')) : undefined;
    const small = digits ?? q.numbers.get(word);
    const scale = q.scales.get(word);
    if (small !== undefined) {
      if (seen && (digits !== undefined || part % 10 !== 0 || part === 0) && part % 100 !== 0) break;
      part += small;
      seen = true;
    } else if (
      scale !== undefined &&
      !opensDesignation(tokens, k) &&
      (seen || word === 'dozen' || word === 'hundred' || word === 'thousand' || word === 'million')
    ) {
      if (!seen && tokens.lower[k - 1] !== 'a' && word !== 'dozen') return undefined;
      part = (seen ? part || 1 : 1) * scale;
      if (scale > 100) {
        value += part;
        part = 0;
      }
      seen = true;
    } else if (seen && (word === '-' || word === 'and') && k + 1 < limit && continuesNumber(q, tokens, k, part))
      continue;
    else break;
  }
  if (seen) return { last: k, value: value + part, vague: false };
  const least = q.vague.get(tokens.lower[i]);
  if (least === undefined) return undefined;
  const next = tokens.lower[i + 1] === 'of' && i + 2 < limit ? q.vague.get(tokens.lower[i + 2]) : undefined;
  // "tens of thousands": 2 × 10 × 1000
  if (next !== undefined) return { last: i + 3, value: least * next, vague: true };
  return least === 20 ? undefined : { last: i + 1, value: least, vague: true };
}
/** "ten M-16 rifles": a letter before a hyphen and digits is no unit, and not "million". */
const opensDesignation = ({ form }: Tokens, t: number): boolean =>
  form[t].length === 1 && form[t + 1] === '-' && /^\d/.test(form[t + 2] ?? '');

/** "twenty-five", "one hundred and six": the hyphen or "and" stands inside a number in words. */
function continuesNumber(q: Quantities, tokens: Tokens, k: number, part: number): boolean {
  const next = q.numbers.get(tokens.lower[k + 1]);
  if (next === undefined || DIGITS.test(tokens.lower[k - 1])) return false;
  return tokens.lower[k] === '-' ? next < 10 && part % 10 === 0 && part > 0 : part >= 100 && part % 100 === 0;
}

interface Found {
  first: number;
  last: number;
  kind: string;
  amount: QuantityAttributes;
  end?: number;
}

function hedgeBefore(
  q: Quantities,
  tokens: Tokens,
  first: number,
  floor: number,
): { first: number; effect: string } | undefined {
  for (let back = Math.min(4, first - floor); back >= 1; back--) {
    const hit = q.hedges.matchesAt(tokens, first - back, first).find((m) => m.last === first);
    if (hit) return { first: hit.first, effect: hit.value.effect };
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

function readAt(
  q: Quantities,
  { tokens, tags, tree }: Pick<Read, 'tokens' | 'tags' | 'tree'>,
  i: number,
  floor: number,
  limit: number,
): Found | undefined {
  const glued = GLUED.exec(tokens.lower[i]);
  const numeral = glued
    ? { last: i + 1, value: Number(glued[1].replaceAll(',', '')), vague: false }
    : numeralAt(q, tokens, i, limit);
  if (!numeral || !Number.isFinite(numeral.value)) return undefined;
  let first = i;
  let { last } = numeral;
  const high = rangeEnd(q, tokens, numeral, first, floor, limit);
  if (high) last = high.last;
  let kind = 'count';
  let unit = '';
  const currency = first > floor ? q.currencies.get(tokens.form[first - 1]) : undefined;
  if (currency !== undefined) {
    first--;
    kind = 'money';
    unit = currency;
  }
  if (tokens.lower[last] === '-' && tokens.lower[last + 1] === 'plus' && last + 1 < limit) {
    last += 2;
    return withHedge('minimum');
  }
  if (glued && glued[2] !== 'k' && glued[2] !== 'mn' && glued[2] !== 'bn') {
    const measure = q.units.matchesAt(singleToken(glued[2]), 0, 1)[0];
    kind = measure?.value.kind ?? (glued[2] === '%' ? 'percent' : 'other');
    unit = measure?.value.symbol || glued[2];
  } else if (last < limit) readUnit();
  return withHedge();

  function readUnit(): void {
    if (tokens.lower[last] === '%') {
      kind = 'percent';
      unit = '%';
      last++;
      return;
    }
    // "a 15-year-old boy", "aged 14"
    if (tokens.lower[last] === '-' && /^years?$/.test(tokens.lower[last + 1] ?? '')) {
      if (tokens.lower[last + 2] === '-' && tokens.lower[last + 3] === 'old') last += 4;
      kind = 'other';
      unit = 'year';
      return;
    }
    const measure = q.units.matchesAt(tokens, last, limit, (t) => tokens.lower[t].replace(/s$/, '')).at(-1);
    if (!measure || opensDesignation(tokens, measure.last - 1)) return;
    const { kind: of, symbol } = measure.value;
    // "5 m": the letter alone is a unit; "100 pounds" may be weight, "marks" of exams: money wins in the news
    kind = of;
    unit ||= symbol;
    last = measure.last;
  }
  function withHedge(forced?: string): Found | undefined {
    if (kind === 'count' && !isCount(first)) return undefined;
    // "a dozen", "at least a hundred"
    if (first > floor && tokens.lower[first - 1] === 'a' && q.scales.has(tokens.lower[first])) first--;
    const hedge = hedgeBefore(q, tokens, first, floor);
    if (high && tokens.lower[first - 1] === 'between') first--;
    else if (hedge) first = hedge.first;
    const amount = high
      ? { minimum: numeral!.value, maximum: high.value }
      : amountOf(forced ?? hedge?.effect, numeral!.value, numeral!.vague);
    return { first, last, kind, amount: unit ? { ...amount, unit } : amount };
  }
  /** Not a year, a name's part ("Tower 22", "Resolution 2254"), a list number, or "one" as a pronoun. */
  function isCount(at: number): boolean {
    if (tokens.lower[at] === 'one' && last === at + 1)
      return tree.dep.length ? tree.dep[at] === DEP.nummod : tags.pos[at] === POS.NUM;
    if (!tree.dep.length) return true;
    const previous = at - 1;
    if (
      previous >= floor &&
      tags.pos[previous] === POS.PROPN &&
      tree.head[at] === previous &&
      tree.dep[at] !== DEP.appos
    )
      return false;
    if (tags.pos[at] === POS.PROPN) return false;
    return true;
  }
}

/** Digits, or a number word: what a quantity's first numeral begins with. */
function mayBegin(q: Quantities, lower: string): boolean {
  const code = lower.charCodeAt(0);
  if ((code >= 48 && code <= 57) || code === 46) return true;
  return q.begins.has(lower);
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
