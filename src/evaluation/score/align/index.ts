/** All layers of one text, gold held against predicted. */
import type { Annotation } from '../../annotation.ts';
import type { Alignment } from '../alignment.ts';
import { entitiesOf, exactMentions, standingOf } from '../standing.ts';
import { alignArguments } from './arguments.ts';
import { alignEvents } from './events.ts';
import { alignMentions } from './mentions.ts';
import { alignRelations } from './relations.ts';

export function align(gold: Annotation, predicted: Annotation): Alignment {
  const ours = entitiesOf(gold.mentions);
  const theirs = standingOf(predicted, gold);
  const exact = exactMentions(predicted, gold);
  const events = alignEvents(gold.events, predicted.events);
  return {
    mentions: alignMentions(gold.mentions, predicted.mentions),
    relations: alignRelations(gold.relations, predicted.relations, ours, theirs, exact),
    events,
    arguments: alignArguments(events, ours, theirs, exact),
  };
}
