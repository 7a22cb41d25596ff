/** Writes column formats: CoNLL-U, with mentions and chains as CorefUD's brackets, and words with BIO tags. */
import { compareSpans } from '../../document/span.ts';
import type { AnnotatedDocument, AnnotatedMention } from '../annotation.ts';
import { bracketOf, FIELDS } from '../conll/entities.ts';
import { escapeField, escapeSpaces } from '../conll/misc.ts';
import { type WordOut, wordsOf } from './words.ts';

interface Marks {
  readonly opening: readonly AnnotatedMention[];
  readonly closing: readonly AnnotatedMention[];
}

/** For each word the mentions that begin and end with it. */
function marksOf(words: readonly WordOut[], mentions: readonly AnnotatedMention[]): Marks[] {
  const marks = words.map(() => ({ opening: [] as AnnotatedMention[], closing: [] as AnnotatedMention[] }));
  const starts = words.map(({ start }) => start);
  /** The last word that starts before an offset. */
  const before = (offset: number): number => {
    let [low, high] = [0, starts.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (starts[middle] < offset) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  };
  for (const mention of [...mentions].sort(compareSpans)) {
    const last = before(mention.end);
    const at = before(mention.start + 1);
    const first = at >= 0 && words[at].end > mention.start ? at : at + 1;
    if (first > last) continue;
    marks[first].opening.push(mention);
    marks[last].closing.unshift(mention);
  }
  return marks;
}

function entityValue({ opening, closing }: Marks): string {
  const alone = new Set(opening.filter((mention) => closing.includes(mention)));
  const ends = closing.filter((mention) => !alone.has(mention)).map(({ entity }) => `${escapeField(entity)})`);
  const starts = opening.map((mention) => `(${bracketOf(mention)}${alone.has(mention) ? ')' : ''}`);
  return [...ends, ...starts].join('');
}

/** White space behind a word, where it is not one blank. */
function spacesAfter(text: string, words: readonly WordOut[], i: number): string[] {
  const spaces = text.slice(words[i].end, words[i + 1]?.start ?? text.length);
  if (spaces === '') return ['SpaceAfter=No'];
  return spaces === ' ' && i + 1 < words.length && words[i + 1].sentence === words[i].sentence
    ? []
    : [`SpacesAfter=${escapeSpaces(spaces)}`];
}

/** ID, LEMMA, UPOS, HEAD and DEPREL: the library's, where it has them; a piece of a token hangs on its first. */
class Numbers {
  readonly #ids: number[] = [];
  /** For each word the first piece of its token. */
  readonly #first: number[] = [];
  readonly #byToken = new Map<number, number>();
  readonly #words: readonly WordOut[];
  constructor(words: readonly WordOut[], tokens: ReadonlyMap<object, number>) {
    this.#words = words;
    let sentence = -1;
    let id = 0;
    let first = -1;
    for (const [i, word] of words.entries()) {
      if (word.sentence !== sentence) [id, first] = [0, -1];
      sentence = word.sentence;
      if (word.token) {
        first = i;
        this.#byToken.set(tokens.get(word.token)!, i);
      }
      this.#ids.push(++id);
      this.#first.push(first);
    }
  }
  columns(i: number, form: string): string[] {
    const { token, sentence } = this.#words[i];
    const id = `${this.#ids[i]}`;
    const first = this.#first[i];
    if (!token) {
      const [head, dep] = first < 0 ? ['_', '_'] : [`${this.#ids[first]}`, 'goeswith'];
      return [id, form, '_', '_', '_', '_', head, dep, '_'];
    }
    const head = token.head < 0 ? undefined : this.#byToken.get(token.head);
    const up = head !== undefined && this.#words[head].sentence === sentence ? this.#ids[head] : 0;
    const lemma = token.lemma.replace(/\s/g, ' ') || '_';
    return [id, form, lemma, token.pos, '_', '_', `${up}`, up ? token.dep : 'root', '_'];
  }
}

/**
 * CoNLL-U: tokens with lemma, part of speech and tree where the document has them, mentions and chains in MISC as
 * CorefUD has them, white space by `SpacesAfter`, so that the text can be put together again to the character.
 * Relations, events and attributes of entities have no place in the format.
 */
export function writeConllu(document: AnnotatedDocument): string {
  const { id, text, date, source, mentions } = document;
  const words = wordsOf(document);
  const marks = marksOf(words, mentions);
  const tokens = (document as { tokens?: readonly object[] }).tokens ?? [];
  const numbers = new Numbers(words, new Map(tokens.map((token, i) => [token, i])));
  const lines = [`# newdoc id = ${id.replace(/\s+/g, ' ')}`, `# global.Entity = ${FIELDS.join('-')}`];
  if (date) lines.push(`# date = ${date}`);
  if (source) lines.push(`# source = ${source.replace(/\s+/g, ' ')}`);
  for (const [i, { start, end, sentence }] of words.entries()) {
    if (i && sentence !== words[i - 1].sentence) lines.push('');
    const before = i === 0 && start > 0 ? [`SpacesBefore=${escapeSpaces(text.slice(0, start))}`] : [];
    const entity = entityValue(marks[i]);
    const misc = [...(entity ? [`Entity=${entity}`] : []), ...before, ...spacesAfter(text, words, i)];
    lines.push([...numbers.columns(i, text.slice(start, end)), misc.join('|') || '_'].join('\t'));
  }
  return `${lines.join('\n')}\n\n`;
}

/** Words and tags (IOB2), a tab between. Tags can't nest: of mentions that overlap the widest stays, of those as wide the first. */
export function writeBio(document: AnnotatedDocument): string {
  const words = wordsOf(document);
  let end = -1;
  const flat = [...document.mentions].sort(compareSpans).filter((mention) => {
    if (mention.start < end) return false;
    end = mention.end;
    return true;
  });
  const marks = marksOf(words, flat);
  const lines = [`# newdoc id = ${document.id.replace(/\s+/g, ' ')}`];
  let open: string | undefined;
  for (const [i, word] of words.entries()) {
    if (i && word.sentence !== words[i - 1].sentence && !open) lines.push('');
    const begins = marks[i].opening[0];
    if (begins) open = begins.type;
    const tag = begins ? `B-${begins.type}` : open ? `I-${open}` : 'O';
    lines.push(`${document.text.slice(word.start, word.end)}\t${tag}`);
    if (marks[i].closing.length) open = undefined;
  }
  return `${lines.join('\n')}\n\n`;
}
