import type { RelationTypeDefinition } from '../../document/definition.ts';
import { ACTOR } from './actor.ts';

export const meets: RelationTypeDefinition = {
  type: 'meets',
  description: 'Two actors met, spoke with, phoned or wrote to each other.',
  from: ACTOR,
  to: ACTOR,
  symmetric: true,
  rules: [
    {
      name: 'to meet with',
      path: '<nsubj {@meet} >obl:with|obl:to',
      examples: ['[from person Blinken] met with [to person Mohammed Shia al-Sudani] on Monday.'],
    },
    {
      name: 'to meet',
      path: '<nsubj|obl:by {@tell} >obj|iobj|nsubj:pass',
      to: ['person', 'group', 'organization'],
      examples: [
        '[from person She] phoned the [to person minister].',
        '[from person He] told [to group reporters] that he was safe.',
      ],
    },
    {
      name: 'to say in a statement to',
      path: '<nsubj {VERB} >obl:in {statement,letter,message,interview,speech,address,remark} >nmod:to|nmod:with',
      to: ['person', 'group', 'organization'],
      examples: ['In a statement to [to organization Reuters], [from person he] denied it.'],
    },
    {
      name: 'in contact with',
      path: '<copula:in|nsubj {contact,touch,talk,talks,dialogue} >nmod:with|obl:with',
      examples: ['[from person We] are in contact with the [to person minister].'],
    },
    {
      name: 'they met',
      path: '<nsubj {meet,talk,speak,confer,negotiate} >nsubj',
      examples: ['[from person Kerry] and [to person Lavrov] met in Geneva.'],
    },
    {
      name: 'talks between',
      path: '<nmod:between {@talks} >nmod:between',
      examples: ['Talks between [from place/country Iran] and [to place/country Iraq] failed.'],
    },
    {
      name: 'talks with',
      path: '<nmod:poss|nmod:of|compound {@talks} >nmod:with',
      examples: ["[from person Kerry]'s talks with [to person Lavrov] failed."],
    },
    {
      name: 'to hold talks with',
      path: '<nsubj {VERB} >obj|obl:in|obl:for|obl:during {@talks} >nmod:with',
      examples: ['[from person Kerry] held talks with [to person Lavrov].'],
    },
  ],
  counterexamples: [
    '[from person Blinken] criticized [to person al-Sudani] on Monday.',
    '[from person She] met friends while the [to person minister] slept.',
    '[from person Kerry] will not meet [to person Lavrov].',
    '[from person Putin] and [to person Zelensky] did not meet.',
    'The [from person president] sent a plane for the [to group hostages].',
    '[from person Modi] praised [to person Khan].',
    'The [from organization court] sentenced the [to person general].',
    '[from person Chirac] rejected a plan by [to person Blair].',
    'The [from group rebels] shot the [to person mayor].',
    '[from person Annan] refused to talk about [to person Mugabe].',
    '[from person Merkel] heard that [to person Sarkozy] was ill.',
    'The [from organization bank] paid the [to group workers].',
    '[from person Lula] read about the talks of [to person Chavez].',
    'The [from group envoys] left before the [to person king] arrived.',
  ],
};
