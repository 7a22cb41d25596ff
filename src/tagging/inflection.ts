/**
 * From an inflected form to its base by English spelling: "firing" → "fire", "stopped" → "stop", "cities" → "city".
 * Where spelling leaves two bases, the one that is a known word wins.
 */
export type Known = (word: string) => boolean;

const VOWELS = 'aeiou';
const vowel = (c: string | undefined): boolean => c !== undefined && VOWELS.includes(c);
/** Stems to which an "e" was cut off: "believ", "operat", "requir", "battl", "perpetrat". */
const LOST_E = /(?:[cvz]|[^aeiou]us|[^s]s|[dr]g|ng|[^e]at|plor|crib|it|ut|[aiu]r|u|[bcdgkptz]l|ag|[flm]in)$/;

/** @param word of the form base + "s": "attacks", "crosses", "cities". */
export function withoutS(word: string, known: Known): string {
  if (word.length < 4 || !word.endsWith('s') || 'sui'.includes(word[word.length - 2])) return word;
  const one = word.slice(0, -1);
  if (word.endsWith('ies') && word.length > 4)
    return known(one) && !known(`${word.slice(0, -3)}y`) ? one : `${word.slice(0, -3)}y`;
  if (!word.endsWith('es')) return one;
  const two = word.slice(0, -2);
  if (word.endsWith('sses') && known(two)) return two;
  if (/(?:ch|sh)es$/.test(word)) return known(two) || !known(one) ? two : one;
  if (/(?:[sxzo])es$/.test(word))
    return known(one) || !known(two) ? (known(one) || !/(?:ss|x|zz)es$/.test(word) ? one : two) : two;
  return one;
}

/** @param word of the form base + "ed". */
export function withoutEd(word: string, known: Known): string {
  if (!word.endsWith('ed') || word.length < 4) return word;
  if (word.endsWith('ied')) return `${word.slice(0, -3)}${word.length === 4 ? 'ie' : 'y'}`;
  return baseOf(word.slice(0, -2), known);
}

/** @param word of the form base + "ing". */
export function withoutIng(word: string, known: Known): string {
  const stem = word.slice(0, -3);
  return word.endsWith('ing') && hasVowel(stem) ? baseOf(stem, known) : word;
}

/** @param word a comparative or superlative: "larger", "biggest", "easier". */
export function withoutDegree(word: string, known: Known): string {
  const end = /(?:i?er|i?est)$/.exec(word)?.[0];
  if (!end || word.length < 5) return word;
  const stem = word.slice(0, -end.length);
  return end.startsWith('i') ? `${stem}y` : baseOf(stem, known);
}

const hasVowel = (stem: string): boolean => /[aeiouy]/.test(stem);

/** What is left without its ending, made a word again: the doubled letter undone, or the lost "e" given back. */
function baseOf(stem: string, known: Known): string {
  const n = stem.length;
  const last = stem[n - 1];
  if (n > 3 && last === stem[n - 2] && !vowel(last)) {
    const single = stem.slice(0, -1);
    return 'lszf'.includes(last)
      ? known(stem) || !known(single)
        ? stem
        : single
      : known(stem) && !known(single)
        ? stem
        : single;
  }
  const withE = `${stem}e`;
  // "freed", "agreed"
  if (last === 'e' && stem[n - 2] !== 'e') return withE;
  if (shortSyllable(stem)) return known(withE) || (!known(stem) && LOST_E.test(stem)) ? withE : stem;
  const [plain, e] = [known(stem), known(withE)];
  if (plain !== e) return e ? withE : stem;
  return LOST_E.test(stem) ? withE : stem;
}

/** "fir", "plan", "us": were its base without "e", its last letter would be doubled. */
function shortSyllable(stem: string): boolean {
  const n = stem.length;
  const last = stem[n - 1];
  if (vowel(last) || 'wxy'.includes(last) || !vowel(stem[n - 2]) || vowel(stem[n - 3])) return false;
  return !/[aeiouy].*[aeiou]./.test(stem);
}
