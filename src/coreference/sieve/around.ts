/** What stands beside a mention, by the order of the text. */
import type { Profile, Read } from '../profile.ts';

/** The first mention behind `p`, past those inside it: of "[[Iraqi] city] of [Mosul]" it is "Mosul". */
export function next(profiles: readonly Profile[], p: Profile): Profile | undefined {
  let j = p.index + 1;
  while (j < profiles.length && profiles[j].mention.start < p.mention.end) j++;
  return profiles[j];
}

/** The widest mention that ends in front of token `first` with at most `gap` tokens between, in one sentence. */
export function endingBefore(profiles: readonly Profile[], p: Profile, gap: number): Profile | undefined {
  const { first, start } = p.mention;
  let best: Profile | undefined;
  for (let j = p.index - 1; j >= 0 && j >= p.index - 8; j--) {
    const q = profiles[j];
    if (q.sentence !== p.sentence || q.mention.end > start) continue;
    if (q.mention.last < first - gap || (best && q.mention.last < best.mention.last)) break;
    if (!best || q.mention.first < best.mention.first) best = q;
  }
  return best;
}

/** Whether each token from `first` to `last` (exclusive) is one that `allowed` names. */
export function all({ tokens }: Read, first: number, last: number, allowed: (lower: string) => boolean): boolean {
  for (let i = first; i < last; i++) if (!allowed(tokens.lower[i])) return false;
  return true;
}
