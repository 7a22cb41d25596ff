import { type Assets, decode, resource } from '../document/assets.ts';
import { codeAt } from '../document/codeAt.ts';
import { atomsOf } from './atoms.ts';
import { loadTerms } from './lexicon.ts';
import { parseTable } from './table.ts';
import { WordTable, wordHash } from './wordTable.ts';

type Type = 'place' | 'organization' | 'person';
const keyOf = (name: string): string => (isPlain(name) ? name.toLowerCase() : atomsOf(name).join(' '));

/** Words of ASCII with a blank between: their atoms are the same in lower case. */
function isPlain(name: string): boolean {
  let blank = true;
  for (let i = 0; i < name.length; i++) {
    const code = codeAt(name, i);
    const wordly = (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57);
    if (!wordly && (code !== 32 || blank)) return false;
    blank = !wordly;
  }
  return !blank;
}

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
    return isPlain(name) && !known.mayHave(wordHash(name)) ? undefined : known.get(keyOf(name));
  };
}
