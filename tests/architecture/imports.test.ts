/** Arrows of imports point only downward, and each heavy dependency stands behind one door. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const SRC = fileURLToPath(new URL('../../src', import.meta.url));

const STAGES = ['tokenization', 'tagging', 'parsing', 'timex', 'mention', 'coreference', 'entity', 'relation', 'event'];
const TOOLS = ['gazetteer', 'perceptron', 'morphology'];
const CORE = ['document', ...TOOLS, ...STAGES];
/** What each folder, and each file in `src`, may import beside itself. One that isn't here fails the test. */
const RULES: Readonly<Record<string, readonly string[]>> = {
  document: [],
  ...Object.fromEntries(TOOLS.map((tool) => [tool, ['document']])),
  ...Object.fromEntries(STAGES.map((stage) => [stage, ['document', ...TOOLS]])),
  linking: ['document'],
  'pipeline.ts': CORE,
  'options.ts': ['document', 'pipeline.ts'],
  'extractor.ts': ['document', 'pipeline.ts', 'options.ts'],
  // the rules of relations are code: their paths and examples are part of a derivation
  explain: ['document', 'relation'],
  'assets.ts': ['document'],
  'index.ts': ['document', 'gazetteer', 'linking', 'assets.ts', 'explain', 'extractor.ts', 'options.ts'],
  'browser.ts': ['document', 'gazetteer', 'explain', 'linking', 'extractor.ts', 'options.ts', 'index.ts'],
  training: [...CORE, 'assets.ts', 'pipeline.ts', 'extractor.ts', 'index.ts', 'evaluation'],
  evaluation: ['document', 'perceptron', 'index.ts'],
  testing: ['document', 'index.ts', 'evaluation'],
  batch: ['document', 'index.ts'],
  bullmq: ['document', 'index.ts', 'batch'],
  cli: ['document', 'index.ts', 'batch', 'evaluation', 'training'],
};
/** Packages and the only place that may import them. */
const DOORS: readonly [pattern: RegExp, place: string][] = [
  [/^wink-/, 'training/ambiguity.ts'],
  [/^compromise/, 'morphology/'],
  [/^piscina/, 'batch/pool.ts'],
  [/^csv-parse/, 'batch/read/csv.ts'],
  [/^tinyglobby/, 'batch/read/sources.ts'],
  [/^@mozilla|^linkedom/, 'batch/read/page.ts'],
  [/^csv-stringify/, 'batch/write/csv.ts'],
  [/^hyparquet/, 'batch/write/parquet.ts'],
  [/^bullmq/, 'bullmq/'],
  [/^sax/, 'evaluation/read/timeml.ts'],
];
/** Folders that run in Node only; everything else runs in a browser too. */
const NODE_ONLY = ['cli', 'training', 'evaluation', 'batch', 'bullmq', 'assets.ts'];

interface Import {
  readonly from: string;
  readonly to: string;
  readonly typeOnly: boolean;
}
const IMPORT = /^\s*(?:import|export)\s+(type\s)?(?:[^'";]*?\sfrom\s+)?'([^']+)'/gm;
const DYNAMIC = /\bimport\(\s*'([^']+)'/g;

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => name.replaceAll('\\', '/'));
const sources = new Map(files.map((name) => [name, readFileSync(join(SRC, name), 'utf8')]));
const imports: Import[] = [...sources].flatMap(([from, source]) => [
  ...[...source.matchAll(IMPORT)].map(([, type, to]) => ({ from, to, typeOnly: type !== undefined })),
  ...[...source.matchAll(DYNAMIC)].map(([, to]) => ({ from, to, typeOnly: false })),
]);
const target = ({ from, to }: Import): string =>
  to.startsWith('.') ? relative(SRC, join(SRC, dirname(from), to)).replaceAll('\\', '/') : to;
const layer = (file: string): string => (file.includes('/') ? file.slice(0, file.indexOf('/')) : file);
const show = (i: Import): string => `${i.from} → ${target(i)}`;

describe('imports', () => {
  it('are read from the sources', () => {
    expect(imports.map(show)).toContain('pipeline.ts → tokenization/index.ts');
    expect(imports.map(show)).toContain('training/ambiguity.ts → wink-nlp');
  });

  it('every folder has its place', () => {
    expect(files.map(layer).filter((name) => !(name in RULES))).toEqual([]);
  });

  it('point downward', () => {
    const wrong = imports.filter((i) => {
      const [from, to] = [layer(i.from), layer(target(i))];
      return i.to.startsWith('.') && from !== to && !RULES[from]?.includes(to);
    });
    expect(wrong.map(show)).toEqual([]);
  });

  it('of heavy packages stand in one place each', () => {
    const wrong = imports.filter((i) => DOORS.some(([name, place]) => name.test(i.to) && !i.from.startsWith(place)));
    expect(wrong.map(show)).toEqual([]);
  });

  it("of Node's modules stay out of the core", () => {
    const wrong = imports.filter((i) => i.to.startsWith('node:') && !NODE_ONLY.includes(layer(i.from)));
    expect(wrong.map(show)).toEqual([]);
  });

  it('form no cycle', () => {
    const edges = new Map<string, string[]>(files.map((name) => [name, []]));
    for (const i of imports) if (i.to.startsWith('.') && !i.typeOnly) edges.get(i.from)?.push(target(i));
    const state = new Map<string, 'open' | 'done'>();
    const cycles: string[] = [];
    const visit = (file: string, path: readonly string[]): void => {
      if (state.get(file) === 'open') cycles.push([...path.slice(path.indexOf(file)), file].join(' → '));
      if (state.has(file)) return;
      state.set(file, 'open');
      for (const next of edges.get(file) ?? []) visit(next, [...path, file]);
      state.set(file, 'done');
    };
    for (const file of files) visit(file, []);
    expect(cycles).toEqual([]);
  });
});

describe('files', () => {
  it('stay small', () => {
    const long = [...sources].filter(([, source]) => source.split('\n').length > 400).map(([name]) => name);
    expect(long).toEqual([]);
  });
  it('know no network and run no text as code', () => {
    const FORBIDDEN =
      /\bfetch\(|XMLHttpRequest|WebSocket|\beval\(|new Function\(|'(?:node:)?(?:http2?|https|net|tls|dgram|dns|child_process|vm)'/;
    expect([...sources].filter(([, source]) => FORBIDDEN.test(source)).map(([name]) => name)).toEqual([]);
  });
  it('are deterministic: no clock, no chance', () => {
    const wrong = [...sources].filter(
      ([name, source]) =>
        !NODE_ONLY.includes(layer(name)) &&
        /\b(?:Date\.now|Math\.random|new Date\(\)|toLocale\w+|localeCompare)\b/.test(source),
    );
    expect(wrong.map(([name]) => name)).toEqual([]);
  });
});
