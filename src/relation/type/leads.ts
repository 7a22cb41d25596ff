import type { RelationTypeDefinition } from '../../document/definition.ts';
import { ACTOR } from './actor.ts';

export const leads: RelationTypeDefinition = {
  type: 'leads',
  description: 'A person or body stands at the head of an organisation, a group or a country.',
  from: ACTOR,
  to: ['organization', 'group', 'place/country', 'place/region', 'place/government', 'nationality'],
  rules: [
    {
      name: 'leader of',
      path: '{@leader} >inside|compound|amod|nmod:poss|nmod:of|nmod:for',
      from: ['person', 'group'],
      examples: [
        'The [from person [to organization militia] leader] was killed.',
        '[from person Commanders] of the [to organization army] met.',
      ],
    },
    {
      name: 'title of a leader with what is led',
      path: '>title {@leader} <title >title',
      from: ['person'],
      examples: ['[to nationality Lebanese] President [from person Joseph Aoun] spoke.'],
    },
    {
      name: 'title of a leader, in the tree',
      path: '>title {@leader} >nmod:of|nmod:poss|compound|amod',
      from: ['person'],
      examples: ["[to place/country France]'s President [from person Hollande] spoke."],
    },
    {
      name: 'prime minister',
      path: '>title {prime} <title >title',
      from: ['person'],
      to: ['nationality', 'place/country'],
      examples: ['[to nationality Iraqi] Prime Minister [from person Haider al-Abadi] spoke.'],
    },
    {
      name: 'apposition',
      path: '>appos {@leader} >inside|compound|amod|nmod:poss|nmod:of|nmod:for',
      from: ['person'],
      examples: ['[from person Joseph Votel], commander of [to organization Central Command], spoke.'],
    },
    {
      name: 'body of its head',
      path: '<inside|nmod:poss|compound {@led}',
      from: ['person'],
      to: ['organization', 'group'],
      examples: [
        'The [to organization [from person Biden] administration] denied it.',
        "[from person Assad]'s [to organization regime] denied it.",
      ],
    },
    {
      name: 'to lead',
      path: '<nsubj|obl:by {@lead} >obj|nsubj:pass',
      examples: ['The [to organization government], led by [from person Haider al-Abadi], agreed.'],
    },
    {
      name: 'led, in a compound',
      path: '<through:@lead',
      examples: ['The [to organization [from place/country US]-led coalition] struck.'],
    },
    {
      name: 'is the leader',
      path: '<copula|nsubj {@leader} >nmod:of|inside|compound|nmod:poss|amod',
      from: ['person'],
      examples: ['[from person He] is the president of [to place/country Chad].'],
    },
  ],
  counterexamples: [
    '[from person Kerry] met the president of [to place/country Turkey].',
    '[from person She] fled the [to organization regime].',
    'The [from person spokesman] of the [to organization army] spoke.',
  ],
};
