/** Places that the text puts into others: "Tulsa, Oklahoma", "Ramadi, in Anbar province", "Manbij (Aleppo)", "Mosul in northern Iraq". */
import type { Tokens } from '../../document/tokens.ts';
import { inOrder, type OrderedName } from './order.ts';
import type { ParentPair, PlaceChain } from './types.ts';

const IN = new Set(['in', 'of']);
const SKIPPED = new Set([
  'the',
  'northern',
  'southern',
  'eastern',
  'western',
  'central',
  'nearby',
  'neighboring',
  "'s",
  '’s',
]);
const MOST_BETWEEN = 4;

/** The words between the end of one name and the start of the next put the first into the second. */
function puts(tokens: Tokens, from: number, to: number): boolean {
  if (to - from < 1 || to - from > MOST_BETWEEN) return false;
  const opening = tokens.form[from];
  if (opening === ',' || opening === '(') from++;
  else if (!IN.has(tokens.lower[from])) return false;
  let preposition = opening !== ',' && opening !== '(';
  for (let t = from; t < to; t++) {
    if (IN.has(tokens.lower[t])) preposition = true;
    else if (!SKIPPED.has(tokens.lower[t])) return false;
  }
  return preposition || to === from;
}

/** Adjacent names, the first inside the second as far as the words between them say; the gazetteer is not asked. */
export function parentPairs(
  chains: readonly PlaceChain[],
  tokens: Tokens,
  names: readonly OrderedName[] = inOrder(chains),
): ParentPair[] {
  const pairs: ParentPair[] = [];
  for (let i = 0; i + 1 < names.length; i++) {
    const child = names[i];
    for (let j = i + 1; j < names.length && j < i + 3; j++) {
      const parent = names[j];
      if (parent.chain === child.chain || parent.name.first < child.name.last) continue;
      if (tokens.sentence[parent.name.first] !== tokens.sentence[child.name.first]) break;
      if (puts(tokens, child.name.last, parent.name.first))
        pairs.push({ child: child.chain, parent: parent.chain, childName: child.n, parentName: parent.n });
    }
  }
  return pairs;
}
