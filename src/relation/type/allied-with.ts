import type { RelationTypeDefinition } from '../../document/definition.ts';
import { ACTOR } from './actor.ts';

export const alliedWith: RelationTypeDefinition = {
  type: 'allied-with',
  description: 'Two actors stand together, without one being the sponsor of the other.',
  from: ACTOR,
  to: [...ACTOR, 'nationality'],
  symmetric: true,
  excludes: ['part-of', 'nationality-of'],
  rules: [
    {
      name: 'allied with',
      path: '<nsubj|nsubj:pass|obj|amod {@ally} >obl:with|obl:to|nmod:to|nmod:with',
      examples: ['[from organization Militias] allied with [to place/country Iran] fired.'],
    },
    {
      name: 'loyal to',
      path: '>amod|acl|appos {@ally} >obl:to|obl:with|nmod:to|nmod:with',
      examples: ['[from group Fighters] loyal to [to person Khalifa Haftar] advanced on Tripoli.'],
    },
    {
      name: 'allied, in a compound',
      path: '>through:@ally|through:@pro',
      examples: [
        'An [from organization [to place/country Iran]-affiliated group] claimed it.',
        'A [from organization pro-[to place/country Iran] militia] claimed it.',
      ],
    },
    {
      name: 'allies of',
      path: '{@friend} >nmod:poss|nmod:of',
      from: ['person', 'organization', 'group', 'place/country'],
      examples: ["[to place/country Iran]'s [from group allies] met."],
    },
    {
      name: 'is an ally of',
      path: '<copula|nsubj|appos {@friend} >nmod:poss|nmod:of',
      examples: ['[from place/country France] is an ally of [to place/country Mali].'],
    },
    {
      name: 'one of the allies of',
      path: '<copula|nsubj {one,some,many,part} >nmod:of {@friend} >nmod:poss|nmod:of',
      examples: ['[from place/country Japan] is one of [to place/country Australia]’s closest allies.'],
    },
    {
      name: 'partnership of two',
      path: '<compound|inside {partnership,alliance,friendship,pact} >compound|inside',
      from: ['place/country', 'organization'],
      to: ['place/country', 'organization'],
      examples: ['They praised the [from place/country India]-[to place/country Japan] partnership.'],
    },
    {
      name: 'stand by',
      path: '<nsubj {stand} >obl:by|obl:with|obl:behind',
      examples: ['[from place/country Britain] stands by [to place/country Iraq].'],
    },
  ],
  counterexamples: [
    '[from organization Militias] fired at [to place/country Iran].',
    'The [from organization group] is not linked to [to place/country Iran].',
    '[from person He] spoke to the [to organization army].',
    'The [from organization party] left the government of [to place/country Israel].',
    '[from place/country Sudan] broke with [to place/country Qatar].',
    '[from organization Rebels] met an ally and shelled the [to organization army].',
    'The [from group clans] fled from the [to organization militia].',
    '[from group Militants] close to the border shot a [to person farmer].',
    '[from place/country Chile] is one of the critics of [to place/country Peru].',
    'The [from place/country India]-[to place/country Pakistan] match was rained off.',
    'Some of the [from group strikers] shouted at the [to organization bank].',
  ],
};
