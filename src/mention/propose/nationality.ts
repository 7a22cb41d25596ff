import { type Assets, decode, resource } from '../../document/assets.ts';
import type { LexiconEntry } from '../../document/layers.ts';
import { POS } from '../../document/ud.ts';
import { parseTable } from '../../gazetteer/table.ts';
import { Trie } from '../../gazetteer/trie.ts';
import { mentionOf, type Proposer } from '../proposal.ts';

export interface Demonym extends LexiconEntry {
  readonly number: 'singular' | 'plural' | 'both';
}
export const loadDemonyms = (assets: Assets): Trie<Demonym> =>
  resource(assets, 'lexicon/demonym.tsv', (bytes, name) => {
    const trie = new Trie<Demonym>();
    for (const { term, country, number } of parseTable(decode(bytes), name, ['term', 'country', 'number', 'note']))
      trie.add(term, {
        term,
        type: 'nationality',
        level: 'name',
        ...(country && { country }),
        number: (number || 'both') as Demonym['number'],
      });
    return trie;
  });

/** Demonyms and creeds as modifiers: "[nationality Iraqi] government", "an [nationality Iranian] commander". */
export const nationalityProposer =
  (demonyms: Trie<Demonym>): Proposer =>
  (layers) => {
    const { tokens, sentences, tags } = layers;
    const found = [];
    for (let i = 0; i < tokens.length; i++) {
      const c = tokens.form[i].charCodeAt(0);
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
