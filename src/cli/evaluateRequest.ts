/** What a call of `sitrep evaluate` asks for. */
import { ENTITY_KINDS } from '../document/schema.ts';
import {
  type AnnotatedDocument,
  type AnnotationFormat,
  FORMATS,
  type Labels,
  type Scope,
} from '../evaluation/index.ts';
import { type Arguments, Usage } from './command.ts';

export const HELP = `Scores predictions against annotated texts: mentions, coreference, relations, events, arguments.

Usage: sitrep evaluate [options] GOLD [PREDICTED]

GOLD and PREDICTED are files or folders: JSON Lines in the schema's form (.jsonl, .jsonl.gz; what "sitrep extract --jsonl" and
"sitrep batch" write), corpus files (.json), brat standoff (.ann beside .txt), CoNLL-U and columns with BIO tags (.conllu,
.conll, .bio, .iob2), TimeML (.tml). What GOLD doesn't annotate is not scored.

Options:
  --run              predict with this version: extract each text of GOLD
  --baseline FILE    an earlier run: prints the differences, and what was gained and lost
  --errors N         list the first N errors (or changes) of each layer, with their context
  --types            print the figures of each type and role
  --rules            print how often each rule was right
  --only LIST        score only these, of layers (mentions, entities, relations, events), levels (name, nominal, pronoun) and
                     types (person, place, …): --only mentions,place,name
  --format FORMAT    GOLD's format, where its name doesn't tell: ${FORMATS.join(', ')}
  --texts FOLDER     where the texts are that corpus files and brat name
  --map LABEL=TYPE   what a corpus calls a type: --map PER=person; --map MISC= leaves it out (several times)
  --match id|text    what brings GOLD and PREDICTED together (default id)
  --draws N          draws of the bootstrap for the 95 % intervals (default 1000; 0 for none)
  --seed N           its seed (default 1)
  --json             print JSON
  --html FILE        write a page
  -h, --help         print this

Examples:
  sitrep evaluate gold.jsonl --run --rules
  sitrep evaluate gold.jsonl run.jsonl --errors 20 --html report.html
  sitrep evaluate gold.jsonl new.jsonl --baseline old.jsonl
  sitrep evaluate corpus/dispatch --run --only events
`;

export const OPTIONS = {
  run: { type: 'boolean' },
  baseline: { type: 'string' },
  errors: { type: 'string' },
  types: { type: 'boolean' },
  rules: { type: 'boolean' },
  only: { type: 'string', multiple: true },
  format: { type: 'string' },
  texts: { type: 'string' },
  map: { type: 'string', multiple: true },
  match: { type: 'string' },
  draws: { type: 'string' },
  seed: { type: 'string' },
  json: { type: 'boolean' },
  html: { type: 'string' },
} as const;

const LAYERS = ['mentions', 'entities', 'relations', 'events'] as const;
const LEVELS = ['name', 'nominal', 'pronoun'] as const;

/** @throws Usage for what is no whole number from nought */
export function wholeNumber(option: string, value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  if (!/^\d{1,9}$/.test(value)) throw new Usage(`--${option}: expected a whole number, got '${value}'`);
  return Number(value);
}

function scopeOf(lists: readonly string[]): Scope {
  const words = lists.flatMap((list) => list.split(',')).map((word) => word.trim());
  if (words.includes('')) throw new Usage(`--only: expected names with commas between, got '${lists.join(' ')}'`);
  const layers = LAYERS.filter((layer) => words.includes(layer));
  const levels = LEVELS.filter((level) => words.includes(level));
  const others = new Set<string>([...LAYERS, ...LEVELS]);
  const types = words.filter((word) => !others.has(word)).map((word) => typeName('only', word));
  return {
    ...(layers.length ? { layers } : {}),
    ...(levels.length ? { levels } : {}),
    ...(types.length ? { types } : {}),
  };
}

/** @throws Usage for what is no type, built in or of one's own */
function typeName(option: string, value: string): string {
  const types = Object.keys(ENTITY_KINDS);
  if (!types.includes(value) && !value.includes(':'))
    throw new Usage(
      `--${option}: expected one of ${types.join(', ')}, or a type of your own with a prefix, got '${value}'`,
    );
  return value;
}

/** @throws Usage for what is not LABEL=TYPE */
export function labelsOf(pairs: readonly string[]): Labels {
  return Object.fromEntries(
    pairs.map((pair) => {
      const at = pair.indexOf('=');
      if (at <= 0) throw new Usage(`--map: expected LABEL=TYPE, got '${pair}'`);
      const type = pair.slice(at + 1);
      return [pair.slice(0, at), type ? typeName('map', type) : null];
    }),
  ) as Labels;
}

function oneOf<T extends string>(option: string, value: string | undefined, names: readonly T[]): T | undefined {
  if (value !== undefined && !names.includes(value as T))
    throw new Usage(`--${option}: expected one of ${names.join(', ')}, got '${value}'`);
  return value as T | undefined;
}

/** @throws Usage */
export function requestOf(values: Arguments<typeof OPTIONS>['values'], positionals: readonly string[]) {
  const [gold, predicted, ...more] = positionals;
  if (gold === undefined) throw new Usage('no gold was named');
  if (more.length) throw new Usage(`expected GOLD and PREDICTED, got '${positionals.join(' ')}'`);
  if (!values.run === (predicted === undefined)) throw new Usage('expected either PREDICTED or --run');
  const draws = wholeNumber('draws', values.draws);
  const format = oneOf<AnnotationFormat>('format', values.format, FORMATS);
  const match = oneOf('match', values.match, ['id', 'text'] as const) ?? 'id';
  const texts = values.texts === undefined ? {} : { texts: values.texts };
  const labels = labelsOf(values.map ?? []);
  return {
    gold,
    predicted,
    baseline: values.baseline,
    keyOf: (document: AnnotatedDocument): string => document[match],
    match,
    reading: { labels, ...texts, ...(format ? { format } : {}) },
    readingPredicted: { labels, ...texts },
    evaluation: {
      scope: scopeOf(values.only ?? []),
      errors: wholeNumber('errors', values.errors) ?? (values.html === undefined ? 0 : 100),
      bootstrap: draws === 0 ? (false as const) : { draws: draws ?? 1000, seed: wholeNumber('seed', values.seed) ?? 1 },
    },
    errors: wholeNumber('errors', values.errors) ?? 0,
    print: values,
  };
}
export type Request = ReturnType<typeof requestOf>;
