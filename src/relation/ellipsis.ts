/** Numbers that count what another has counted: "Three soldiers were killed and five wounded", "900 troops in Syria and 2,500 in Iraq". */
import type { DraftMention } from '../document/layers.ts';
import type { Tags, Tokens } from '../document/tokens.ts';
import { POS } from '../document/ud.ts';
import { type Graph, label, REL } from './graph.ts';

/** How many words may stand between the two numbers. */
const REACH = 25;
const COUNTED = new Set(['group', 'weapon', 'vehicle', 'nationality']);
/** What follows a number that stands for the whole phrase: "five were wounded", "five wounded", "2,500 in Iraq", "took 42." */
const BEHIND = new Set([POS.VERB, POS.AUX, POS.ADP, POS.PUNCT, POS.CCONJ]);
const OTHERWISE = new Set(['of', '-', '‐', '‑', '–']);
const isCount = (m: DraftMention): boolean => m.type === 'quantity' && m.kind === 'count';

/**
 * Ties each number without a noun to the noun that the number before it counts.
 *
 * @param starts the first mention that begins at each word, -1 for none
 */
export function addEllipses(
  graph: Graph,
  { tokens, tags }: { readonly tokens: Tokens; readonly tags: Tags },
  mentions: readonly DraftMention[],
  starts: Int32Array,
): void {
  let noun: DraftMention | undefined;
  for (let i = 0; i < mentions.length; i++) {
    const m = mentions[i];
    if (!isCount(m)) continue;
    const counted = countedAt(m.last, mentions, starts);
    if (counted) noun = counted;
    else if (noun && isBare(m, noun, tokens, tags)) graph.add(m.head, noun.head, label(REL.again, 0));
    else noun = undefined;
  }
}

/** The mention that begins at a word and may be counted; those that begin there stand one after the other, the widest first. */
function countedAt(word: number, mentions: readonly DraftMention[], starts: Int32Array): DraftMention | undefined {
  const first = starts[word];
  if (first < 0) return undefined;
  for (let m = first; m < mentions.length && mentions[m].first === word; m++)
    if (COUNTED.has(mentions[m].type)) return mentions[m];
  return undefined;
}

/** Whether a number has no noun, and stands near the other in the same sentence. */
function isBare(m: DraftMention, noun: DraftMention, tokens: Tokens, tags: Tags): boolean {
  const next = tokens.lower[m.last] === 'more' ? m.last + 1 : m.last;
  return (
    tokens.sentence[m.head] === tokens.sentence[noun.head] &&
    m.first - noun.last <= REACH &&
    BEHIND.has(tags.pos[next]) &&
    // "the 27-nation bloc", "four of them", "a column of perhaps 5,000"
    !OTHERWISE.has(tokens.lower[next]) &&
    tokens.lower[m.first - 1] !== 'of' &&
    tokens.lower[m.first - 2] !== 'of'
  );
}
