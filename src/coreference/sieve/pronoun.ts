/** Pronouns take the nearest mention before them that agrees, subjects and names first (Hobbs 1978; Lappin and Leass 1994 in little). */
import { DEP, POS } from '../../document/ud.ts';
import type { Clusters } from '../cluster.ts';
import type { Knowledge, Profile, Read } from '../profile.ts';

const SENTENCES_BACK = 3;
const THINGS = new Set(['organization', 'place', 'weapon', 'vehicle', 'conflict']);
const PEOPLE = new Set(['group', 'organization']);

function agrees(p: Profile, q: Profile): boolean {
  const type = q.mention.type;
  if (p.number === 'singular' && p.gender !== 'n')
    return (
      type === 'person' && q.number !== 'plural' && (p.gender === 'any' || q.gender === 'any' || q.gender === p.gender)
    );
  if (p.number === 'singular') return THINGS.has(type) && q.number !== 'plural';
  return (
    (PEOPLE.has(type) && q.number !== 'singular') ||
    ((type === 'weapon' || type === 'vehicle') && q.number === 'plural')
  );
}

function score(p: Profile, q: Profile, chain: number): number {
  let s = -(p.sentence - q.sentence) * 2.2 - (p.index - q.index) * 0.08;
  if (q.subject) s += 1.6;
  if (q.mention.level === 'name') s += 0.5;
  if (q.mention.level === 'pronoun') s += 0.9;
  if (q.mention.type === 'place' && !q.mention.actsAs) s -= 1.2;
  if (q.mention.type === 'weapon' || q.mention.type === 'conflict') s -= 1;
  if (p.number === 'plural' && q.mention.type === 'organization') s -= 0.3;
  if (q.names.length === 0 && q.mention.level === 'nominal' && q.counted) s += 0.2;
  return s + Math.min(chain, 6) * 0.12;
}

/** Whether the pronoun's own clause excludes `q`: subject and object of one verb are two ("Blinken met him"), "its" may be its own. */
function sameClause({ tree, tags }: Read, p: Profile, q: Profile): boolean {
  const [a, b] = [p.mention.head, q.mention.head];
  return (
    tags.pos[a] === POS.PRON &&
    tree.dep[a] !== DEP['nmod:poss'] &&
    tree.head[a] === tree.head[b] &&
    tree.head[a] >= 0 &&
    tree.dep[b] !== DEP.conj
  );
}

/** "he", "its", "they": joined with the best antecedent, if one is near enough. */
export function thirdPerson(clusters: Clusters, layers: Read, knowledge: Knowledge): void {
  const { profiles } = clusters;
  for (const p of profiles) {
    if (p.mention.level !== 'pronoun' || knowledge.pronoun(layers.tokens.lower[p.mention.head])?.person !== '3')
      continue;
    let best: Profile | undefined;
    let most = -Infinity;
    for (let j = p.index - 1; j >= 0 && p.sentence - profiles[j].sentence <= SENTENCES_BACK; j--) {
      const q = profiles[j];
      if (q.mention.end > p.mention.start || !agrees(p, q) || sameClause(layers, p, q)) continue;
      if (q.mention.level === 'pronoun' && (q.number !== p.number || q.gender !== p.gender)) continue;
      const s = score(p, q, clusters.members(q.index).length);
      if (s > most) [most, best] = [s, q];
    }
    if (best) clusters.join(best.index, p.index);
  }
}

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
