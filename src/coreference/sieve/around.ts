/** What stands beside a mention, by the order of the text. */
import type { Profile } from '../profile.ts';

/** The first mention behind `p`, past those inside it: of "[[Iraqi] city] of [Mosul]" it is "Mosul". */
export function next(profiles: readonly Profile[], p: Profile): Profile | undefined {
  let j = p.index + 1;
  while (j < profiles.length && profiles[j].mention.start < p.mention.end) j++;
  return profiles[j];
}
