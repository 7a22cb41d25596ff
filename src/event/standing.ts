/** Who stands where a word stands: through coordination, a relative pronoun, a measure, a title. */
import type { DraftMention } from '../document/layers.ts';
import { DEP, POS } from '../document/ud.ts';
import { depSet, OWNER } from './deps.ts';
import {
  caseOf,
  conjuncts,
  type Graph,
  hasChild,
  hasDep,
  hasMark,
  isCoordinated,
  isNoun,
  isVerb,
  placeOf,
} from './graph.ts';
import { MARK } from './vocabulary.ts';

const RELATIVE = new Set(['who', 'whom', 'which', 'that']);
const RELATIVE_CLAUSE = depSet('acl:relcl', 'acl', 'advcl:relcl');
/** "who" stands for the noun that its clause is about; other words for themselves. */
export function antecedent(graph: Graph, token: number): number {
  if (!hasMark(graph, token, MARK.stands) || !RELATIVE.has(graph.tokens.lower[token])) return token;
  for (let at = token, steps = 0; at >= 0 && steps < 8; at = graph.tree.head[at], steps++)
    if (hasDep(graph, at, RELATIVE_CLAUSE) && graph.tree.head[at] >= 0) return beforeDate(graph, graph.tree.head[at]);
  return token;
}
const NOMINAL = depSet('nmod', 'nmod:unmarked');
/** "an attack on Friday that killed three": no clause is about the day, so it is about what the day hangs on. */
function beforeDate(graph: Graph, noun: number): number {
  const mention = graph.headed[noun];
  const above = graph.tree.head[noun];
  const isDate = mention >= 0 && graph.mentions[mention].type === 'date' && hasDep(graph, noun, NOMINAL);
  return isDate && above >= 0 && !isVerb(graph, above) ? above : noun;
}

/**
 * The mentions that a word stands for: of its coordination, through a relative pronoun, behind a measure ("hundreds of
 * refugees"). A word inside a mention, which the parse takes for its head, counts as the head.
 */
export function mentionsAt(graph: Graph, token: number): readonly number[] {
  if (graph.standing[token] < 0) graph.standing[token] = placeOf(graph, standingAt(graph, token));
  return graph.lists[graph.standing[token]];
}
const CONJUNCTION = depSet('cc');
/** "…, wounding two others, officials said": who ends the sentence with a verb is no item of the list before. */
const speaks = (graph: Graph, token: number): boolean =>
  graph.tree.dep[token] === DEP.conj &&
  !hasChild(graph, token, CONJUNCTION) &&
  token + 2 < graph.tokens.length &&
  graph.tags.pos[token + 1] === POS.VERB &&
  graph.tokens.form[token + 2] === '.';
