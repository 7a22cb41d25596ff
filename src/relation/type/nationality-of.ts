import type { RelationTypeDefinition } from '../../document/definition.ts';

export const nationalityOf: RelationTypeDefinition = {
  type: 'nationality-of',
  description: 'A demonym says which nation, people or creed somebody or something belongs to.',
  from: ['person', 'organization', 'group', 'vehicle'],
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
      name: 'demonym in front of a name',
      path: '>before',
      examples: ['The [to nationality Lebanese] [from organization Hezbollah] denied it.'],
    },
    {
      name: 'nationals of a country',
      path: '{@national} >inside|compound',
      from: ['person', 'group'],
      to: ['place/country'],
      examples: ['A [from person [to place/country U.S.] citizen] was held.'],
    },
    {
      name: 'copula',
      path: '<copula',
      from: ['person', 'group'],
      examples: ['The [from group victims] were [to nationality Turkish].'],
    },
  ],
  counterexamples: [
    'The [from organization group] attacked [to nationality American] ships.',
    '[from person Blinken] thanked the [to nationality Turks].',
    'The [from organization army] shot down an [to nationality Israeli] drone.',
    '[from group Villagers] greeted the [to nationality French] troops.',
    '[from person Obama] met a [to nationality Kenyan] singer.',
    'The [from group rebels] seized a [to nationality Danish] ship.',
    '[from person He] spoke to [to nationality Polish] television.',
    'The [from group monks] prayed for the [to nationality Nepalese] dead.',
  ],
};
