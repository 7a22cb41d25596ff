/** Places that the text lists: "Alabama and Georgia", "Florida, Georgia and South Carolina". */
import type { Tokens } from '../../document/tokens.ts';
import { inOrder, type OrderedName } from './order.ts';
import type { PlaceChain } from './types.ts';

const CONJUNCTIONS = new Set(['and', 'or', '&']);

/** What stands between two names: nothing of a list (0), a comma (1), a conjunction with or without one (2). */
function linkOf({ lower }: Tokens, from: number, to: number): 0 | 1 | 2 {
  const comma = lower[from] === ',' ? 1 : 0;
  if (to - from === comma + 1 && CONJUNCTIONS.has(lower[from + comma])) return 2;
  return comma && to - from === 1 ? 1 : 0;
}

/** For each chain, the chains beside which it stands in a list; undefined for most. Commas alone make none: "Paris, Texas". */
export function listedWith(
  chains: readonly PlaceChain[],
  tokens: Tokens,
  names: readonly OrderedName[] = inOrder(chains),
): readonly (readonly number[] | undefined)[] {
  const beside: (number[] | undefined)[] = [];
  for (let c = 0; c < chains.length; c++) beside.push(undefined);
  const note = (chain: number, other: number): void => {
    const known = beside[chain];
    if (known) known.push(other);
    else beside[chain] = [other];
  };
  for (let i = 0; i + 1 < names.length; ) {
    let end = i;
    let conjunction = false;
    for (; end + 1 < names.length; end++) {
      const link = linkOf(tokens, names[end].name.last, names[end + 1].name.first);
      if (!link) break;
      if (link === 2) conjunction = true;
    }
    for (let k = i; conjunction && k < end; k++) {
      const a = names[k].chain;
      const b = names[k + 1].chain;
      if (a === b) continue;
      note(a, b);
      note(b, a);
    }
    i = end + 1;
  }
  return beside;
}
