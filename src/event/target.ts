/** Targets that stand in the event of which a word speaks: who is praised, blamed or threatened for it, or with it. */
import type { DraftArgument } from '../document/layers.ts';
import { hasRole } from './args.ts';
import { type EventMention, withArgs } from './reading.ts';
import { TRAIT } from './trait.ts';

type At = ReadonlyMap<number, EventMention>;
const NONE: readonly DraftArgument[] = [];

/** "condemned the attack", "praised the rescue": the event that is praised or blamed; looking into something ("opened an inquiry") is none. */
function spokenOf({ frame, slots }: EventMention, at: At): EventMention | undefined {
  if (!(frame.traits & TRAIT.verdict)) return undefined;
  for (const s of slots) {
    const event = s.key === 'obj' ? at.get(s.token) : undefined;
    if (event) return event.frame.traits & TRAIT.verdict ? undefined : event;
  }
  return undefined;
}
/** "threatened to attack Iran", "refused to meet the rebels": what one says one will do, or not. */
function promisedIn({ frame, slots }: EventMention, at: At): EventMention | undefined {
  if (!(frame.traits & TRAIT.promise)) return undefined;
  for (const s of slots) {
    const event = s.key === 'xcomp' || s.key === 'ccomp' ? at.get(s.token) : undefined;
    if (event) return event;
  }
  return undefined;
}

export function withTargets(mentions: readonly EventMention[]): readonly EventMention[] {
  if (!mentions.some(({ frame }) => frame.traits & (TRAIT.verdict | TRAIT.promise))) return mentions;
  const at = new Map<number, EventMention>();
  for (const m of mentions) at.set(m.token, m);
  return mentions.map((m) => withTarget(m, at));
}
function withTarget(m: EventMention, at: At): EventMention {
  const spoken = spokenOf(m, at);
  const promised = promisedIn(m, at);
  return spoken || promised ? targeting(m, spoken?.args, promised?.args) : m;
}
function targeting(
  m: EventMention,
  ofSpoken: readonly DraftArgument[] = NONE,
  ofPromised: readonly DraftArgument[] = NONE,
): EventMention {
  const blamed = ofSpoken.filter((a) => a.role === 'agent');
  // "deplored the jailing of a blogger by the junta": who did it is blamed, not the nearest that is named
  const args = blamed.length ? m.args.filter((a) => a.rule !== 'reach') : m.args;
  if (hasRole(args, 'patient')) return m;
  const meant = ofPromised.filter((a) => a.role === 'patient');
  if (!blamed.length && !meant.length) return m;
  const targets = [...blamed, ...meant]
    .filter(({ mention }) => !args.some((a) => a.mention === mention))
    .map(({ mention }): DraftArgument => ({ role: 'patient', mention, rule: 'obj/agent' }));
  return withArgs(m, [...args, ...targets]);
}
