import type { RelationTypeDefinition } from '../../document/definition.ts';
import { ACTOR, STATE } from './actor.ts';

const BODY = ['organization', 'group'] as const;

export const leads: RelationTypeDefinition = {
  type: 'leads',
  description: 'A person or body stands at the head of an organisation, a group or a country.',
  from: ACTOR,
  to: [...BODY, 'place', 'nationality'],
  excludes: ['member-of'],
  rules: [
    {
      name: 'leader of a body',
      path: '{@leader} >inside|compound|nmod:poss|nmod:of|nmod:for',
      from: ['person'],
      to: BODY,
      examples: [
        'The [from person [to organization militia] leader] was killed.',
        'The [from person head] of the [to organization agency] resigned.',
      ],
    },
    {
      name: 'ruler of a country',
      path: '{@ruler} >inside|compound|amod|nmod:poss|nmod:of',
      from: ['person', 'group'],
      to: STATE,
      examples: ['The [from person president] of [to place/country Chad] resigned.'],
    },
    {
      name: 'prime minister of a country',
      path: '{minister} >amod|compound {prime} <amod|compound >inside|compound|amod|nmod:poss|nmod:of',
      from: ['person'],
      to: STATE,
      examples: ["[to place/country Malaysia]'s [from person prime minister] resigned."],
    },
    {
      name: 'title of a ruler',
      path: '>title {@ruler} <title >title',
      from: ['person'],
      to: STATE,
      examples: [
        '[to nationality Lebanese] President [from person Joseph Aoun] spoke.',
        '[to nationality Iraqi] Prime Minister [from person Haider al-Abadi] spoke.',
      ],
    },
    {
      name: 'title of a leader',
      path: '>title {commander,superior,president,chairman,chairwoman,leader,head,commanding} <title >title',
      from: ['person'],
      to: BODY,
      examples: ['[to organization Congress] President [from person Ricardo Alvarenga] spoke.'],
    },
    {
      name: 'title of a chief',
      path: '>title {chief} <title >title',
      from: ['person'],
      to: ['organization/military', 'organization/armed-group', 'organization/political', 'group'],
      examples: ['[to organization/military Southern Command] chief [from person Rodolfo Aguirre] spoke.'],
    },
    {
      name: 'head of a place',
      path: '{mayor,governor,prefect,administrator,mayoress} >inside|compound|nmod:poss|nmod:of',
      from: ['person'],
      to: ['place'],
      examples: ['The [from person mayor] of [to place/city Dubno] spoke.'],
    },
    {
      name: 'title behind a possessive',
      path: '>title {@ruler} >nmod:poss',
      from: ['person'],
      to: STATE,
      examples: ["[to place/country France]'s President [from person Hollande] spoke."],
    },
    {
      name: 'apposition',
      path: '>appos {@leader} >inside|compound|nmod:poss|nmod:of|nmod:for',
      from: ['person'],
      to: BODY,
      examples: ['[from person Joseph Votel], the head of the [to organization agency], spoke.'],
    },
    {
      name: 'apposition of a ruler',
      path: '>appos {@ruler} >inside|compound|amod|nmod:poss|nmod:of',
      from: ['person'],
      to: STATE,
      examples: ['[from person Idriss Deby], president of [to place/country Chad], spoke.'],
    },
    {
      name: 'body of its head',
      path: '<inside|nmod:poss|nmod:of|compound {@led}',
      from: ['person'],
      to: BODY,
      examples: [
        'The [to organization [from person Biden] administration] denied it.',
        "[from person Assad]'s [to organization regime] denied it.",
      ],
    },
    {
      name: 'to lead',
      path: '<nsubj|obl:by {@lead} >obj|nsubj:pass',
      to: [...BODY, 'place/country'],
      examples: ['The [to organization government], led by [from person Haider al-Abadi], agreed.'],
    },
    {
      name: 'led, in a compound',
      path: '<through:@lead',
      to: BODY,
      examples: ['The [to organization [from place/country US]-led coalition] struck.'],
    },
    {
      name: 'is the leader',
      path: '<copula|nsubj {@leader,@ruler} >nmod:of|inside|compound|nmod:poss',
      from: ['person'],
      examples: ['[from person He] is the president of [to place/country Chad].'],
    },
  ],
  counterexamples: [
    '[from person Kerry] met the president of [to place/country Turkey].',
    '[from person She] fled the [to organization regime].',
    'The [from person spokesman] of the [to organization army] spoke.',
    'The [from person [to nationality Iranian] commander] spoke.',
    'The [from group [to organization army] soldiers] spoke.',
  ],
};
