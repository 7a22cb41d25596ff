/** Metonymy: countries and capitals that act for their governments ("Baghdad criticized the strike"). */
import { type Assets, decode, resource } from '../../document/assets.ts';
import type { Layers } from '../../document/layers.ts';
import { DEP, POS } from '../../document/ud.ts';
import { capitalsOf } from '../../gazetteer/country.ts';
import { foldName } from '../../gazetteer/places/fold.ts';
import { parseTable } from '../../gazetteer/table.ts';
import { type WordSet, wordSet } from '../../gazetteer/wordMap.ts';

export interface Acting {
  /** Lemmas of verbs of speech, decision and deed. */
  readonly verbs: ReadonlySet<string>;
  /** Folded names of capitals. */
  readonly capitals: WordSet;
}

export const loadActing = (assets: Assets): Acting => ({
  verbs: resource(
    assets,
    'lexicon/place-act.tsv',
    (bytes, name) => new Set(parseTable(decode(bytes), name, ['lemma']).map((row) => row.lemma)),
  ),
  // the last ones are said of governments, though the table has another spelling or seat
  capitals: wordSet(
    [...capitalsOf(assets), 'Kyiv', 'Kiev', 'Washington', 'The Hague', 'Brussels', 'Tel Aviv', 'Kremlin'].map(foldName),
  ),
});

/** The token whose place in the tree counts for a name: of "Iraq" in "Iran and Iraq signed" it is "Iran". */
function subject({ tree }: Pick<Layers, 'tree'>, head: number): number {
  let t = head;
  for (let steps = 0; steps < 4 && tree.dep[t] === DEP.conj && tree.head[t] >= 0; steps++) t = tree.head[t];
  return t;
}

/** Whether the name with this head is the subject of a verb of acting, or the agent of a passive one. */
export function acts(layers: Pick<Layers, 'tree' | 'tags' | 'tokens'>, acting: Acting, head: number): boolean {
  const { tree, tags } = layers;
  if (tree.head.length !== layers.tokens.length) return false;
  const t = subject(layers, head);
  let verb = tree.head[t];
  if (verb < 0) return false;
  const dep = tree.dep[t];
  if (dep !== DEP.nsubj && dep !== DEP['obl:agent']) return false;
  // "Tehran is prepared to", "wants to": what opens the clause stands for it
  for (let c = verb + 1, n = 0; n < 6 && tags.pos[verb] === POS.AUX && c < layers.tokens.length; c++, n++)
    if (tree.head[c] === verb && tree.dep[c] === DEP.xcomp) verb = c;
  return tags.pos[verb] === POS.VERB && acting.verbs.has(tags.lemma[verb]);
}
