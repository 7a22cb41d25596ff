/** Why a mention is there: what proposed it, and what it refers to. */
import type { Mention } from '../document/schema.ts';
import { confidenceOf, offsets, type Reader, section } from './reader.ts';
import { treeOf } from './tree.ts';

/** By the first part of a rule's name. */
const PROPOSERS: Readonly<Record<string, string>> = {
  tagger: 'the learned mention tagger (model/mention.md)',
  pronoun: 'the table of pronouns (lexicon/pronoun.tsv)',
  nationality: 'the table of demonyms (lexicon/demonym.tsv)',
  place: 'the recogniser of toponyms, by this evidence (model/place.md)',
  date: 'the grammar of temporal expressions, by this pattern',
  quantity: 'the grammar of amounts',
  identifier: 'a pattern of identifiers',
};

const proposerOf = (rule: string): string =>
  PROPOSERS[rule.split('/')[0]] ??
  (rule.includes('/') ? `a lexicon, as ${rule.slice(rule.indexOf('/') + 1)}` : "a stage's own rule");

export function explainMention(reader: Reader, mention: Mention): string[] {
  const { id, type, kind, level, entity, actsAs, head, rule } = mention;
  const chain = reader.entities.get(entity);
  const others = (chain?.mentions ?? []).filter((m) => m !== id);
  return [
    `${id}: mention ${kind ? `${type}/${kind}` : type}, ${reader.words(mention)}`,
    ...reader.sentences([mention]),
    `span ${offsets(mention)}, head ${offsets(head)} ${reader.words(head)}, level ${level}${actsAs ? `, acts as ${actsAs}` : ''}`,
    `entity ${entity}${chain ? ` "${chain.name}"` : ''}`,
    ...section(
      'the same entity',
      others.map((other) => reader.shown(other)),
    ),
    ...section('tree', treeOf(reader, wordsOf(reader, mention))),
    `rule ${rule}: ${proposerOf(rule)}`,
    ...confidenceOf(mention.confidence),
  ];
}

/** Its words, and the one that they hang on. */
function wordsOf(reader: Reader, { start, end, id }: Mention): number[] {
  const { tokens } = reader.document;
  const head = reader.headOf(id);
  const above = head < 0 ? -1 : tokens[head].head;
  return [...tokens.flatMap((t, i) => (t.start < end && start < t.end ? [i] : [])), above];
}
