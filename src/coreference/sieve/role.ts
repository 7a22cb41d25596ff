/** Who is meant by an office: "President Joseph Estrada … the president", "Gen. Gary Volesky … the general". */
import { typesOf } from '../../document/entityType.ts';
import type { Clusters } from '../cluster.ts';
import { DETERMINER, LEVEL } from '../code.ts';
import { isDefinite, isOf, type Knowledge, type Profile, type Read } from '../profile.ts';

const PERSON = typesOf('person');
const MOST_WORDS = 6;
const NEAR = 6;

/** Words of titles in front of a name, in lower case. */
function titleOf({ tokens, tags, sentences }: Read, p: Profile, { isTitle }: Knowledge): ReadonlySet<string> {
  const { first } = p.mention;
  const floor = Math.max(sentences.first[tokens.sentence[first]], first - MOST_WORDS);
  let words: Set<string> | undefined;
  for (let i = first - 1; i >= floor && (isTitle(tokens.lower[i]) || tokens.form[i] === '.'); i--) {
    words ??= new Set();
    words.add(tokens.lower[i]);
    const lemma = tags.lemma[i]?.toLowerCase();
    if (lemma && lemma !== tokens.lower[i]) words.add(lemma);
  }
  return words ?? NONE;
}
const NONE: ReadonlySet<string> = new Set();

/** A definite description of an office and the person last named with it. */
export function offices(clusters: Clusters, layers: Read, knowledge: Knowledge): void {
  const { profiles } = clusters;
  const holders = new Map<string, { holder: Profile; title: ReadonlySet<string> }[]>();
  for (const p of profiles) {
    if (!isOf(PERSON, p) || p.level === LEVEL.pronoun) continue;
    if (p.level === LEVEL.name) {
      const title = titleOf(layers, p, knowledge);
      if (!title.size) continue;
      const announced = announcedBy(clusters, p, title, knowledge);
      if (announced) clusters.join(announced.index, p.index);
      for (const word of title) {
        const known = holders.get(word);
        if (known) known.push({ holder: p, title });
        else holders.set(word, [{ holder: p, title }]);
      }
      continue;
    }
    if (!isDefinite(p) || p.determiner === DETERMINER.its || p.number === 'plural' || clusters.size(p.index) > 1)
      continue;
    const known = holders.get(p.lemma);
    if (!known) continue;
    for (let k = known.length - 1; k >= 0 && k >= known.length - 4; k--) {
      const { holder, title } = known[k];
      if (!agrees(p, holder, title, knowledge)) continue;
      const sole = known.every((o) => clusters.same(o.holder.index, holder.index));
      if (sole || p.sentence - holder.sentence <= NEAR) clusters.join(holder.index, p.index);
      break;
    }
  }
}

/** "Foreign Secretary condemns attack … Foreign Secretary Philip Hammond said": the office in a headline, the name behind. */
function announcedBy(
  { profiles }: Clusters,
  p: Profile,
  title: ReadonlySet<string>,
  knowledge: Knowledge,
): Profile | undefined {
  if (p.sentence > 3) return undefined;
  for (let j = p.index - 1; j >= 0; j--) {
    const q = profiles[j];
    if (q.mention.type !== 'person') continue;
    if (q.mention.level === 'name') return undefined;
    if (q.mention.level === 'nominal' && title.has(q.lemma) && agrees(q, p, title, knowledge)) return q;
  }
  return undefined;
}

/** "the prime minister" is none who is called a minister alone. */
function agrees(p: Profile, holder: Profile, title: ReadonlySet<string>, { isTitle }: Knowledge): boolean {
  if (p.gender !== 'any' && holder.gender !== 'any' && p.gender !== holder.gender) return false;
  return p.words.every((w) => title.has(w) || !isTitle(w));
}
