import type { RelationTypeDefinition } from '../../document/definition.ts';
import { ACTOR } from './actor.ts';

export const fights: RelationTypeDefinition = {
  type: 'fights',
  description: 'Two actors are in armed conflict, whoever shoots first.',
  from: [...ACTOR, 'nationality'],
  to: [...ACTOR, 'nationality'],
  symmetric: true,
  rules: [
    {
      name: 'to attack',
      path: '<nsubj|obl:by {@fight} >obj|nsubj:pass',
      examples: [
        '[from group Rebels] attacked [to group soldiers].',
        'Three [to group soldiers] were killed by [from group militants].',
      ],
    },
    {
      name: 'to fight against',
      path: '<nsubj {@fight,open} >obl:against|obl:with|obl:at|obl:on',
      examples: ['[from organization Militias] clashed with the [to organization army].'],
    },
    {
      name: 'to carry out an attack',
      path: '<nsubj|obl:by {@carry} >obj|nsubj:pass {@fighting,fire} >nmod:@against',
      examples: ['[from place/country Turkey] launched strikes against the [to organization militia].'],
    },
    {
      name: 'to carry out an attack, by the verb',
      path: '<nsubj|obl:by {@carry,open} >obj|nsubj:pass {@fighting,fire} <obj|nsubj:pass >obl:@against',
      examples: ['[from group Police] opened fire on [to group protesters].'],
    },
    {
      name: 'attack by one on the other',
      path: '<nmod:by|nmod:poss|nmod:of|nmod:from|compound|amod {@fighting} >nmod:against|nmod:on|nmod:with|nmod:at',
      examples: [
        'A rise in [from organization militia] attacks on [to group US troops] worries them.',
        "[from place/country Israel]'s war against [to organization Hamas] goes on.",
      ],
    },
    {
      name: 'fight between',
      path: '<nmod:between {@fighting} >nmod:between',
      examples: ['Fighting between [from organization rebels] and the [to organization army] spread.'],
    },
    {
      name: 'joined names of a war',
      path: '<compound|nmod:between {war,conflict} >compound',
      from: ['place/country', 'organization'],
      to: ['place/country', 'organization'],
      examples: ['He fought in the [from place/country Iran]-[to place/country Iraq] war.'],
    },
    {
      name: 'anti, counter, in a compound',
      path: '>through:@anti',
      examples: ['The [from organization anti-[to organization ISIL] coalition] met.'],
    },
    {
      name: 'to be engaged in a fight',
      path: '<nsubj|nsubj:pass {VERB} >obl:in {@fighting} >nmod:@against',
      examples: ['[from group Militants] took part in attacks on [to group troops].'],
    },
    {
      name: 'possession of the enemy attacked',
      path: '<nsubj|obl:by {@fight} >obj|nsubj:pass|obl:against|obl:at|obl:on >inside|compound|nmod:poss|nmod:of',
      to: ['organization', 'group'],
      examples: ['The [from organization coalition] destroyed [to organization ISIL] tanks.'],
    },
    {
      name: 'possession of the enemy, under attack',
      path: '<nmod:by|nmod:poss|compound|amod {@fighting} >nmod:against|nmod:on|nmod:at >inside|compound|nmod:poss|nmod:of',
      to: ['organization', 'group'],
      examples: ['[from place/country US] strikes against [to organization Houthi] targets went on.'],
    },
  ],
  counterexamples: [
    '[from group Rebels] attacked the town and [to group soldiers] watched.',
    'The [from organization army] praised the [to group fighters].',
    '[from person Kerry] condemned the attack on the [to group soldiers].',
    'The [from organization militia] did not attack the [to group troops].',
  ],
};
