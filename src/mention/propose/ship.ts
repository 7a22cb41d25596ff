/** Ships by the prefix of their names: "[vehicle BRP Sierra Madre]", "the tanker [vehicle MT Mercer Street]". */
import { type Assets, decode, resource } from '../../document/assets.ts';
import { POS } from '../../document/ud.ts';
import { parseTable } from '../../gazetteer/table.ts';
import { type WordSet, wordSet } from '../../gazetteer/wordMap.ts';
import { mentionOf, type Proposer } from '../proposal.ts';

export const loadShipPrefixes = (assets: Assets): WordSet =>
  resource(assets, 'lexicon/ship-prefix.tsv', (bytes, name) =>
    wordSet(parseTable(decode(bytes), name, ['prefix', 'country', 'of']).map(({ prefix }) => prefix)),
  );

const MOST_WORDS = 3;
const CAPITAL = /^\p{Lu}/u;

export const shipProposer =
  (prefixes: WordSet): Proposer =>
  (layers) => {
    const { tokens, sentences, tags } = layers;
    const found = [];
    for (let i = 0; i < tokens.length; i++) {
      // a prefix is in capitals
      if (tokens.form[i] === tokens.lower[i] || !prefixes.has(tokens.form[i])) continue;
      const end = Math.min(sentences.last[tokens.sentence[i]], i + 1 + MOST_WORDS);
      let last = i + 1;
      while (last < end && CAPITAL.test(tokens.form[last]) && (last === i + 1 || tags.pos[last] === POS.PROPN)) last++;
      if (last === i + 1) continue;
      found.push(
        mentionOf(layers, i, last, { type: 'vehicle', kind: 'ship', level: 'name', rule: 'vehicle/ship-prefix' }),
      );
      i = last - 1;
    }
    return found;
  };
