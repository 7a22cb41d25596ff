/**
 * `node dist/evaluation/command/agreement.js [CORPUS]`: how far the second annotator agrees with the first, by layer.
 * The first is scored as gold, the second as predicted; F1 is the same the other way round.
 */
import { join } from 'node:path';
import type { AnnotatedDocument } from '../annotation.ts';
import { readCorpus } from '../readCorpus.ts';
import { type Pair, score } from '../score/index.ts';

const root = process.argv[2] ?? 'corpus';
const texts = join(root, 'dispatch');
const first = new Map(readCorpus(texts).documents.map((d): [string, AnnotatedDocument] => [d.id, d]));
const pairs = readCorpus(join(root, 'second'), texts).documents.flatMap((second): [string, Pair][] => {
  const gold = first.get(second.id);
  return gold ? [[second.id, { gold, predicted: second }]] : [];
});

const row = (name: string, cells: readonly (string | number)[]): string =>
  `| ${name} | ${cells.map((cell) => (typeof cell === 'number' ? cell.toFixed(1) : cell)).join(' | ')} |`;

function figuresOf(some: readonly Pair[]): number[] {
  const { mentions, coreference, relations, events, arguments: args, accuracy } = score(some);
  const found = [relations, events, args].map((layer) => layer.overlap.f1);
  const right = (['kind', 'level', 'date', 'status', 'mode'] as const).map((name) => accuracy[name].percent ?? 0);
  return [mentions.exact.f1, mentions.overlap.f1, coreference.conll, ...found, ...right];
}

const header = ['mentions', 'overlapping', 'coreference', 'relations', 'events', 'arguments'];
const lines = [
  row('text', [...header, 'kind', 'level', 'date', 'status', 'mode']),
  `|${' --- |'.repeat(12)}`,
  ...pairs.map(([id, pair]) => row(id, figuresOf([pair]))),
  row('together', figuresOf(pairs.map(([, pair]) => pair))),
];
process.stdout.write(`${lines.join('\n')}\n`);
