/** Mentions: same type and overlapping first, the best fitting before others; what is left over pairs up whatever its type. */
import { sameSpan } from '../../../document/span.ts';
import type { AnnotatedMention } from '../../annotation.ts';
import { type Aligned, missed, spurious } from '../alignment.ts';
import { pairUp } from '../pairing.ts';

type Mentions = readonly AnnotatedMention[];

export function alignMentions(gold: Mentions, predicted: Mentions): Aligned<AnnotatedMention>[] {
  const typed = pairUp(gold, predicted, (g, p) => g.type === p.type);
  const taken = new Set(typed.flat());
  const open = (mentions: Mentions): Mentions => mentions.filter((m) => !taken.has(m));
  const mistyped = pairUp(open(gold), open(predicted), () => true);
  for (const mention of mistyped.flat()) taken.add(mention);
  return [
    ...typed.map(
      ([g, p]): Aligned<AnnotatedMention> => ({ gold: g, predicted: p, grade: sameSpan(g, p) ? 'exact' : 'overlap' }),
    ),
    ...mistyped.map(([g, p]): Aligned<AnnotatedMention> => ({ gold: g, predicted: p, grade: 'mistyped' })),
    ...open(gold).map(missed),
    ...open(predicted).map(spurious),
  ];
}
