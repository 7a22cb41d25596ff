/**
 * Trains the evidence model of toponym recognition: `node dist/training/gazetteer/place.js --data DIR [--folds 5]`.
 * DIR holds `geo.jsonl` and texts in the schema (`articles*.jsonl`). With `--folds` it only prints cross-validated scores.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { packageAssets } from '../../assets.ts';
import type { Layers } from '../../document/layers.ts';
import { emptyLayers } from '../../document/layers.ts';
import { loadOutlets } from '../../gazetteer/places/home.ts';
import { loadGazetteer } from '../../gazetteer/places/load.ts';
import { loadClassNouns } from '../../mention/place/class.ts';
import { TEMPLATES } from '../../mention/place/feature.ts';
import { loadPersonNames } from '../../mention/place/people.ts';
import {
  choose,
  type PlaceTables,
  type Prepared,
  personal,
  prepare,
  remember,
  round,
} from '../../mention/place/recognise.ts';
import { clustersOf, hashString, packWeights, type Weights, writeModel } from '../../perceptron/index.ts';
import { tokenization } from '../../tokenization/index.ts';
import { type Example, logit, sigmoid, trainLogistic } from './logistic.ts';

const { values: args } = parseArgs({
  options: {
    data: { type: 'string', default: 'data' },
    folds: { type: 'string', default: '0' },
    threshold: { type: 'string', default: '0.5' },
    out: { type: 'string', default: 'src/model/place.bin' },
    passes: { type: 'string', default: '6' },
    rate: { type: 'string', default: '0.15' },
    penalty: { type: 'string', default: '0.002' },
    by: { type: 'string', default: 'document' },
    ner: { type: 'string', default: '' },
    nerweight: { type: 'string', default: '0.3' },
    alone: { type: 'string', default: '0.3' },
    errors: { type: 'string', default: '' },
  },
});

interface Gold {
  readonly start: number;
  readonly end: number;
  readonly optional: boolean;
}
interface Item {
  readonly id: string;
  readonly group: string;
  readonly layers: Layers;
  readonly gold: readonly Gold[];
  readonly prepared: Prepared;
  readonly weight: number;
}

const clusters = clustersOf(packageAssets);
const tables: PlaceTables = {
  gazetteer: loadGazetteer(packageAssets),
  nouns: loadClassNouns(packageAssets),
  people: loadPersonNames(packageAssets),
  outlets: loadOutlets(packageAssets),
  fine: (lower) => clusters.fine(hashString(lower)),
};
const words = tokenization.prepare({ assets: packageAssets } as never);
const lines = (name: string): Record<string, any>[] =>
  readFileSync(`${args.data}/${name}`, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((l) => JSON.parse(l));

function item(doc: Record<string, any>, group: string, gold: Gold[], weight: number): Item {
  const empty = emptyLayers(doc.text, doc.date ?? null, doc.source ?? null);
  const layers = { ...empty, ...words(empty) };
  return { id: doc.id, group, layers, gold, weight, prepared: prepare(layers, tables) };
}
const geo = lines('geo.jsonl').map((d) =>
  item(
    d,
    d.id.startsWith('tr') ? 'tr' : d.source,
    d.toponyms.map((t: any) => ({ start: t.start, end: t.end, optional: t.sense === 'associative' })),
    1,
  ),
);
const COMPASS = /^(?:north|south|east|west|central|upper|lower)/i;
const schema = ['articles.jsonl', 'articles-more.jsonl'].flatMap(lines).map((d) =>
  item(
    d,
    'schema',
    d.mentions
      .filter((m: any) => m.type === 'place' && m.level === 'name' && !COMPASS.test(d.text.slice(m.start, m.end)))
      .map((m: any) => ({ start: m.start, end: m.end, optional: false })),
    1,
  ),
);

/** Sentences of BIO files: locations and countries are places; what stands inside another name that is no person's is left open. */
function sentencesOf(path: string): Item[] {
  return readFileSync(path, 'utf8')
    .split(/\n\s*\n/)
    .flatMap((block, n) => {
      let text = '';
      const gold: Gold[] = [];
      const open: { start: number; end: number; type: string }[] = [];
      for (const line of block.split('\n')) {
        if (!line || line.startsWith('#')) continue;
        const cells = line.split('\t');
        const [form, tag] = cells.length > 2 ? [cells[1], cells[2]] : cells;
        if (text) text += ' ';
        const start = text.length;
        text += form;
        if (tag?.startsWith('B-')) open.push({ start, end: text.length, type: tag.slice(2) });
        else if (tag?.startsWith('I-') && open.length) open[open.length - 1].end = text.length;
      }
      for (const { start, end, type } of open)
        if (/^(?:country|location|LOC)$/.test(type)) gold.push({ start, end, optional: false });
        else if (!/^(?:person|politician|writer|PER)$/.test(type)) gold.push({ start, end, optional: true });
      return text ? [item({ id: `${path}:${n}`, text }, 'ner', gold, Number(args.nerweight))] : [];
    });
}

