import type { RelationTypeDefinition } from '../../document/definition.ts';
import { ACTOR } from './actor.ts';

const SPONSOR = [...ACTOR, 'nationality'] as const;

export const backedBy: RelationTypeDefinition = {
  type: 'backed-by',
  description: 'An actor has the money, arms, training or other support of another.',
  from: ACTOR,
  to: SPONSOR,
  excludes: ['part-of', 'member-of', 'allied-with', 'nationality-of'],
  rules: [
    {
      name: 'backed, in a compound',
      path: '>through:@back',
      examples: [
        'They blamed [from organization [to place/country Iran]-backed militias].',
        '[from organization [to place/country Iran]-backed militias] attacked troops.',
      ],
    },
    {
      name: 'proxies of',
      path: '{@proxy} >nmod:poss|nmod:of|nmod:for|inside|compound|amod',
      examples: ["[to place/country Iran]'s [from organization proxies] fired."],
    },
    {
      name: 'proxy forces of',
      path: '>amod|compound {proxy,surrogate,client,puppet} <amod|compound >nmod:poss',
      examples: ["[to place/country Iran]'s [from organization proxy militias] fired."],
    },
    {
      name: 'backers of',
      path: '<nmod:poss|nmod:of {@backer}',
      examples: ['The regime thanked [from organization its] [to group backers].'],
    },
    {
      name: 'to back',
      path: '<obj|nsubj:pass {@back} >nsubj|obl:by',
      examples: [
        '[to place/country Iran] supports the [from organization militias].',
        '[from organization Rebels] backed by [to place/country Turkey] advanced.',
      ],
    },
    {
      name: 'support for',
      path: '<nmod:for|nmod:of|nmod:to {@help} >nmod:poss|compound|amod|nmod:from|inside',
      examples: ["They condemned [to place/country Russia]'s support for the [from organization regime]."],
    },
    {
      name: 'to give support to',
      path: '<nmod:for|nmod:of|nmod:to {@help} <obj {give,provide,offer,lend,send,pledge,increase,continue,reiterate} >nsubj',
      examples: ['[to place/country Turkey] provided support for the [from organization rebels].'],
    },
    {
      name: 'to supply',
      path: '<obl:to {provide,supply,deliver,give} >nsubj',
      from: ['organization', 'group', 'place/country'],
      to: ['organization', 'place/country', 'place/government'],
      examples: ['[to place/country Iran] supplied rockets to the [from organization militia].'],
    },
    {
      name: 'to back somebody’s efforts',
      path: '<nmod:poss {effort,fight,campaign,operation,work,offensive,war} <obj {@back} >nsubj',
      examples: ["[to place/country France] supported [from place/country Mali]'s fight against rebels."],
    },
    {
      name: 'with the support of',
      path: '<nsubj|nsubj:pass {VERB} >obl:with|obl:by|fronted:with {@help} >nmod:from|nmod:of|nmod:poss',
      from: ['organization', 'group'],
      examples: ['With support from [to place/country Turkey], [from group rebels] took the town.'],
    },
    {
      name: 'support from',
      path: '<nsubj {receive,get,have,enjoy,seek} >obj {@help} >nmod:from',
      examples: ['The [from organization rebels] received support from [to place/country Turkey].'],
    },
  ],
  counterexamples: [
    '[from organization Rebels] backed out of talks with [to place/country Turkey].',
    'The [from organization group] attacked [to place/country Iran].',
    '[from place/country Iran] denied that it had met the [to organization militias].',
    '[to place/country Russia] does not support the [from organization rebels].',
    '[to place/country France] criticized the [from organization junta].',
    'The [from organization militia] fought [to place/country Ethiopia].',
    '[to place/country China] asked the [from organization company] to pay.',
    '[from organization Hamas] thanked the doctors and cursed [to place/country Israel].',
    'The [from organization army] captured weapons from [to place/country Libya].',
    '[to place/country Kenya] expelled the [from group diplomats].',
    '[from group Rebels] supported a boycott of [to place/country Burundi].',
    'The [from organization government] trained [to person athletes].',
    '[to organization The bank] fined the [from organization company].',
    '[to place/country Japan] ended its support for a ban and met the [from organization union].',
    'With relief from [to place/country Oman] delayed, [from group farmers] sold their goats.',
    'With the arrest of [to person Escobar], the [from organization police] closed the case.',
  ],
};
