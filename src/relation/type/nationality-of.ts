import type { RelationTypeDefinition } from '../../document/definition.ts';

export const nationalityOf: RelationTypeDefinition = {
  type: 'nationality-of',
  description: 'A demonym says which nation, people or creed somebody or something belongs to.',
  from: ['person', 'organization', 'group'],
  to: ['nationality'],
  rules: [
    {
      name: 'demonym as a modifier',
      path: '>inside|amod|compound|nmod:poss',
      examples: ['Two [from organization [to nationality Iranian] companies] were named.'],
    },
    {
      name: 'demonym in a title',
      path: '>title',
      from: ['person'],
      examples: ['[to nationality Iraqi] Prime Minister [from person Haider al-Abadi] spoke.'],
    },
    {
      name: 'copula',
      path: '<copula',
      from: ['person', 'group'],
      examples: ['The [from group victims] were [to nationality Turkish].'],
    },
  ],
  counterexamples: [
    'The [from organization Iran-backed group] attacked [to nationality American] ships.',
    '[from person Blinken] thanked the [to nationality Turks].',
  ],
};