/** Each sentence as a text of its own, so that the model doesn't lean on the rest of a document where there is none. */
function alone(it: Item): Item[] {
  const { sentences } = it.layers;
  return Array.from({ length: sentences.length }, (_, s) => {
    const one = {
      length: 1,
      start: sentences.start.subarray(s, s + 1),
      end: sentences.end.subarray(s, s + 1),
      first: sentences.first.subarray(s, s + 1),
      last: sentences.last.subarray(s, s + 1),
      paragraph: sentences.paragraph.subarray(s, s + 1),
    };
    return {
      ...it,
      weight: Number(args.alone),
      prepared: prepare({ ...it.layers, sentences: one, source: null }, tables),
    };
  }).filter((one) => one.prepared.candidates.length);
}

/** 1, 0, or -1 for what the gold leaves open. */
function labelOf(item: Item, i: number): number {
  const c = item.prepared.candidates[i];
  const start = item.layers.tokens.start[c.first];
  const end = item.layers.tokens.end[c.last - 1];
  const same = item.gold.find((g) => g.start === start && g.end === end);
  if (same) return same.optional ? -1 : 1;
  // the schema takes "Anbar province" whole, this data "Anbar": recognition widens it afterwards
  if (c.noun?.note === 'small') return -1;
  if (item.gold.some((g) => g.optional && g.start < end && start < g.end)) return -1;
  return 0;
}
const labels = new Map<Item, number[]>();
const singles = new Map([...geo, ...schema].map((it) => [it, args.alone === '0' ? [] : alone(it)]));
const ner = args.ner ? readdirSync(args.ner).flatMap((file) => sentencesOf(`${args.ner}/${file}`)) : [];
for (const it of [...geo, ...schema, ...ner, ...[...singles.values()].flat()])
  labels.set(
    it,
    it.prepared.candidates.map((_, i) => labelOf(it, i)),
  );

const OPTIONS = { bits: 17, passes: Number(args.passes), rate: Number(args.rate), penalty: Number(args.penalty) };
function examples(it: Item, own: Float64Array | undefined): Example[] {
  const found: Example[] = [];
  round(it.layers, tables, it.prepared, own, (features, count, i) => {
    const label = labels.get(it)?.[i] ?? -1;
    if (label >= 0) found.push({ features: features.slice(0, count), label, weight: it.weight });
    return 0;
  });
  return found;
}
const scores = (it: Item, model: Weights, own: Float64Array | undefined): Float64Array =>
  round(it.layers, tables, it.prepared, own, (features, count) => sigmoid(logit(model, features, count)));
function forget(it: Item): void {
  for (const s of it.prepared.evidence.surfaces.values()) s.first = s.second = -1;
}

function train(documents: readonly Item[]): [Weights, Weights] {
  const items = [...documents.flatMap((it) => [it, ...(singles.get(it) ?? [])]), ...ner];
  const foldOf = new Map(
    documents.flatMap((it, i) => [it, ...(singles.get(it) ?? [])].map((one) => [one, i] as const)),
  );
  ner.forEach((it, i) => foldOf.set(it, i));
  const cached = new Map(items.map((it) => [it, examples(it, undefined)]));
  const JACK = 4;
  const second: Example[] = [];
  for (let k = 0; k < JACK; k++) {
    const model = trainLogistic(
      items.filter((it) => (foldOf.get(it) ?? 0) % JACK !== k).flatMap((it) => cached.get(it) ?? []),
      OPTIONS,
    );
    for (const it of items.filter((it) => (foldOf.get(it) ?? 0) % JACK === k)) {
      const own = scores(it, model, undefined);
      forget(it);
      remember(it.prepared, own);
      second.push(...examples(it, own));
    }
  }
  return [
    trainLogistic(
      items.flatMap((it) => cached.get(it) ?? []),
      OPTIONS,
    ),
    trainLogistic(second, OPTIONS),
  ];
}

