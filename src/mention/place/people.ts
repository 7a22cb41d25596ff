/** Given names and surnames, which tell people from places ("Paris Hilton"). */
import { type Assets, decode, resource } from '../../document/assets.ts';
import { parseTable } from '../../gazetteer/table.ts';
import { WordTable } from '../../gazetteer/wordTable.ts';

const FILE = 'lexicon/place-person.tsv';
export const PERSON = Object.freeze({ given: 1, surname: 2 });

/** Bits of `PERSON` for a word in lower case. */
export type PersonNames = WordTable<number>;

export const loadPersonNames = (assets: Assets): PersonNames =>
  resource(
    assets,
    FILE,
    (bytes, name) =>
      new WordTable(
        parseTable(decode(bytes), name, ['term', 'kind']).map(({ term, kind }) => [
          term,
          kind === 'both' ? 3 : kind === 'given' ? PERSON.given : PERSON.surname,
        ]),
      ),
  );
