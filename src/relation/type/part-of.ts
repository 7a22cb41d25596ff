import type { RelationTypeDefinition } from '../../document/definition.ts';

export const partOf: RelationTypeDefinition = {
  type: 'part-of',
  description: 'An organisation belongs to a larger one or to its country; a place lies in a larger one.',
  from: ['organization', 'place'],
  to: ['organization', 'place'],
  rules: [
    {
      name: 'country of an organisation',
      path: '{!@proxy} >inside|nmod:poss|compound|amod',
      from: ['organization'],
      to: ['place/country', 'place/region', 'place/government'],
      examples: [
        'The [from organization [to place/country US] military] said so.',
        "[to place/country Iran]'s [from organization Revolutionary Guard Corps] fired.",
      ],
    },
    {
      name: 'organisation of a country',
      path: '{!@proxy} >nmod:of|nmod:from',
      from: ['organization'],
      to: ['place/country', 'place/region'],
      examples: ['The [from organization Government of [to place/country Iraq]] agreed.'],
    },
    {
      name: 'organisation of an organisation',
      path: '{!@proxy,@led} >inside|nmod:poss|compound|nmod:of|nmod:within',
      from: ['organization'],
      to: ['organization'],
      examples: [
        'The [from organization [to organization UN] Security Council] met.',
        "The [to organization Coalition]'s [from organization Small Group] met.",
      ],
    },
    {
      name: 'part of something',
      path: '<copula|nsubj|appos|acl {@part} >nmod:of|obl:of|nmod:in',
      to: ['organization', 'place'],
      from: ['organization', 'place'],
      examples: ['The [from organization militias] are part of the [to organization Axis of Resistance].'],
    },
    {
      name: 'included in something',
      path: '<nmod:@including|obl:@including|acl:@including|advcl:@including',
      to: ['organization'],
      from: ['organization', 'place/country'],
      examples: ['The [to organization alliance], including [from organization Hezbollah], rejected it.'],
    },
    {
      name: 'whole that includes something',
      path: '<obj {@include} >nsubj',
      to: ['organization', 'place'],
      from: ['organization', 'place'],
      examples: ['The [to organization SDF] includes the [from organization Syrian Arab Coalition].'],
    },
    {
      name: 'region of a place',
      path: '>same',
      from: ['place'],
      to: ['place'],
      examples: ['They fled to [from place/region northern [to place/country Iraq]].'],
    },
    {
      name: 'place in a place',
      path: '>nmod:in|nmod:of|nmod:within|nmod:across|inside|nmod:poss|compound',
      from: ['place/city', 'place/region', 'place/area', 'place/country', 'place/water'],
      to: ['place'],
      examples: [
        'A bomb went off in [from place/city Ramadi], in [to place/region Anbar province].',
        'It happened in the [from place/area Doura district] of [to place/city Baghdad].',
      ],
    },
    {
      name: 'part of a facility',
      path: '{part,end,side,section,entrance,wing,door,gate,floor,center,centre,heart} >nmod:of|inside|nmod:poss',
      from: ['place'],
      to: ['place/facility'],
      examples: ['They left by the [from place/facility entrance] of the [to place/facility hospital].'],
    },
    {
      name: 'comma or bracket behind a place',
      path: '>comma|bracket',
      from: ['place/city', 'place/area', 'place/region'],
      to: ['place/country', 'place/region'],
      examples: ['The summit in [from place/city Istanbul], [to place/country Turkey], has begun.'],
    },
    {
      name: 'comma behind a district',
      path: '>comma',
      from: ['place/area'],
      to: ['place/city'],
      examples: ['A bomb killed shoppers in [from place/area Karrada], [to place/city Baghdad].'],
    },
  ],
  counterexamples: [
    'The [from organization army] fought in [to place/country Yemen].',
    '[from organization Hezbollah] met the [to organization Red Cross].',
    'He flew from [from place/city Erbil] to [to place/country Turkey].',
  ],
};
