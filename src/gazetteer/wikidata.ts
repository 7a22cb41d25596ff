import { type Assets, decode, resource } from '../document/assets.ts';
import { parseTable } from './table.ts';
import { atomsOf } from './trie.ts';

/** A country's ISO code is its name here. */
type Type = 'place' | 'organization' | 'person';
const keyOf = (type: Type, name: string): string => `${type} ${type === 'place' ? name : atomsOf(name).join(' ')}`;

const load = (assets: Assets): ReadonlyMap<string, string> =>
  resource(assets, 'lexicon/wikidata.tsv', (bytes, file) => {
    const ids = new Map<string, string>();
    for (const { type, name, aliases, wikidata } of parseTable(decode(bytes), file, [
      'type',
      'name',
      'aliases',
      'wikidata',
    ]))
      for (const each of [name, ...aliases.split('|').filter(Boolean)]) ids.set(keyOf(type as Type, each), wikidata);
    return ids;
  });

/** The Wikidata id of a country (by ISO code), an organisation (by the lexicon's name for it) or a person (by a full name); undefined where none is certain. */
export function wikidataOf(assets: Assets): (type: Type, name: string) => string | undefined {
  const ids = load(assets);
  return (type, name) => ids.get(keyOf(type, name));
}
