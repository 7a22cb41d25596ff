import type { RelationTypeDefinition } from '../../document/definition.ts';

export const locatedIn: RelationTypeDefinition = {
  type: 'located-in',
  description: 'Somebody or something is, was or acts at a place.',
  from: ['person', 'organization', 'group', 'weapon', 'vehicle', 'place/facility'],
  to: ['place'],
  rules: [
    {
      name: 'preposition',
      path: '>nmod:@in|next:@in',
      examples: [
        'The safety of [from group American troops] in [to place/country Iraq] is at risk.',
        'They hit a [from place/facility base] near [to place/city Erbil].',
      ],
    },
    {
      name: 'argument of a verb with a place',
      path: '<nsubj:pass|obj {VERB} >obl:@in',
      examples: [
        '[from group Soldiers] were killed in [to place/city Mosul].',
        'The army deployed [from group troops] in [to place/country Mali].',
        '[from group Troops] stationed in [to place/country Iraq] came under fire.',
      ],
    },
    {
      name: 'subject of a verb with a place',
      path: '<nsubj {VERB,-obj} >obl:@in',
      examples: ['[from person He] spoke in [to place/city Paris].'],
    },
    {
      name: 'noun of an event with a place',
      path: '<nmod:of|nmod:on|nmod:against|nmod:by|nmod:poss {@fighting,death,presence,arrest,liberation,stay,visit} >nmod:@in',
      examples: ['The killing of three [from group soldiers] in [to place/country Jordan] was condemned.'],
    },
    {
      name: 'host',
      path: '<obj {host,house,hold,shelter,accommodate,contain,lodge} >nsubj',
      from: ['person', 'organization', 'group', 'weapon', 'vehicle'],
      to: ['place/facility', 'place/city', 'place/area'],
      examples: ['They fired at [to place/facility bases] hosting [from group troops].'],
    },
    {
      name: 'to hold ground',
      path: '<nsubj|obl:by {@held,own} >obj|nsubj:pass',
      from: ['organization', 'group'],
      examples: ['They crossed [to place/area territory] controlled by the [from organization Taliban].'],
    },
    {
      name: 'facility of an organisation',
      path: '<inside|nmod:poss {headquarters,office,base,post,compound,embassy,branch,camp,stronghold,position,consulate,barracks,den,station,hideout}',
      from: ['organization'],
      to: ['place/facility'],
      examples: ['A bomb hit the [to place/facility [from organization National Police] headquarters].'],
    },
    {
      name: 'people of a place',
      path: '>nmod:of',
      from: ['group'],
      to: ['place'],
      examples: ['The [from group residents] of [to place/city Aleppo] fled.'],
    },
    {
      name: 'to be taken to a place',
      path: '<nsubj:pass|obj {take,transfer,send,bring,move,deport,deploy,transport,fly,evacuate,dispatch,return,extradite} >obl:to|obl:into',
      from: ['person', 'group', 'vehicle', 'weapon'],
      examples: ['The [from group wounded] were taken to a [to place/facility hospital].'],
    },
    {
      name: 'place near a place',
      path: '>nmod:near|nmod:outside|nmod:around|next:near|next:outside',
      from: ['place/city', 'place/area'],
      examples: ['They reached the [from place/city town] near [to place/city Palmyra].'],
    },
    {
      name: 'to meet at a place',
      path: '<nsubj {meet,visit,hold,attend,host,address} >obl:@in',
      from: ['person', 'group'],
      examples: ['[from person Carter] met the minister in [to place/city Baghdad].'],
    },
    {
      name: 'copula',
      path: '<copula:@in',
      examples: ['The [from place/facility base] is in [to place/country Jordan].'],
    },
    {
      name: 'way to a place',
      path: '<nsubj {arrive,travel,go,fly,return,come,head,flee,deploy,withdraw,move,cross,land,escape,hail,sail,retreat,drive,march} >obl:to|obl:into|obl:from',
      from: ['person', 'group', 'vehicle'],
      examples: ['[from person Blinken] travelled to [to place/city Cairo].'],
    },
    {
      name: 'place visited',
      path: '<nsubj {visit,enter,reach,cross,leave,tour} >obj',
      from: ['person', 'group', 'vehicle'],
      examples: ['[from person Austin] visited [to place/city Kyiv] on Monday.'],
    },
    {
      name: 'seat in a compound',
      path: '>through:@based',
      examples: ['The [from organization [to place/city London]-based group] said so.'],
    },
    {
      name: 'place held in a compound',
      path: '<through:@held',
      from: ['organization', 'group'],
      examples: ['They shelled [to place/facility [from organization ISIL]-held buildings].'],
    },
    {
      name: 'city of a body',
      path: '>inside',
      from: ['organization'],
      to: ['place/city'],
      examples: ['The [from organization [to place/city Cali] media] reported it.'],
    },
    {
      name: 'facility named after its place',
      path: '>inside|nmod:poss|nmod:of|compound',
      from: ['place/facility'],
      to: ['place/city', 'place/country', 'place/region', 'place/area', 'place/water'],
      examples: [
        'Jets struck the [from place/facility [to place/city Mezzeh] airport].',
        "[to place/country Iraq]'s [from place/facility Ain al-Asad air base] was hit.",
      ],
    },
    {
      name: 'comma or bracket behind a facility',
      path: '>comma|bracket',
      from: ['place/facility'],
      to: ['place/city', 'place/country', 'place/region', 'place/area'],
      examples: ['He was held at the [from place/facility Incirlik Air Base], [to place/country Turkey].'],
    },
    {
      name: 'where people come from',
      path: '>nmod:from',
      from: ['person', 'group'],
      to: ['place/city', 'place/region', 'place/area'],
      examples: ['A [from person physician] from [to place/city Husaybah] said so.'],
    },
    {
      name: 'possessor of people or a place',
      path: '{resident,community,population,civilian,inhabitant,minority,people} >nmod:poss',
      from: ['group'],
      to: ['place'],
      examples: ["[to place/city Mosul]'s [from group residents] fled."],
    },
  ],
  counterexamples: [
    '[from group Soldiers] spoke about [to place/country Syria].',
    '[from person Austin] criticized [to place/country Russia].',
    'The [from organization ministry] said that [to place/country Iran] had fired rockets.',
    'The [from group troops] did not enter [to place/city Aleppo].',
  ],
};
