/** Places that the text lists: "Alabama and Georgia", "Florida, Georgia and South Carolina". */
import type { Tokens } from '../../document/tokens.ts';
import type { PlaceChain } from './types.ts';

const CONJUNCTIONS = new Set(['and', 'or', '&']);

/** What stands between two names: nothing of a list (0), a comma (1), a conjunction with or without one (2). */
function linkOf({ lower }: Tokens, from: number, to: number): 0 | 1 | 2 {
  const comma = lower[from] === ',' ? 1 : 0;
  if (to - from === comma + 1 && CONJUNCTIONS.has(lower[from + comma])) return 2;
  return comma && to - from === 1 ? 1 : 0;
}

/** For each chain, the chains beside which it stands in a list. Commas alone make none: "Paris, Texas". */
export function listedWith(chains: readonly PlaceChain[], tokens: Tokens): readonly (readonly number[])[] {
  const names = chains
    .flatMap((chain, c) => chain.names.map(({ first, last }) => ({ first, last, c })))
    .sort((a, b) => a.first - b.first || b.last - a.last);
  const beside: number[][] = chains.map(() => []);
  for (let i = 0; i + 1 < names.length; ) {
    let end = i;
    let conjunction = false;
    for (; end + 1 < names.length; end++) {
      const link = linkOf(tokens, names[end].last, names[end + 1].first);
      if (!link) break;
      if (link === 2) conjunction = true;
    }
    for (let k = i; conjunction && k < end; k++)
      if (names[k].c !== names[k + 1].c) {
        beside[names[k].c].push(names[k + 1].c);
        beside[names[k + 1].c].push(names[k].c);
      }
    i = end + 1;
  }
  return beside;
}
