/** Who speaks: "I" in a quotation. */
import type { Clusters } from '../cluster.ts';
import type { Profile, Read } from '../profile.ts';

/** "I" in a quotation is the speaker, whether named in front of it or behind. */
export function speaker(clusters: Clusters, layers: Read): void {
  for (const p of clusters.profiles) {
    if (p.person !== '1' || p.number !== 'singular' || !p.quoted) continue;
    const who = speakerOf(clusters, layers, p);
    if (who) clusters.join(who.index, p.index);
  }
}

const SPEECH = new Set([
  'say',
  'tell',
  'add',
  'state',
  'explain',
  'declare',
  'note',
  'warn',
  'announce',
  'claim',
  'ask',
  'insist',
  'stress',
  'write',
  'continue',
  'describe',
  'recall',
  'reply',
  'comment',
  'point',
]);
/** The subject of a verb of speech in the pronoun's sentence, or in one beside it. */
function speakerOf(clusters: Clusters, { tree, tags }: Read, p: Profile): Profile | undefined {
  const { profiles } = clusters;
  let first = p.index;
  while (first > 0 && p.sentence - profiles[first - 1].sentence <= 2) first--;
  let last = p.index + 1;
  while (last < profiles.length && profiles[last].sentence - p.sentence <= 2) last++;
  const near = profiles.slice(first, last).filter((q) => q.mention.type === 'person' && q.subject);
  const speaks = near.filter(
    (q) =>
      tree.head[q.mention.head] >= 0 &&
      SPEECH.has(tags.lemma[tree.head[q.mention.head]]) &&
      q.mention.head !== p.mention.head &&
      q.mention.level !== 'pronoun',
  );
  return speaks.sort(
    (a, b) => Math.abs(a.sentence - p.sentence) - Math.abs(b.sentence - p.sentence) || b.index - a.index,
  )[0];
}
