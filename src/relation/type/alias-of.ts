import type { RelationTypeDefinition } from '../../document/definition.ts';

const NAMED = ['person', 'organization', 'group', 'place', 'conflict', 'weapon', 'vehicle'] as const;

export const aliasOf: RelationTypeDefinition = {
  type: 'alias-of',
  description: 'The text says that one name stands for another.',
  from: NAMED,
  to: NAMED,
  coreferent: true,
  symmetric: true,
  rules: [
    {
      name: 'name in brackets',
      path: '<bracket',
      examples: ['The [to organization Islamic Revolutionary Guard Corps] ([from organization IRGC]) denied it.'],
    },
    {
      name: 'known as',
      path: '<obl:as|xcomp|obj|obl {@known} >nsubj:pass|nsubj',
      examples: ['[to person Abboud Qanbar], known as [from person Abu Haidar], is a general.'],
    },
  ],
  counterexamples: [
    '[from person He] said that [to person he] was safe.',
    'The [to organization agency] praised its [from organization director].',
    '[from person Kadhimi] knew that [to person he] would lose.',
    'The [to organization Red Cross] left, but the [from organization WHO] stayed (in Geneva).',
    '[from organization Reuters] said that the [to organization Pentagon] had declined.',
    'The [to organization Red Cross] (a [from group charity]) opened a clinic.',
  ],
};