function standingAt(graph: Graph, token: number): readonly number[] {
  const word = antecedent(graph, token);
  if (!isCoordinated(graph, word)) {
    const mention = mentionAlone(graph, word);
    return mention < 0 ? NONE : [mention];
  }
  const found: number[] = [];
  for (const t of conjuncts(graph, word)) {
    const mention = mentionAlone(graph, t);
    if (mention >= 0 && !found.includes(mention)) found.push(mention);
  }
  return found;
}
const NONE: readonly number[] = [];
const mentionAlone = (graph: Graph, token: number): number => (speaks(graph, token) ? -1 : mentionOf(graph, token));
const OF_PHRASE = depSet('nmod');
function mentionOf(graph: Graph, token: number, depth = 0): number {
  const { first, next, tree } = graph;
  const headed = graph.headed[token];
  if (headed >= 0 && graph.mentions[headed].type !== 'quantity') return headed;
  if (depth < 4 && hasChild(graph, token, OF_PHRASE) && isMeasure(graph, token))
    for (let c = first[token]; c >= 0; c = next[c]) {
      const below = tree.dep[c] === DEP.nmod && caseOf(graph, c) === 'of' ? mentionOf(graph, c, depth + 1) : -1;
      if (below >= 0) return below;
    }
  if (headed >= 0) return headed;
  const around = graph.holding[token];
  if (around >= 0 && isNoun(graph, token) && spansHead(graph.mentions[around], token, graph)) return around;
  const name = titled(graph, token);
  return name >= 0 || depth > 0 ? name : numberOf(graph, token);
}
const OTHERS = new Set(['others', 'more', 'another', 'dead', 'wounded', 'injured']);
/** "53 others": the number stands for those that no mention names. */
function numberOf(graph: Graph, token: number): number {
  if (!hasMark(graph, token, MARK.stands) || !OTHERS.has(graph.tokens.lower[token])) return -1;
  for (let c = graph.first[token]; c >= 0; c = graph.next[c])
    if (graph.tree.dep[c] === DEP.nummod && graph.headed[c] >= 0) return graph.headed[c];
  return -1;
}
const NAME_BELOW = depSet('flat', 'appos', 'nmod:desc', 'nmod:unmarked', 'compound', 'nmod');
/** "Prime Minister Haider al-Abadi": the name below a title that is no mention. */
function titled(graph: Graph, token: number): number {
  if (!isNoun(graph, token)) return -1;
  const { first, next, headed, holding, marker } = graph;
  for (let c = hasChild(graph, token, NAME_BELOW) ? first[token] : -1; c >= 0; c = next[c]) {
    if (c < token || marker[c] >= 0 || !hasDep(graph, c, NAME_BELOW)) continue;
    const name = headed[c] >= 0 ? headed[c] : holding[c];
    if (name >= 0 && graph.mentions[name].type !== 'date') return name;
  }
  return /^\p{Lu}/u.test(graph.tokens.form[token]) ? nameBehind(graph, token) : -1;
}
/** "Secretary of State Antony Blinken", however the parse hangs its words: the name that follows a title. */
function nameBehind(graph: Graph, title: number): number {
  for (let t = title + 1; t < Math.min(title + 6, graph.tokens.length); t++) {
    const name = graph.headed[t];
    if (name >= 0 && graph.mentions[name].type === 'person') return name;
    const pos = graph.tags.pos[t];
    if (pos !== POS.PROPN && pos !== POS.NOUN && pos !== POS.ADJ && graph.tokens.lower[t] !== 'of') return -1;
  }
  return -1;
}

/** Marked in the vocabulary, as next to no word is one of them. */
export const STANDING: readonly string[] = [...RELATIVE, ...OTHERS];

const BEFORE_MAKER = new Set(['by', 'from']);
const MAKER = depSet('nmod', 'obl:agent');
/** "UN peacekeepers", "Nepal's king", "a plan by the bank", where only the name is a mention: whose a noun is that is none. */
export function ownersAt(graph: Graph, token: number): readonly number[] {
  if (graph.first[token] < 0 || !isNoun(graph, token)) return NONE;
  const owners: number[] = [];
  const makers: number[] = [];
  for (let c = graph.first[token]; c >= 0; c = graph.next[c]) {
    if (graph.headed[c] < 0) continue;
    if (hasDep(graph, c, OWNER)) owners.push(graph.headed[c]);
    else if (hasDep(graph, c, MAKER) && BEFORE_MAKER.has(caseOf(graph, c))) makers.push(graph.headed[c]);
  }
  return makers.length ? makers : owners;
}
const MEASURES = new Set(
  'front vicinity lives life number dozens dozen hundreds thousands scores score tens group some many several most all one two both majority rest half part'.split(
    ' ',
  ),
);
const isMeasure = (graph: Graph, token: number): boolean =>
  graph.tags.pos[token] === POS.NUM || MEASURES.has(graph.tokens.lower[token]) || graph.headed[token] >= 0;
/** Whether the word is the top of the mention's words in the tree. */
const spansHead = (mention: DraftMention, token: number, graph: Graph): boolean => {
  const head = graph.tree.head[token];
  return head < mention.first || head >= mention.last;
};
