import type { DraftMention } from './layers.ts';

/**
 * The same mention with all fields in one order, those that it has not as undefined. V8 gives each `{ ...m, kind }` a hidden
 * class of its own, so that whoever reads mentions looks every field up anew; records of one class are read several times faster.
 */
export const uniform = (m: DraftMention): DraftMention =>
  ({
    first: m.first,
    last: m.last,
    head: m.head,
    start: m.start,
    end: m.end,
    type: m.type,
    kind: m.kind,
    level: m.level,
    actsAs: m.actsAs,
    rule: m.rule,
    confidence: m.confidence,
    timex: m.timex,
    amount: m.amount,
    entry: m.entry,
    candidates: m.candidates,
    title: m.title,
    role: m.role,
  }) as DraftMention;

type Changes = { readonly [K in keyof DraftMention]?: DraftMention[K] | undefined };

/** A copy of a mention with some fields changed, of the same hidden class. */
export const changed = (m: DraftMention, changes: Changes): DraftMention => Object.assign(uniform(m), changes);
