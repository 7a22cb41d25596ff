/** Names as keys: without case and accents, by their consonants where spellings differ ("Qaddafi", "Gadhafi"), by initials. */

const LETTERS = /[\p{L}\p{N}]+/gu;
const MARKS = /\p{M}+/gu;

/** Words of a name without case, accents and signs: "Al-Qaïda" → al, qaida. */
export const wordsOf = (name: string): string[] =>
  name
    .toLowerCase()
    .normalize('NFD')
    .replace(MARKS, '')
    .replace(/['’ʿʾ`]/g, '')
    .match(LETTERS) ?? [];

const PARTICLES = new Set([
  'al',
  'el',
  'ad',
  'an',
  'ar',
  'as',
  'at',
  'az',
  'ash',
  'the',
  'of',
  'bin',
  'ibn',
  'de',
  'von',
  'van',
  'abu',
]);
/** The words that tell names apart. */
export const contentOf = (words: readonly string[]): readonly string[] => {
  const kept = words.filter((word) => !PARTICLES.has(word));
  return kept.length ? kept : words;
};

/** Letters that transliterations take for each other, the longer first. */
const SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/gh|kh|ck|q|g|c|x/g, 'k'],
  [/dh|dd/g, 'd'],
  [/ph|v|w/g, 'f'],
  [/sch|sh|ch|tz|ts|z|ç/g, 's'],
  [/th/g, 't'],
  [/j|y/g, 'i'],
  [/[aeiou]+/g, ''],
  [/(.)\1+/g, '$1'],
];
/** The consonants of a name as far as spellings of one name agree: "Qaddafi", "Gadhafi", "Kadafi" → kdf. */
export function skeletonOf(words: readonly string[]): string {
  return contentOf(words)
    .map((word) => {
      let sounds = word;
      for (const [from, to] of SOUNDS) sounds = sounds.replace(from, to);
      return sounds.replace(/h$/, '') || word[0];
    })
    .join(' ');
}

/** Whether each word of the shorter name can stand for one of the longer, in order: "J. Smith", "Smith" and "John Smith". */
export function isPart(short: readonly string[], long: readonly string[]): boolean {
  let at = 0;
  for (const word of short) {
    while (at < long.length && !(long[at] === word || (word.length === 1 && long[at].startsWith(word)))) at++;
    if (at++ >= long.length) return false;
  }
  return true;
}

/** "Security Council" → sc: from the words that have capitals. Empty for one word. */
export function initialsOf(name: string): string {
  const words = name.match(LETTERS)?.filter((word) => /^\p{Lu}/u.test(word)) ?? [];
  return words.length < 2 ? '' : words.map((word) => word[0].toLowerCase()).join('');
}
