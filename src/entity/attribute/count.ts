import { isOfTypes, typesOf } from '../../document/entityType.ts';
import { DEP } from '../../document/ud.ts';
import type { Read } from '../chain.ts';

const COUNTABLE = typesOf('person', 'group', 'organization', 'place', 'weapon', 'vehicle');

/** The mention that a quantity counts: "[three] US [soldiers]", "[dozens] of [villages]", "[15 to 20 percent] of the [city]". */
export function countedBy({ mentions, tree, tokens }: Read, quantity: number): number | undefined {
  const q = mentions[quantity];
  if (!tree.head.length || q.kind === 'money') return undefined;
  let head = q.head;
  // up through the numeral's own words to the noun that it modifies
  for (let steps = 0; steps < 3 && tree.head[head] >= q.first && tree.head[head] < q.last; steps++)
    head = tree.head[head];
  const noun =
    tree.dep[head] === DEP.nummod || tree.dep[head] === DEP.amod || tree.dep[head] === DEP.compound
      ? tree.head[head]
      : -1;
  const inside = (m: (typeof mentions)[number], token: number): boolean => m.head === token;
  for (let j = quantity + 1; j < mentions.length && mentions[j].first < q.last + 8; j++) {
    const m = mentions[j];
    if (m.level === 'pronoun' || !isOfTypes(COUNTABLE, m.type) || m.start < q.end) continue;
    if (noun >= 0 ? inside(m, noun) : tokens.lower[q.last] === 'of' && tree.head[m.head] === head) return j;
  }
  return undefined;
}
