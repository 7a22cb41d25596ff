import { expect, test } from 'vitest';
import type { RelationTypeDefinition } from '../../src/document/definition.ts';
import { compile, type State } from '../../src/relation/machine.ts';

const finances: RelationTypeDefinition = {
  type: 'money:finances',
  description: 'Who pays whom.',
  from: ['organization', 'place/country'],
  to: ['organization'],
  rules: [{ name: 'to pay', path: '<nsubj {pay,@back} >obj', examples: [] }],
};

test('rules that begin alike share their states', () => {
  const other = {
    ...finances,
    type: 'money:pays',
    rules: [{ name: 'x', path: '<nsubj {pay,@back} >obl:to', examples: [] }],
  };
  const { starts } = compile([finances, other as RelationTypeDefinition], new Map([['back', ['fund']]]));
  expect(starts).toHaveLength(1);
  const onward = (state: State) =>
    [state.up, state.down].flatMap((edges) => [...edges.values()].flatMap((o) => [o.any, ...o.byWord.values()]));
  const subject = onward(starts[0].state).filter((transitions) => transitions.length);
  expect(subject).toHaveLength(1);
  expect(onward(subject[0][0].state).filter((transitions) => transitions.length)).toHaveLength(2);
});

test.each([
  [
    '<nsubj {@bak}',
    'relation type "money:finances", rule "to pay": path "<nsubj {@bak}": no list "bak"; there are back',
  ],
  ['<subject', 'relation type "money:finances", rule "to pay": no relation "subject"'],
])('%s is refused with the type and the rule', (path, message) => {
  const wrong = { ...finances, rules: [{ name: 'to pay', path, examples: [] }] };
  expect(() => compile([wrong], new Map([['back', ['fund']]]))).toThrow(message);
});