function predict(it: Item, [one, two]: [Weights, Weights], threshold: number): [number, number, number][] {
  const own = scores(it, one, undefined);
  forget(it);
  remember(it.prepared, own);
  const final = scores(it, two, own);
  for (let i = 0; i < final.length; i++)
    if (!process.env.NOPERSON && final[i] > 0.2 && personal(it.layers, tables, it.prepared, i)) final[i] *= 0.3;
  return choose(it.prepared, final, threshold).map((i) => {
    const c = it.prepared.candidates[i];
    return [it.layers.tokens.start[c.first], it.layers.tokens.end[c.last - 1], final[i]];
  });
}

const folds = Number(args.folds);
if (folds) {
  const thresholds = [0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6];
  const tally = new Map(thresholds.map((t) => [t, { tp: 0, over: 0, pred: 0, gold: 0 }]));
  const parts = new Map<string, { tp: number; over: number; pred: number; gold: number }>();
  const groups = args.by === 'source' ? [...new Set(geo.map((g) => g.group))] : [];
  const foldOf = (it: Item, i: number): number => (args.by === 'source' ? groups.indexOf(it.group) % folds : i % folds);
  const missed = new Map<string, number>();
  const wrongly = new Map<string, number>();
  for (let k = 0; k < folds; k++) {
    const model = train([...geo.filter((it, i) => foldOf(it, i) !== k), ...schema]);
    for (const it of geo.filter((g, i) => foldOf(g, i) === k)) {
      for (const [threshold, t] of tally) {
        const found = predict(it, model, threshold);
        const wanted = it.gold.filter((g) => !g.optional);
        const kept = found.filter(([s, e]) => !it.gold.some((g) => g.optional && g.start < e && s < g.end));
        const tp = kept.filter(([s, e]) => wanted.some((g) => g.start === s && g.end === e)).length;
        const over = wanted.filter((g) => kept.some(([s, e]) => s < g.end && g.start < e)).length;
        for (const sum of threshold === Number(args.threshold)
          ? [
              t,
              parts.get(it.group === 'tr' ? 'tr' : 'lgl') ??
                (parts.set(it.group === 'tr' ? 'tr' : 'lgl', { tp: 0, over: 0, pred: 0, gold: 0 }),
                parts.get(it.group === 'tr' ? 'tr' : 'lgl')!),
            ]
          : [t]) {
          sum.tp += tp;
          sum.over += over;
          sum.pred += kept.length;
          sum.gold += wanted.length;
        }
        if (args.errors && threshold === Number(args.threshold)) {
          const show = (s: number, e: number) =>
            `${it.layers.text.slice(Math.max(0, s - 25), s).replace(/\s+/g, ' ')}[${it.layers.text.slice(s, e)}]${it.layers.text.slice(e, e + 20).replace(/\s+/g, ' ')}`;
          for (const g of wanted)
            if (!kept.some(([s, e]) => g.start === s && g.end === e)) missed.set(show(g.start, g.end), 1);
          for (const [s, e] of kept) if (!wanted.some((g) => g.start === s && g.end === e)) wrongly.set(show(s, e), 1);
        }
      }
    }
  }
  for (const [t, s] of tally) report(`threshold ${t}`, s);
  for (const [g, s] of parts) report(g, s);
  if (args.errors) {
    console.log(['MISSED', ...missed.keys(), 'WRONG', ...wrongly.keys()].join('\n'));
  }
} else {
  const model = train([...geo, ...schema]);
  const file = writeModel(
    { name: 'place', version: 1, templates: TEMPLATES, classes: ['place'] },
    { first: packWeights(model[0], { unit: 0.02 }), second: packWeights(model[1], { unit: 0.02 }) },
  );
  writeFileSync(args.out, file);
  console.log(`${args.out}: ${file.length} bytes`);
}
function report(
  name: string,
  { tp, over, pred, gold }: { tp: number; over: number; pred: number; gold: number },
): void {
  const f = (hit: number): string => ((200 * hit) / (pred + gold)).toFixed(1);
  console.log(
    `${name}: exact P ${((100 * tp) / pred).toFixed(1)} R ${((100 * tp) / gold).toFixed(1)} F ${f(tp)}, overlap F ${f(over)}, predicted ${pred}, gold ${gold}`,
  );
}
