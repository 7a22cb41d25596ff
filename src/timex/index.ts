/** Temporal expressions with their TIMEX3 values. The text becomes atoms, rules match them, and each match is read in the order of the text. */
import { type Assets, resource } from '../document/assets.ts';
import type { Layers, Timex } from '../document/layers.ts';
import type { DatePart, Diagnostic, Interval } from '../document/schema.ts';
import type { DateOrder } from '../document/settings.ts';
import { defineStage } from '../document/stage.ts';
import { tokenAt } from '../document/tokens.ts';
import { type Atoms, emptyAtoms, readAtoms } from './atoms.ts';
import { Context } from './context.ts';
import { lookAround } from './genre.ts';
import { compileGrammar, type Grammar, type Match } from './grammar.ts';
import { type Holiday, parseHolidays } from './holidays.ts';
import { intervalOf } from './interval.ts';
import type { Reading } from './rule.ts';
import { RULES } from './rules/index.ts';
import { parseTenseWords, type TenseWords, tenseAt } from './tense.ts';
import { dayValue } from './value.ts';
import { parseVocabulary, type Vocabulary } from './vocabulary.ts';

type Read = Pick<Layers, 'text' | 'date' | 'tokens' | 'sentences' | 'tags'>;
interface Compiled {
  readonly vocabulary: Vocabulary;
  readonly grammar: Grammar;
  readonly holidays: readonly Holiday[];
  readonly tenseWords: TenseWords;
  /** Those of the text in hand. */
  readonly atoms: Atoms;
}
function compiled(assets: Assets, bytes: Uint8Array, name: string): Compiled {
  const vocabulary = parseVocabulary(bytes, name);
  const holidays = resource(assets, 'lexicon/timex-holiday.tsv', parseHolidays);
  const tenseWords = resource(assets, 'lexicon/timex-tense.tsv', parseTenseWords);
  holidays.forEach(({ name }, number) => void vocabulary.put(name, 'holiday', number));
  return { vocabulary, grammar: compileGrammar(RULES, vocabulary), holidays, tenseWords, atoms: emptyAtoms() };
}

/** The calendar's parts that a value tells. */
function partsOf(value: string): readonly DatePart[] {
  const [, year, month, day] = /^(\d{4})?(?:[X\d]*-(\d\d))?(?:-(\d\d))?/.exec(value) ?? [];
  return [
    ...(year ? (['year'] as const) : []),
    ...(month ? (['month'] as const) : []),
    ...(day ? (['day'] as const) : []),
  ];
}
function intervalIn({ value, mod, soFar }: Reading, { reference }: Context): Interval | undefined {
  const interval = intervalOf(value, soFar ? undefined : mod);
  return interval && soFar && reference !== undefined ? { start: interval.start, end: dayValue(reference) } : interval;
}

function timexOf(
  match: Match,
  reading: Reading,
  extent: readonly [number, number],
  context: Context,
  layers: Read,
): Timex {
  const start = context.atoms.start[reading.from ?? extent[0]];
  const end = context.atoms.end[extent[1] - 1];
  const interval = intervalIn(reading, context);
  const implied = reading.implied ?? (match.rule.named ? [] : partsOf(reading.value));
  return {
    start,
    end,
    first: tokenAt(layers.tokens, start),
    last: Math.min(tokenAt(layers.tokens, end - 1) + 1, layers.tokens.length),
    type: reading.type ?? match.rule.type,
    value: reading.value,
    // all fields, in one order: see `uniform`
    mod: reading.mod || undefined,
    interval,
    implied: implied.length ? implied : undefined,
    named: match.rule.named === true,
    rule: match.rule.name,
  } as Timex;
}

/** The first of the matches at a place that is an expression after all: the longest that its rule can read. */
function firstReadable(
  matches: readonly Match[],
  context: Context,
): [Match, readonly (Reading | undefined)[]] | undefined {
  for (const match of matches) {
    [context.from, context.to, context.split] = [match.from, match.to, match.extents[0][1]];
    const result = match.rule.read(match.captures, context);
    if (result) return [match, Array.isArray(result) ? result : [result as Reading]];
  }
  return undefined;
}

interface Found {
  readonly timexes: readonly Timex[];
  readonly diagnostics: readonly Diagnostic[];
}
const NOTHING: Found = { timexes: [], diagnostics: [] };

/** How far the longest match from an atom on goes, at a place behind one; 0 when there is none. */
function longestAt(places: readonly (readonly Match[])[], place: number, atom: number): number {
  let p = place;
  while (p < places.length && places[p][0].at < atom) p++;
  return p < places.length && places[p][0].at === atom ? places[p][0].to : 0;
}

function readAll(places: readonly (readonly Match[])[], context: Context, layers: Read): Found {
  const timexes: Timex[] = [];
  const diagnostics: Diagnostic[] = [];
  let done = 0;
  context.places = places;
  for (let place = 0; place < places.length; place++) {
    const matches = places[place];
    if (matches[0].at < done) continue;
    context.place = place;
    // "in the past" gives way to "the past two months"
    const open = matches.filter((m) => m.from >= done && (m.from === m.at || longestAt(places, place, m.from) <= m.to));
    const found = firstReadable(open, context);
    if (!found) continue;
    const [match, readings] = found;
    done = match.to;
    readings.forEach((reading, i) => {
      if (!reading) return;
      const timex = timexOf(match, reading, match.extents[i], context, layers);
      timexes.push(timex);
      if (reading.doubt)
        diagnostics.push({ start: timex.start, end: timex.end, rule: match.rule.name, reason: reading.doubt });
      context.note({ ...reading, type: reading.type ?? match.rule.type }, match.captures);
    });
  }
  return { timexes, diagnostics };
}

function find(layers: Read, rules: Compiled, order: DateOrder): Found {
  const { vocabulary, grammar, holidays, tenseWords } = rules;
  const atoms = readAtoms(layers.text, vocabulary, rules.atoms);
  const places = grammar(atoms);
  if (places.length === 0) return NOTHING;
  const tense = (atom: number) => tenseAt(layers, tenseWords, atoms.start[atom]);
  const context = new Context({ atoms, vocabulary, order, rules: RULES, holidays, date: layers.date, tense });
  lookAround(places, context);
  return readAll(places, context, layers);
}

export const timex = defineStage({
  name: 'timex',
  reads: ['tokens', 'sentences', 'tags'],
  writes: ['timexes'],
  prepare: (settings) => {
    const rules = resource(settings.assets, 'lexicon/timex.tsv', (bytes, name) =>
      compiled(settings.assets, bytes, name),
    );
    return (layers) => (layers.tokens.length === 0 ? NOTHING : find(layers, rules, settings.dateOrder));
  },
});
