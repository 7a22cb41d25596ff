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
import type { Reading, Rule } from './rule.ts';
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

function timexOf(match: Match, reading: Reading, extent: number, context: Context, layers: Read): Timex {
  const start = context.atoms.start[reading.from ?? match.extents[extent]];
  const end = context.atoms.end[match.extents[extent + 1] - 1];
  const interval = intervalIn(reading, context);
  const implied = reading.implied ?? (match.rule.named ? NONE : partsOf(reading.value));
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
const NONE: readonly never[] = Object.freeze([]);

/** What a match says when it is read; undefined when it is no expression after all. */
function readingOf(match: Match, context: Context): ReturnType<Rule['read']> {
  context.from = match.from;
  context.to = match.to;
  context.split = match.extents[1];
  return match.rule.read(match.captures, context);
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
  const add = (match: Match, reading: Reading, extent: number): void => {
    const timex = timexOf(match, reading, extent, context, layers);
    timexes.push(timex);
    if (reading.doubt)
      diagnostics.push({ start: timex.start, end: timex.end, rule: match.rule.name, reason: reading.doubt });
    context.note(reading, timex.type, match.captures);
  };
  let done = 0;
  context.places = places;
  for (let place = 0; place < places.length; place++) {
    if (places[place][0].at < done) continue;
    context.place = place;
    // the longest that its rule can read
    for (const match of places[place]) {
      // "in the past" gives way to "the past two months"
      const open = match.from >= done && (match.from === match.at || longestAt(places, place, match.from) <= match.to);
      const said = open ? readingOf(match, context) : undefined;
      if (!said) continue;
      done = match.to;
      if (!isSeveral(said)) add(match, said, 0);
      else
        said.forEach((reading, i) => {
          if (reading) add(match, reading, 2 * i);
        });
      break;
    }
  }
  return { timexes, diagnostics };
}
const isSeveral = (said: Reading | readonly (Reading | undefined)[]): said is readonly (Reading | undefined)[] =>
  Array.isArray(said);

function find(layers: Read, rules: Compiled, order: DateOrder): Found {
  const { vocabulary, grammar, holidays, tenseWords } = rules;
  vocabulary.warm(layers.tokens.length);
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
