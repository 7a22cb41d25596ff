/**
 * Learns what each cue of toponym resolution is worth: `node dist/training/gazetteer/resolution.js --data DIR [--folds 5]`.
 * For every name of `geo.jsonl` that recognition finds, a softmax over its rows; the right row is the gold id's, else the
 * nearest within 161 km. Prints the line for `entity/place/cue.ts`.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { packageAssets } from '../../assets.ts';
import { emptyLayers } from '../../document/layers.ts';
import { CUES, WEIGHTS } from '../../entity/place/cue.ts';
import { cuesOf, resolveScene, type Scene } from '../../entity/place/resolve.ts';
import { loadPlaceResolver, sceneOf } from '../../entity/place/scene.ts';
import type { PlaceChain } from '../../entity/place/types.ts';
import { loadPlaceRecogniser, recognisePlaces } from '../../mention/place/index.ts';
import { tokenization } from '../../tokenization/index.ts';

const { values: args } = parseArgs({
  options: {
    data: { type: 'string', default: 'data' },
    folds: { type: 'string', default: '0' },
    penalty: { type: 'string', default: '0.02' },
    rounds: { type: 'string', default: '4' },
  },
});

interface GoldPlace {
  readonly start: number;
  readonly end: number;
  readonly lat?: number;
  readonly lon?: number;
  readonly geonameid?: number;
}
interface GoldDocument {
  readonly id: string;
  readonly text: string;
  readonly date: string | null;
  readonly source: string | null;
  readonly toponyms: readonly GoldPlace[];
}
interface Case {
  readonly scene: Scene;
  /** Right rows (positions) of each chain, empty when unknown. */
  readonly right: readonly (readonly number[])[];
  readonly weight: readonly number[];
  readonly group: string;
}

const words = tokenization.prepare({ assets: packageAssets } as never);
const recogniser = loadPlaceRecogniser(packageAssets);
const resolver = loadPlaceResolver(packageAssets);
const g = resolver.gazetteer;
const documents: GoldDocument[] = readFileSync(`${args.data}/geo.jsonl`, 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => JSON.parse(line));

const away = (row: number, { lat = 0, lon = 0 }: GoldPlace): number =>
  Math.hypot(
    (g.latitude[row] / 100 - lat) * 111.2,
    (g.longitude[row] / 100 - lon) * 111.2 * Math.cos((lat * Math.PI) / 180),
  );

function caseOf(document: GoldDocument): Case {
  const empty = emptyLayers(document.text, document.date, document.source);
  const layers = { ...empty, ...words(empty) };
  const byName = new Map<string, { names: PlaceChain['names'][number][]; gold: GoldPlace[] }>();
  for (const p of recognisePlaces(layers, recogniser)) {
    const key = document.text.slice(p.start, p.end).toLowerCase();
    const gold = document.toponyms.find((t) => t.start === p.start && t.end === p.end && t.lat !== undefined);
    const chain = byName.get(key) ?? { names: [], gold: [] };
    byName.set(key, chain);
    chain.names.push(p);
    if (gold) chain.gold.push(gold);
  }
  const chains = [...byName.values()];
  const context = { ...layers, source: document.source };
  const scene = sceneOf(chains, context, resolver);
  const right = chains.map(({ gold }, c) => {
    const first = gold[0];
    if (!first) return [];
    const rows = scene.rows[c];
    const byId = rows.flatMap((row, i) => (g.geonamesId[row] === first.geonameid ? [i] : []));
    return byId.length ? byId : rows.flatMap((row, i) => (away(row, first) < 161 ? [i] : []));
  });
  const group = document.id.startsWith('tr') ? 'tr' : (document.source ?? '');
  return { scene, right, weight: chains.map((c) => Math.min(3, c.gold.length)), group };
}

function accuracy(cases: readonly Case[], weights: readonly number[]): [number, number] {
  let hit = 0;
  let all = 0;
  for (const { scene, right, weight } of cases) {
    scene.chosen.fill(-1);
    resolveScene(scene, weights);
    right.forEach((rows, c) => {
      if (!rows.length) return;
      all += weight[c];
      // the same town and district within 161 km are as good as each other
      if (rows.some((i) => near(scene.rows[c][i], scene.chosen[c]))) hit += weight[c];
    });
  }
  return [hit, all];
}
const near = (a: number, b: number): boolean =>
  a === b || away(a, { start: 0, end: 0, lat: g.latitude[b] / 100, lon: g.longitude[b] / 100 }) < 161;

function train(cases: readonly Case[]): number[] {
  const weights = [...WEIGHTS];
  const penalty = Number(args.penalty);
  for (let r = 0; r < Number(args.rounds); r++) {
    const samples: { values: Float64Array[]; right: readonly number[]; weight: number }[] = [];
    for (const { scene, right, weight } of cases) {
      scene.chosen.fill(-1);
      resolveScene(scene, weights);
      right.forEach((rows, c) => {
        if (!rows.length || rows.length === scene.rows[c].length) return;
        const values = scene.rows[c].map((_, i) => {
          const v = new Float64Array(CUES.length);
          cuesOf(scene, c, i, v);
          return v;
        });
        samples.push({ values, right: rows, weight: weight[c] });
      });
    }
    const squares = new Float64Array(CUES.length).fill(1e-3);
    for (let pass = 0; pass < 60; pass++) {
      const slope = WEIGHTS.map((prior, k) => penalty * samples.length * 0.01 * (weights[k] - prior));
      for (const { values, right, weight } of samples) {
        const scores = values.map((v) => v.reduce((sum, x, k) => sum + x * weights[k], 0));
        const top = Math.max(...scores);
        const shares = scores.map((s) => Math.exp(s - top));
        const total = shares.reduce((a, b) => a + b, 0);
        const good = right.reduce((sum, i) => sum + shares[i], 0);
        values.forEach((v, i) => {
          const pull = shares[i] / total - (right.includes(i) ? shares[i] / good : 0);
          if (Math.abs(pull) > 1e-6) for (let k = 0; k < v.length; k++) slope[k] += weight * pull * v[k];
        });
      }
      for (let k = 0; k < weights.length; k++) {
        squares[k] += slope[k] * slope[k];
        weights[k] -= (0.3 * slope[k]) / Math.sqrt(squares[k]);
      }
    }
  }
  return weights.map((w) => Math.round(w * 100) / 100);
}

const cases = documents.map(caseOf);
const percent = ([hit, all]: readonly [number, number]): string => `${((100 * hit) / all).toFixed(2)} % of ${all}`;
console.log(`as it is: ${percent(accuracy(cases, WEIGHTS))}`);
const folds = Number(args.folds);
if (folds) {
  const groups = [...new Set(cases.map((c) => c.group))];
  let hit = 0;
  let all = 0;
  for (let k = 0; k < folds; k++) {
    const out = (c: Case): boolean => groups.indexOf(c.group) % folds === k;
    const [h, a] = accuracy(cases.filter(out), train(cases.filter((c) => !out(c))));
    hit += h;
    all += a;
  }
  console.log(`cross-validated by source: ${percent([hit, all])}`);
}
const weights = train(cases);
console.log(
  `trained on all: ${percent(accuracy(cases, weights))}\n${CUES.map((cue, k) => `${cue} ${weights[k]}`).join(', ')}`,
);
console.log(`[${weights.join(', ')}]`);
