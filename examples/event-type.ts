/** An event type of your own, with an entity type for what it is about; and new words for a built-in event type. */
import { createExtractor, defineEntityType, defineEventType } from 'sitrep';

const disease = defineEntityType({
  type: 'health:disease',
  description: 'An illness that spreads.',
  terms: [{ term: 'cholera' }, { term: 'measles' }],
  examples: ['[health:disease Cholera] spread in Goma.'],
});

const outbreak = defineEventType({
  type: 'health:outbreak',
  description: 'An illness appears or spreads somewhere.',
  frames: [
    { lemma: 'spread', pos: 'VERB', slots: { nsubj: 'agent', 'obl:in': 'place', 'obl:on': 'time' } },
    { lemma: 'outbreak', pos: 'NOUN', slots: { 'nmod:of': 'agent', 'nmod:in': 'place' } },
  ],
  examples: ['[agent Cholera] [trigger spread] in [place Goma].'],
});

// A built-in type takes more frames: "to blitz" is an assault.
const blitz = defineEventType({
  type: 'assault',
  description: 'Words for attacks that the library lacks.',
  frames: [{ lemma: 'blitz', pos: 'VERB', slots: { nsubj: 'agent', obj: 'patient' } }],
  examples: ['[agent Rebels] [trigger blitzed] [patient the town].'],
});

const extract = createExtractor({ entityTypes: [disease], eventTypes: [outbreak, blitz] });
const text = 'Measles spread in Khartoum on Monday. Rebels blitzed the town of Nyala.';
const { events, mentions } = extract(text, { date: '2024-04-24' });
for (const { type, args } of events) {
  const roles = args.map(({ role, mention: id }) => {
    const mention = mentions.find((m) => m.id === id)!;
    return `${role} ${text.slice(mention.start, mention.end)}`;
  });
  console.log(`${type}: ${roles.join(', ')}`);
}
