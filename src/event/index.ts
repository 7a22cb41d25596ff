/**
 * Events, read from the dependency tree with frames as data: find the words that may name one (`trigger.ts`), read
 * their slots (`slot.ts`) into arguments (`argument.ts`), ask whether it is so (`status.ts`) and who says so
 * (`attribution.ts`), merge what is one event (`identity.ts`), and write the record (`event.ts`).
 */
import { Columns } from '../document/columns.ts';
import type { DraftEvent } from '../document/layers.ts';
import type { EventType } from '../document/schema.ts';
import { defineStage } from '../document/stage.ts';
import { clustersOf } from '../perceptron/index.ts';
import { CivilSentences } from './civil.ts';
import { Writings } from './code.ts';
import { type Context, contextOf } from './context.ts';
import { eventOf } from './event.ts';
import { type Frames, framesOf } from './frame.ts';
import { type Graph, graphOf } from './graph.ts';
import { identify } from './identity.ts';
import { type EventMention, read } from './reading.ts';
import { Senses } from './sense.ts';
import { Slotted } from './slotted.ts';
import { withTargets } from './target.ts';
import { Triggers } from './trigger.ts';
import { withUnclaimed } from './unclaimed.ts';
import { Vocabulary } from './vocabulary.ts';
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

/** Finds the event mentions of one document after the other, before it is asked which are one event. */
class Finder {
  readonly #frames: Frames;
  readonly #context: Context;
  readonly #triggers: Triggers;
  readonly #senses: Senses;
  readonly #slotted: Slotted;

  constructor(frames: Frames, context: Context) {
    this.#frames = frames;
    this.#context = context;
    this.#triggers = new Triggers(frames);
    this.#senses = new Senses(frames.sets);
    this.#slotted = new Slotted(frames.needs.keys, this.#senses);
  }

  in(graph: Graph, columns: Columns): readonly EventMention[] {
    const context = this.#context;
    this.#senses.open(graph, columns);
    const candidates = this.#triggers.in(graph, new CivilSentences(graph, context.civil));
    const tools = { graph, frames: this.#frames, senses: this.#senses, slotted: this.#slotted };
    const words: WordReading[] = [];
    const sure: (EventMention | null)[] = [];
    for (let c = 0; c < candidates.size; c++) {
      const token = candidates.tokens[c];
      const word = new WordReading(tools, token, slotsFor(graph, token, context));
      words.push(word);
      sure.push(read(candidates, c, word, context));
    }
    const told = typesOf(sure);
    const all: EventMention[] = [];
    for (let c = 0; c < sure.length; c++) {
      const mention = sure[c] ?? read(candidates, c, words[c], context, told);
      if (mention) all.push(mention);
    }
    return withTargets(withUnclaimed(graph, withoutParts(all)));
  }
}

export const event = defineStage({
  name: 'event',
  reads: ['tokens', 'sentences', 'tags', 'tree', 'mentions', 'chains', 'entities'],
  writes: ['events'],
  prepare(settings) {
    const vocabulary = new Vocabulary();
    const frames = framesOf(settings, vocabulary);
    const context = contextOf(settings, vocabulary);
    const finder = new Finder(frames, context);
    const numbers = vocabulary.numbers(clustersOf(settings.assets));
    const writings = new Writings(settings);
    const columns = new Columns();
    return (layers) => {
      const graph = graphOf(layers, columns, vocabulary, numbers);
      const events: DraftEvent[] = [];
      for (const members of identify(graph, finder.in(graph, columns))) events.push(eventOf(graph, members, writings));
      return { events: events.sort((a, b) => a.triggers[0].start - b.triggers[0].start) };
    };
  },
});
