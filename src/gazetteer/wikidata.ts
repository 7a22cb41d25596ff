import { type Assets, decode, resource } from '../document/assets.ts';
import { atomsOf, isPlainName } from './atoms.ts';
import { loadTerms } from './lexicon.ts';
import { parseTable } from './table.ts';
import { WordTable, wordHash } from './wordTable.ts';

type Type = 'place' | 'organization' | 'person';
const keyOf = (name: string): string => (isPlainName(name) ? name.toLowerCase() : atomsOf(name).join(' '));

type IdsByName = Readonly<Record<Type, Map<string, string>>>;
const load = (assets: Assets): IdsByName =>
  resource(assets, 'lexicon/wikidata.tsv', (bytes, file) => {
    const ids: IdsByName = { place: new Map(), organization: new Map(), person: new Map() };
    for (const { type, name, aliases, wikidata } of parseTable(decode(bytes), file, [
      'type',
      'name',
      'aliases',
      'wikidata',
    ]))
      for (const each of [name, ...aliases.split('|').filter(Boolean)]) ids[type as Type].set(keyOf(each), wikidata);
    return ids;
  });

/** The Wikidata id of a country (by ISO code, a former one by its name), an organisation (by the lexicon's name for it) or a person (by a full name); undefined where none is certain. */
export function wikidataOf(assets: Assets): (type: Type, name: string) => string | undefined {
  const { place, organization, person } = load(assets);
  const ids: IdsByName = { place, organization: new Map(organization), person };
  // the names that the lexicon has for an organisation are names of its id, but for those that are commonly something else
  for (const { type, term, canonical = term, ids: own, weak } of loadTerms(assets)) {
    const id = own?.wikidata ?? ids.organization.get(keyOf(canonical));
    if (type === 'organization' && id && !weak) ids.organization.set(keyOf(term), id);
  }
  const byType = {
    place: new WordTable(ids.place),
    organization: new WordTable(ids.organization),
    person: new WordTable(ids.person),
  };
  return (type, name) => {
    const known = byType[type];
    // in capitals or not a word of ASCII has the same hash
    return isPlainName(name) && !known.mayHave(wordHash(name)) ? undefined : known.get(keyOf(name));
  };
}
