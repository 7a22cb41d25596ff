import type { RelationTypeDefinition } from '../../document/definition.ts';
import { PEOPLE } from './actor.ts';

export const memberOf: RelationTypeDefinition = {
  type: 'member-of',
  description: 'A person or a group belongs to an organisation, or serves a country.',
  from: PEOPLE,
  to: ['organization', 'place/country', 'place/government'],
  rules: [
    {
      name: 'modifier of people',
      path: '{!@proxy,@leader,@backer,@friend} >inside|compound',
      to: ['organization'],
      examples: ['Several [from group [to organization Hezbollah] fighters] fled.'],
    },
    {
      name: 'country as a modifier of people',
      path: '{!@proxy,@leader,@backer,@friend,@national} >inside|compound',
      to: ['place/country', 'place/government'],
      examples: ['Three [from group [to place/country US] soldiers] died.'],
    },
    {
      name: 'possessor of people',
      path: '{!@proxy,@leader,@backer,@friend,@national} >nmod:poss',
      examples: ["The [to organization Pentagon]'s [from person spokesman] declined."],
    },
    {
      name: 'member of',
      path: '{@member} >nmod:of',
      to: ['organization', 'group'],
      examples: ['Two [from group members] of the [to organization armed forces] were held.'],
    },
    {
      name: 'people of, from or with a body',
      path: '{!@leader,@member,@proxy,@backer,@friend,one,family,relative,victim} >nmod:of|nmod:from|nmod:with',
      to: ['organization'],
      examples: ['Two [from group priests] of the [to organization Dominican Order] were held.'],
    },
    {
      name: 'officials of a country',
      path: '{official,soldier,troop,force,diplomat,minister,ambassador,envoy,representative} >nmod:of|nmod:from',
      to: ['place/country', 'place/government'],
      examples: ['[from group Officials] of the two [to place/country countries] met.'],
    },
    {
      name: 'to speak for',
      path: '<nsubj {speak} >obl:for',
      from: ['person'],
      to: ['organization', 'group'],
      examples: ['A [from person man] spoke for the [to group gang].'],
    },
    {
      name: 'leaders of a body',
      path: '{@leader} >nmod:of|inside',
      from: ['group'],
      to: ['organization'],
      examples: ['[from group Commanders] of the [to organization army] met.'],
    },
    {
      name: 'rank in a body',
      path: '{@official} >nmod:in|nmod:at|nmod:for',
      to: ['organization', 'group'],
      examples: ['He was a [from person commander] in the [to organization navy].'],
    },
    {
      name: 'title with a body',
      path: '>title {@official} >inside|compound|nmod:poss|nmod:of|nmod:for|nmod:to|nmod:at|nmod:with',
      from: ['person'],
      examples: ['[to organization Pentagon] spokesman [from person Pat Ryder] declined.'],
    },
    {
      name: 'body in a title',
      path: '>title {!@leader}',
      from: ['person'],
      examples: ['[to organization Navy] Capt. [from person Jeff Davis] spoke.'],
    },
    {
      name: 'apposition',
      path: '>appos {@official} >inside|compound|nmod:poss|nmod:of|nmod:for|nmod:to|nmod:at|nmod:with',
      from: ['person'],
      examples: ['[from person Lama Fakih], the [to organization HRW] spokeswoman, said so.'],
    },
    {
      name: 'to join, to serve',
      path: '<nsubj {@join} >obj|obl:in|obl:for|obl:with|obl:to|obl:at',
      to: ['organization'],
      examples: ['[from person She] joined the [to organization navy] in 1990.'],
    },
    {
      name: 'is a member',
      path: '<copula|nsubj {@official} >nmod:of|nmod:in|inside|compound|nmod:poss|nmod:for',
      to: ['organization'],
      examples: ['[from person He] is a spokesman for the [to organization Taliban].'],
    },
  ],
  counterexamples: [
    '[from person Ryder] criticized the [to organization Taliban].',
    'The [from group soldiers] attacked the [to organization militia].',
    '[from person He] did not join the [to organization army].',
  ],
};
