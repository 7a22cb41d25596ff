/** Which names a place gets in the gazetteer, and how far each can be trusted. */
import { foldName } from '../../gazetteer/places/fold.ts';
import { NAME } from '../../gazetteer/places/types.ts';

/** Arabic names come with and without the article, which takes on the next letter: "Ar Raqqah", "al-Raqqa", "Raqqah". */
const ARTICLE = /^(?:al|ar|as|ash|at|ath|ad|adh|an|az|el) /;
const ARABIC = new Set('IQ SY SA JO LB YE OM AE QA BH KW EG LY TN DZ MA SD PS MR'.split(' '));

function arabicForms(folded: string): string[] {
  const forms = new Set<string>();
  const bare = folded.replace(ARTICLE, '');
  if (bare !== folded && bare.length >= 4) forms.add(bare).add(`al ${bare}`).add(`el ${bare}`);
  for (const form of [folded, ...forms]) if (/[^aeiou]ah$/.test(form) && form.length > 5) forms.add(form.slice(0, -1));
  return [...forms];
}

/** Airport codes and the like are no names. */
const isCode = (name: string): boolean => /^[A-Z0-9]{2,5}$/.test(name);

/** The names of a place with flags, the main one first, none twice. @param common words that are also names of places */
export function namesOf(
  main: string,
  others: readonly string[],
  country: string,
  common: ReadonlySet<string>,
): (readonly [string, number])[] {
  const found = new Map<string, number>();
  const add = (folded: string, flags: number): void => {
    if (folded.length < 2 || folded.length > 60 || found.has(folded)) return;
    const risky = common.has(folded) || folded.length < 3 ? NAME.risky : 0;
    found.set(folded, flags | risky);
  };
  add(foldName(main), 0);
  for (const name of others) if (!isCode(name)) add(foldName(name), NAME.other);
  if (ARABIC.has(country)) for (const form of [...found.keys()].flatMap(arabicForms)) add(form, NAME.other);
  return [...found];
}
