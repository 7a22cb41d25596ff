/**
 * Words read lately, so that a word met again is the same string: it costs no memory, maps know its hash already, and so is
 * its lower case known. Which words are kept changes nothing but time.
 */
const SIZE = 4096;
/** V8 copies shorter slices; a longer one would keep its whole text alive. */
const LONGEST = 12;

const CURLY = '’';
/** Lower case with typographic apostrophes made plain. */
function lowerOf(form: string): string {
  const lower = form.toLowerCase();
  return lower.includes(CURLY) ? lower.replaceAll(CURLY, "'") : lower;
}

const forms: string[] = Array(SIZE).fill('');
const lowers: string[] = Array(SIZE).fill('');

/** Adds the word between `from` and `to` to both columns. */
export function addWord(text: string, from: number, to: number, form: string[], lower: string[]): void {
  if (to - from > LONGEST) {
    const word = text.slice(from, to);
    form.push(word);
    lower.push(lowerOf(word));
    return;
  }
  let hash = 0x811c9dc5;
  for (let i = from; i < to; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  const slot = (hash ^ (hash >>> 15)) & (SIZE - 1);
  if (!isWord(forms[slot], text, from, to)) {
    forms[slot] = text.slice(from, to);
    lowers[slot] = lowerOf(forms[slot]);
  }
  form.push(forms[slot]);
  lower.push(lowers[slot]);
}

function isWord(word: string, text: string, from: number, to: number): boolean {
  if (word.length !== to - from) return false;
  for (let i = 0; i < word.length; i++) if (word.charCodeAt(i) !== text.charCodeAt(from + i)) return false;
  return true;
}
