/** Names that the text itself says are one: "X, also known as Y", "X (Arabic: Y)", "a group calling itself Y". */
import { typesOf } from '../../document/entityType.ts';
import type { Clusters } from '../cluster.ts';
import { LEVEL } from '../code.ts';
import { isOf, type Profile, type Read } from '../profile.ts';
import { next } from './around.ts';

/** Words that say so, and those that stand beside them. */
const SAYS = new Set(['known', 'called', 'calling', 'named', 'dubbed', 'nicknamed', 'alias', 'aka', 'née', 'born']);
const BESIDE = new Set(
  'also formerly previously better otherwise commonly sometimes then once now as the itself themselves himself herself who which that is was are were so - , ( [ " “ ” \' ‘ ’'.split(
    ' ',
  ),
);
const OPENS = new Set(['(', '[']);
const MOST_WORDS = 8;

const named = (p: Profile): boolean => p.level === LEVEL.name;
/** Things that have several names. */
const HAS_NAMES = typesOf('person', 'organization', 'place', 'vehicle', 'conflict', 'weapon');

/** Each name with the mention in front of it that the words between say it names. */
export function aliases(clusters: Clusters, layers: Read): void {
  const { profiles } = clusters;
  for (const p of profiles) {
    if (p.level === LEVEL.pronoun || !isOf(HAS_NAMES, p)) continue;
    const q = next(profiles, p);
    if (!q || !named(q) || q.type !== p.type || q.sentence !== p.sentence) continue;
    if (saysSo(layers, p, q) || (named(p) && (inBrackets(layers, p, q) || orNamed(layers, p, q))))
      clusters.join(p.index, q.index);
  }
}

function saysSo({ tokens }: Read, p: Profile, q: Profile): boolean {
  const [from, to] = [p.mention.last, q.mention.first];
  if (to - from < 1 || to - from > MOST_WORDS || p.number === 'plural') return false;
  let says = false;
  for (let i = from; i < to; i++) {
    if (SAYS.has(tokens.lower[i])) says = true;
    else if (!BESIDE.has(tokens.lower[i])) return false;
  }
  return says;
}

/** "Abboud Qanbar (Arabic: …)", "Operation Sayeed (Hunter)"; a place in brackets is where the first lies: "Manbij (Aleppo)". */
function inBrackets({ tokens }: Read, p: Profile, q: Profile): boolean {
  const [from, to] = [p.mention.last, q.mention.first];
  if (to - from < 1 || to - from > 4 || !OPENS.has(tokens.lower[from])) return false;
  const language = to - from >= 3 && tokens.lower[to - 1] === ':';
  if (!language && to - from > 1) return false;
  return language || (p.mention.type !== 'place' && p.mention.type !== 'person');
}

/** "the National Committee, or CNC, said": not the last of a list. */
function orNamed({ tokens }: Read, p: Profile, q: Profile): boolean {
  const { first, last } = p.mention;
  return (
    tokens.lower[last] === ',' &&
    tokens.lower[last + 1] === 'or' &&
    q.mention.first === last + 2 &&
    tokens.lower[q.mention.last] === ',' &&
    tokens.lower[first - 1] !== ',' &&
    /^\p{Lu}{2,8}$/u.test(tokens.form[q.mention.first])
  );
}
