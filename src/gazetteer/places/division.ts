/** Names of administrative divisions: with and without the word for what they are. */
import { foldName } from './fold.ts';
import { type Gazetteer, rowsNamed } from './gazetteer.ts';
import { KIND } from './types.ts';

/** Words around the proper part of a division's name. */
const CLASS =
  /^(?:(?:state|province|governorate|region|republic|city state|department|district|municipality|county) of )|(?: (?:province|governorate|oblast|republic|kray|krai|state|region|county|department|prefecture|district|municipality|division|borough|parish|city|autonomous region|voivodeship|canton|wilayah|governate))+$/g;
export const withoutClass = (folded: string): string => folded.replace(CLASS, '');

/** Rows of a name as a text has it; "Salah ad Din Province" is the division "Salah ad Din" where the whole isn't known. */
export function rowsFor(gazetteer: Gazetteer, name: string): number[] {
  const rows = rowsNamed(gazetteer, name);
  if (rows.length) return rows;
  const folded = foldName(name);
  const base = withoutClass(folded);
  if (base === folded) return [];
  return rowsNamed(gazetteer, base).filter((row) => DIVISIONS.has(gazetteer.kind[row]));
}
const DIVISIONS = new Set([KIND.division1, KIND.division2, KIND.region]);
