import { type Assets, decode, resource } from '../document/assets.ts';
import { loadTerms } from './lexicon.ts';
import { parseTable } from './table.ts';
import { atomsOf } from './trie.ts';

type Type = 'place' | 'organization' | 'person';
const keyOf = (type: Type, name: string): string => `${type} ${atomsOf(name).join(' ')}`;

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

/** The Wikidata id of a country (by ISO code, a former one by its name), an organisation (by the lexicon's name for it) or a person (by a full name); undefined where none is certain. */
export function wikidataOf(assets: Assets): (type: Type, name: string) => string | undefined {
  const ids = new Map(load(assets));
  // the names that the lexicon has for an organisation are names of its id, but for those that are commonly something else
  for (const { type, term, canonical = term, ids: own, weak } of loadTerms(assets)) {
    const id = own?.wikidata ?? ids.get(keyOf('organization', canonical));
    if (type === 'organization' && id && !weak) ids.set(keyOf('organization', term), id);
  }
  return (type, name) => ids.get(keyOf(type, name));
}
