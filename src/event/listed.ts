/** "in Gao, Mopti and Timbuktu", "drones, mines and rockets": what a list joins has one role, whatever the parse makes of it. */
import type { DraftArgument } from '../document/layers.ts';
import { POS } from '../document/ud.ts';
import { wordSet } from '../gazetteer/wordMap.ts';
import { hasMention } from './args.ts';
import { depSet } from './deps.ts';
import { type Graph, hasDep } from './graph.ts';

const JOINS = wordSet(['and', 'or', 'nor', '&']);
const BEFORE_NOUN = new Set<number>([POS.DET, POS.NUM, POS.ADP, POS.ADJ]);
const MOST = 12;

/** The mention that follows in a list, -1 for none, and whether "and" stands before it. */
function following(graph: Graph, mention: number): { mention: number; last: boolean } | null {
  const { tokens, tags, mentions } = graph;
  const m = mentions[mention];
  let t = m.last;
  let comma = false;
  let last = false;
  for (const end = Math.min(t + 5, tokens.length); t < end; t++) {
    const word = tokens.lower[t];
    if (word === ',' && !comma) comma = true;
    else if (JOINS.has(word) && !last) last = true;
    else break;
  }
  if (!comma && !last) return null;
  for (const end = Math.min(t + 4, tokens.length); t < end; t++) {
    const next = graph.headed[t] >= 0 || graph.holding[t] >= 0 ? graph.starting[t] : -1;
    if (next >= 0 && mentions[next].type !== 'quantity')
      return tokens.sentence[mentions[next].head] === tokens.sentence[m.head] ? { mention: next, last } : null;
    if (!BEFORE_NOUN.has(tags.pos[t])) return null;
  }
  return null;
}
/** "six civilians, including two children and a nurse", "ten men, among them three soldiers": those named behind a group, wherever the parse hangs them. */
export function includedBehind(graph: Graph, mention: number): readonly number[] {
  const { tokens, mentions } = graph;
  let t = mentions[mention].last;
  if (t < tokens.length && tokens.form[t] === ',') t++;
  if (tokens.lower[t] === 'among' && tokens.lower[t + 1] === 'them') t++;
  else if (tokens.lower[t] !== 'including') return NO_ITEMS;
  for (let end = Math.min(t + 5, tokens.length), u = t + 1; u < end; u++) {
    const first = graph.holding[u] < 0 ? -1 : graph.starting[u];
    if (first < 0 || mentions[first].type === 'quantity') continue;
    const all = [first];
    for (
      let next = following(graph, first);
      next && all.length < MOST;
      next = next.last ? null : following(graph, next.mention)
    )
      all.push(next.mention);
    return all.filter((m) => mentions[m].type === 'group' || mentions[m].type === 'person');
  }
  return NO_ITEMS;
}

const NO_ITEM = depSet('nsubj', 'nsubj:pass', 'nmod:poss', 'compound');
const NONE: readonly DraftArgument[] = [];
/** Arguments that the lists of the ones at hand add. */
export function listed(graph: Graph, args: readonly DraftArgument[]): readonly DraftArgument[] {
  let added: DraftArgument[] | undefined;
  for (const { role, mention } of args) {
    if (role === 'source' || role === 'time') continue;
    for (const item of itemsBehind(graph, mention))
      if (!hasMention(args, item, args.length)) (added ??= []).push({ role, mention: item, rule: 'list' });
  }
  return added ?? NONE;
}
/** The mentions of its type that follow one in a list that ends with "and". */
function itemsBehind(graph: Graph, mention: number): readonly number[] {
  let items: number[] | undefined;
  for (let at = mention; ; ) {
    const next = following(graph, at);
    if (!next || graph.mentions[next.mention].type !== graph.mentions[mention].type) return NO_ITEMS;
    // "hit the base and rebels fled", "the minister and his wife"
    if (hasDep(graph, graph.mentions[next.mention].head, NO_ITEM)) return NO_ITEMS;
    items ??= [];
    items.push(next.mention);
    if (next.last) return items;
    if (items.length === MOST) return NO_ITEMS;
    at = next.mention;
  }
}
const NO_ITEMS: readonly number[] = [];
