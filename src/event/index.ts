/**
 * Events, read from the dependency tree with frames as data: find the words that may name one (`trigger.ts`), read
 * their slots (`slot.ts`) into arguments (`argument.ts`), ask whether it is so (`status.ts`) and who says so
 * (`attribution.ts`), merge what is one event (`identity.ts`), and write the record (`event.ts`).
 */
import { Columns } from '../document/columns.ts';
import type { DraftEvent } from '../document/layers.ts';
import type { EventType } from '../document/schema.ts';
import { defineStage } from '../document/stage.ts';
import { ruleConfidences } from '../gazetteer/confidence.ts';
import { CivilSentences } from './civil.ts';
import { codesOf } from './code.ts';
import { type Context, contextOf } from './context.ts';
import { eventOf } from './event.ts';
import { type Frames, framesOf } from './frame.ts';
import { type Graph, graphOf } from './graph.ts';
import { identify } from './identity.ts';
import { type EventMention, read } from './reading.ts';
import { Senses } from './sense.ts';
import { withTargets } from './target.ts';
import { type Candidate, candidates } from './trigger.ts';
import { withUnclaimed } from './unclaimed.ts';
import { slotsFor, WordReading } from './word.ts';

/** Drops the words that another event has taken in, unless they are of its type and so the same event. */
function withoutParts(mentions: readonly EventMention[]): readonly EventMention[] {
  let owner: Map<number, EventMention> | undefined;
  for (const m of mentions) for (const part of m.parts) (owner ??= new Map()).set(part, m);
  if (!owner) return mentions;
  return mentions.filter((m) => (owner.get(m.token)?.frame.type ?? m.frame.type) === m.frame.type);
}

/** The types of events that the text tells of for sure. */
function typesOf(mentions: readonly (EventMention | null)[]): ReadonlySet<EventType> {
  const types = new Set<EventType>();
  for (const m of mentions) if (m) types.add(m.frame.type);
  return types;
}

/** The event mentions of a text, before it is asked which are one event. */
export function mentionsOf(graph: Graph, frames: Frames, context: Context): readonly EventMention[] {
  const civil = new CivilSentences(graph, context.civil);
  const senses = new Senses(graph, frames.sets);
  const found: Candidate[] = [];
  const words: WordReading[] = [];
  const sure: (EventMention | null)[] = [];
  for (const candidate of candidates(graph, frames)) {
    const { token } = candidate;
    if (civil.has(graph.tokens.sentence[token])) continue;
    const word = new WordReading(graph, senses, token, slotsFor(graph, token, context));
    found.push(candidate);
    words.push(word);
    sure.push(read(candidate, word, context));
  }
  const told = typesOf(sure);
  const all: EventMention[] = [];
  for (let i = 0; i < found.length; i++) {
    const mention = sure[i] ?? read(found[i], words[i], context, told);
    if (mention) all.push(mention);
  }
  return withTargets(withUnclaimed(graph, withoutParts(all)));
}

export const event = defineStage({
  name: 'event',
  reads: ['tokens', 'sentences', 'tags', 'tree', 'mentions', 'chains', 'entities'],
  writes: ['events'],
  prepare(settings) {
    const frames = framesOf(settings);
    const context = contextOf(settings);
    const codes = codesOf(settings);
    const confidences = ruleConfidences(settings.assets, 'event');
    const columns = new Columns();
    return (layers) => {
      const graph = graphOf(layers, columns);
      const events: DraftEvent[] = [];
      for (const members of identify(graph, mentionsOf(graph, frames, context)))
        events.push(eventOf(graph, members, codes, confidences));
      return { events: events.sort((a, b) => a.triggers[0].start - b.triggers[0].start) };
    };
  },
});
