/** The examples of every relation type hold, by one of its rules, and its counterexamples don't; the whole syntax runs. */
import { describe, expect, test } from 'vitest';
import { packageAssets } from '../../src/assets.ts';
import type { RelationTypeDefinition } from '../../src/document/definition.ts';
import { emptyLayers } from '../../src/document/layers.ts';
import { defaultSettings } from '../../src/document/settings.ts';
import { parsing } from '../../src/parsing/index.ts';
import { relation } from '../../src/relation/index.ts';
import { RELATION_TYPE_DEFINITIONS } from '../../src/relation/type/index.ts';
import { tagging } from '../../src/tagging/index.ts';
import { tokenization } from '../../src/tokenization/index.ts';
import { entitiesOf, mentionsOf, readBrackets } from './brackets.ts';

const settings = defaultSettings(packageAssets);
const [tokenize, tag, parse] = [tokenization, tagging, parsing].map((stage) => stage.prepare(settings));

const run = relation.prepare(settings);

function relationsOf(
  source: string,
  definition: RelationTypeDefinition,
  own: readonly RelationTypeDefinition[] = [],
  one = definition.coreferent === true,
) {
  const { text, marks } = readBrackets(source);
  let layers = emptyLayers(text, null, null);
  for (const add of [tokenize, tag, parse]) layers = { ...layers, ...add(layers) };
  const mentions = mentionsOf(text, marks, layers.tokens, layers.tree);
  const chains = one ? [mentions.map((_, i) => i)] : mentions.map((_, i) => [i]);
  const entities = entitiesOf(mentions);
  const stage = own.length ? relation.prepare({ ...settings, relationTypes: own }) : run;
  const { relations } = stage({ ...layers, mentions, chains, entities });
  const [from, to] = (['from', 'to'] as const).map((role) => marks.findIndex((mark) => mark.role === role));
  return relations.filter(
    (r) =>
      r.type === definition.type &&
      ((r.from === from && r.to === to) || (definition.symmetric && r.from === to && r.to === from)),
  );
}

const holds = (definition: RelationTypeDefinition) => (example: string) => relationsOf(example, definition).length > 0;
/** The parser may err in a sentence in ten: a model that is trained anew need not mean new sentences. */
const few = (sentences: readonly string[]): number => Math.ceil(sentences.length / 10);

describe.each(RELATION_TYPE_DEFINITIONS.map((d) => [d.type, d] as const))('%s', (_, definition) => {
  const { rules, counterexamples = [] } = definition;
  const examples = rules.flatMap((rule) => rule.examples);

  test('holds in its examples', () => {
    const missed = examples.filter((example) => !holds(definition)(example));
    expect(missed.length, missed.join('\n')).toBeLessThanOrEqual(few(examples));
  });
  test('does not hold in its counterexamples', () => {
    const wrong = counterexamples.filter(holds(definition));
    expect(wrong.length, wrong.join('\n')).toBeLessThanOrEqual(few(counterexamples) - 1);
  });
  test('has an example for every rule, and as many counterexamples as examples', () => {
    expect(rules.filter((rule) => !rule.examples.length).map((rule) => rule.name)).toEqual([]);
    expect(counterexamples.length).toBeGreaterThanOrEqual(examples.length);
  });
});

test("a type of one's own runs through the same machine", () => {
  const own: RelationTypeDefinition = {
    type: 'money:finances',
    description: 'Who pays whom.',
    from: ['organization'],
    to: ['organization'],
    rules: [
      {
        name: 'to pay',
        path: '<nsubj {pay} >obj',
        examples: ['The [from organization bank] paid the [to organization militia].'],
      },
    ],
  };
  expect(relationsOf(own.rules[0].examples[0], own, [own]).map((r) => r.rule)).toEqual(['money:finances: to pay']);
  expect(relationsOf('The [from organization bank] sued the [to organization militia].', own, [own])).toEqual([]);
});

test.each([
  ['The [to organization Kivu Guard] ([from organization KG]) denied it.', 1],
  ['The [to place/facility Great Mosque] ([from place/facility Masjid al-Kabir]) was closed.', 1],
  ['The town of [to place/city Ramadi] ([from place/country Iraq]) was quiet.', 0],
  ['The [to organization Red Cross] ([from person Dunant]) denied it.', 0],
])('%s: a name in brackets that nothing has tied to the other yet', (source, count) => {
  const alias = RELATION_TYPE_DEFINITIONS.find(({ type }) => type === 'alias-of')!;
  expect(relationsOf(source, alias, [], false)).toHaveLength(count);
});
