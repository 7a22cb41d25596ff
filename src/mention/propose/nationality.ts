import { codeAt } from '../../document/codeAt.ts';
import { POS } from '../../document/ud.ts';
import type { Demonym } from '../../gazetteer/demonym.ts';
import type { Trie } from '../../gazetteer/trie.ts';
import { mentionOf, type Proposer } from '../proposal.ts';

export { loadDemonyms } from '../../gazetteer/demonym.ts';

/** Demonyms and creeds as modifiers: "[nationality Iraqi] government", "an [nationality Iranian] commander". */
export const nationalityProposer =
  (demonyms: Trie<Demonym>): Proposer =>
  (layers) => {
    const { tokens, sentences, tags } = layers;
    const found = [];
    for (let i = 0; i < tokens.length; i++) {
      const c = codeAt(tokens.form[i], 0);
      if (c >= 97 && c <= 122) continue;
      const match = demonyms.matchesAt(tokens, i, sentences.last[tokens.sentence[i]]).at(-1);
      if (!match) continue;
      // "Syrians", "four Iranians" are people: a group, which the tagger finds
      if (match.value.number === 'plural') continue;
      // a language or a verb: "Polish the brass", "in English"
      if (tags.pos[i] === POS.VERB) continue;
      found.push(
        mentionOf(layers, match.first, match.last, {
          type: 'nationality',
          level: 'name',
          rule: 'nationality/demonym',
          entry: match.value,
        }),
      );
      i = match.last - 1;
    }
    return found;
  };
