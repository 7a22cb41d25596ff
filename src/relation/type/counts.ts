import type { RelationTypeDefinition } from '../../document/definition.ts';

/** Not an age. */
const NUMBERS = ['quantity/count', 'quantity/percent', 'quantity/distance', 'quantity/money'] as const;

export const counts: RelationTypeDefinition = {
  type: 'counts',
  description: 'A quantity says how many, or how much, of something there is.',
  from: ['quantity'],
  to: ['person', 'group', 'organization', 'weapon', 'vehicle', 'place', 'nationality'],
  rules: [
    {
      name: 'number',
      path: '<nummod',
      from: NUMBERS,
      examples: ['[from quantity/count Three] [to group US soldiers] died.'],
    },
    {
      name: 'number in front',
      path: '<before',
      from: NUMBERS,
      examples: ['They fired [from quantity/count two] [to weapon drones].'],
    },
    {
      name: 'group of a number',
      path: '<nmod:of {crew,group,team,convoy,fleet,squad,band,party,force,delegation,unit,coalition,alliance,column,gang,cell}',
      to: ['group', 'organization'],
      examples: ['They rescued a [to group crew] of [from quantity/count 19].'],
    },
    {
      name: 'number of the same again',
      path: '<again',
      from: ['quantity/count'],
      examples: ['Two [to group policemen] were killed and [from quantity/count five] wounded.'],
    },
    {
      name: 'number of',
      path: '>nmod:of {!them,us,you,it}',
      examples: ['[from quantity/count Dozens] of [to weapon rockets] fell.'],
    },
  ],
  counterexamples: [
    'The [to group troops] carried out [from quantity/count 38] attacks.',
    'The [to place/facility base] lies [from quantity/distance 30 km] from the border.',
    '[to group Rebels] fired [from quantity/count two] rockets.',
    'The [to organization company] paid [from quantity/money $5 million].',
    '[to person Smith] served [from quantity/count three] terms.',
    'Ten [to group sailors] drowned, and the price of fish rose by a factor of [from quantity/count two].',
    'Six [to group miners] were hurt in the [from quantity/count 27]-nation race.',
    'Six people, [from quantity/count three] of [to group them] students, were held.',
    'Two [to weapon rockets] fell, and [from quantity/count four] of the houses burned.',
  ],
};
