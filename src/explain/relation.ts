/** Why a relation is there: its rule's path and example, the words of the lists that it asks for, and both its ends. */
import type { Relation } from '../document/schema.ts';
import { RELATION_TYPE_DEFINITIONS } from '../relation/type/index.ts';
import { confidenceOf, offsets, type Reader, section } from './reader.ts';
import { rowsOf } from './table.ts';
import { treeOf } from './tree.ts';

/** The words of the evidence that stand in the lists that a path names: "@back" of `{@back}`. */
function listsOf(reader: Reader, { start, end }: Relation, path: string): string[] {
  const { tokens, text } = reader.document;
  const inside = tokens.filter((t) => t.start < end && start < t.end);
  const forms = inside.flatMap(({ start, end, lemma }) =>
    // "backed" of "Iran-backed", where that is one word
    [
      lemma,
      ...text
        .slice(start, end)
        .toLowerCase()
        .split(/[-‐‑–]/),
    ],
  );
  return [...new Set(path.match(/(?<=@)[a-z]+/g))].flatMap((list) =>
    rowsOf(reader.assets, 'lexicon/relation.tsv', (cells) => cells.list === list).flatMap(({ where, cells }) => {
      const words = cells.words.split(' ').filter((word) => forms.includes(word));
      return words.length ? [`@${list} holds ${words.map((w) => `"${w}"`).join(', ')} (${where})`] : [];
    }),
  );
}

function ruleOf(reader: Reader, relation: Relation): string[] {
  const { rule, origin, type } = relation;
  if (origin === 'gazetteer') return [`rule ${rule}: known from the gazetteer, not said by the text`];
  const definition = RELATION_TYPE_DEFINITIONS.find((d) => d.type === type);
  const found = definition?.rules.find((r) => `${type}: ${r.name}` === rule);
  if (!definition || !found) return [`rule ${rule}: not one of the library's own`];
  return section(`rule ${rule}`, [
    `${type}: ${definition.description}`,
    `path ${found.path}`,
    ...listsOf(reader, relation, found.path),
    ...found.examples.map((example) => `example: ${example}`),
  ]);
}

export function explainRelation(reader: Reader, relation: Relation): string[] {
  const { id, type, from, to } = relation;
  const [a, b] = [reader.mention(from), reader.mention(to)];
  return [
    `${id}: relation ${type}, ${reader.words(a)} → ${reader.words(b)}`,
    ...reader.sentences([relation]),
    `evidence ${offsets(relation)}: ${reader.words(relation)}`,
    `from ${reader.shown(from)}`,
    `to ${reader.shown(to)}`,
    ...section('tree', treeOf(reader, [reader.headOf(from), reader.headOf(to)])),
    ...ruleOf(reader, relation),
    ...confidenceOf(relation.confidence),
  ];
}
