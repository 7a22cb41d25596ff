/** The word lists that paths name: `lexicon/relation.tsv`. */
import { type Assets, decode, resource } from '../document/assets.ts';
import { parseTable } from '../gazetteer/table.ts';

export type Lists = ReadonlyMap<string, readonly string[]>;

/** A list may stand on several rows, each with base forms separated by spaces. */
export function parseLists(source: string, name: string): Lists {
  const lists = new Map<string, string[]>();
  for (const row of parseTable(source, name, ['list', 'words'])) {
    const words = lists.get(row.list) ?? [];
    words.push(...row.words.split(' ').filter(Boolean));
    lists.set(row.list, words);
  }
  return lists;
}

export const relationLists = (assets: Assets): Lists =>
  resource(assets, 'lexicon/relation.tsv', (bytes, name) => parseLists(decode(bytes), name));
