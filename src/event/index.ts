/**
 * Events, read from the dependency tree with frames as data: find the words that may name one (`trigger.ts`), read
 * their slots (`slot.ts`) into arguments (`argument.ts`), ask whether it is so (`status.ts`) and who says so
 * (`attribution.ts`), merge what is one event (`identity.ts`), and write the record (`event.ts`).
 */
import type { DraftArgument } from '../document/layers.ts';
import { defineStage } from '../document/stage.ts';
import { ruleConfidences, withConfidence } from '../gazetteer/confidence.ts';
import { CivilSentences } from './civil.ts';
import { codesOf } from './code.ts';
import { type Context, contextOf } from './context.ts';
import { eventOf } from './event.ts';
import { type Frames, framesOf } from './frame.ts';
import { type Graph, graphOf } from './graph.ts';
import { identify } from './identity.ts';
import { type EventMention, Known, read, slotsFor } from './reading.ts';
import { candidates } from './trigger.ts';
import { withUnclaimed } from './unclaimed.ts';

/** Drops the words that another event has taken in, unless they are of its type and so the same event. */
function withoutParts(mentions: readonly EventMention[]): EventMention[] {
  const owner = new Map(mentions.flatMap((m) => m.parts.map((part) => [part, m] as const)));
  return mentions.filter((m) => (owner.get(m.token)?.frame.type ?? m.frame.type) === m.frame.type);
}

const VERBAL = new Set(['accuse', 'support', 'reject']);
/** "condemned the attack", "praised the rescue": the event that is praised or blamed; looking into something ("opened an inquiry") is none. */
const spokenOf = (m: EventMention, at: ReadonlyMap<number, EventMention>): EventMention | undefined => {
  const object = VERBAL.has(m.frame.type) ? m.slots.find((s) => s.key === 'obj' && at.has(s.token)) : undefined;
  const event = object && at.get(object.token);
  return event && !VERBAL.has(event.frame.type) ? event : undefined;
};
const PROMISING = new Set(['agree', 'threaten', 'reject']);
/** "threatened to attack Iran", "refused to meet the rebels": to whom one says one will do it, or not. */
const meantFor = (m: EventMention, at: ReadonlyMap<number, EventMention>): readonly DraftArgument[] => {
  if (!PROMISING.has(m.frame.type)) return [];
  const clause = m.slots.find((s) => (s.key === 'xcomp' || s.key === 'ccomp') && at.has(s.token));
  return (clause && at.get(clause.token)?.args.filter((a) => a.role === 'patient')) ?? [];
};
function withTargets(mentions: readonly EventMention[]): EventMention[] {
  const at = new Map(mentions.map((m) => [m.token, m]));
  return mentions.map((m) => {
    const blamed = spokenOf(m, at)?.args.filter((a) => a.role === 'agent') ?? [];
    // "deplored the jailing of a blogger by the junta": who did it is blamed, not the nearest that is named
    const args = blamed.length ? m.args.filter((a) => a.rule !== 'reach') : m.args;
    if (args.some((a) => a.role === 'patient')) return m;
    const targets = [...blamed, ...meantFor(m, at)].filter(({ mention }) => !args.some((a) => a.mention === mention));
    return {
      ...m,
      args: [...args, ...targets.map(({ mention }) => ({ role: 'patient' as const, mention, rule: 'obj/agent' }))],
    };
  });
}

/** The event mentions of a text, before it is asked which are one event. */
export function mentionsOf(graph: Graph, frames: Frames, context: Context): EventMention[] {
  const civil = new CivilSentences(graph, context.civil);
  const found = candidates(graph, frames).filter(({ token }) => !civil.has(graph.tokens.sentence[token]));
  const slots = found.map(({ token }) => slotsFor(graph, token, context));
  const known = found.map(() => new Known());
  const sure = found.map((candidate, i) => read(graph, candidate, slots[i], context, known[i]));
  const told = new Set(sure.flatMap((m) => (m ? [m.frame.type] : [])));
  const all = sure.map((m, i) => m ?? read(graph, found[i], slots[i], context, known[i], told));
  return withTargets(withUnclaimed(graph, withoutParts(all.filter((m): m is EventMention => m !== null))));
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
    return (layers) => {
      const graph = graphOf(layers);
      const events = identify(graph, mentionsOf(graph, frames, context)).map((members) =>
        withConfidence(eventOf(graph, members, codes), confidences),
      );
      return { events: events.sort((a, b) => a.triggers[0].start - b.triggers[0].start) };
    };
  },
});
