/** The one file that imports wink-nlp: the part of speech that it gives to each place of a text. */
import model from 'wink-eng-lite-web-model';
import winkNLP, { type ItsFunction, type WinkMethods } from 'wink-nlp';

/** wink-nlp's parts of speech; a token that it doesn't tag is 0. The order is part of the models' features. */
const WINK_POS = [
  '',
  'ADJ',
  'ADP',
  'ADV',
  'AUX',
  'CCONJ',
  'DET',
  'INTJ',
  'NOUN',
  'NUM',
  'PART',
  'PRON',
  'PROPN',
  'PUNCT',
  'SCONJ',
  'SPACE',
  'SYM',
  'VERB',
  'X',
];
const NUMBER_OF = new Map(WINK_POS.map((name, number) => [name, number]));
/** It reads a text piece by piece, so that the cost of a long one stays linear. */
const PIECE = 20_000;

let wink: WinkMethods | undefined;
const instance = (): WinkMethods => {
  wink ??= winkNLP(model, ['pos']);
  return wink;
};

/**
 * wink's tag for each of our words, which may be finer or coarser than its own: that of its word at our word's first character.
 * @param plain a text whose only white space are spaces, without long runs (`guard.ts`).
 * @param start where our words begin, ascending.
 */
export function winkTags(plain: string, start: Int32Array, count: number): Uint8Array {
  const tags = new Uint8Array(count);
  let word = 0;
  for (let from = 0; from < plain.length; ) {
    // runs are cut, so there is a space near
    const to = from + PIECE < plain.length ? plain.lastIndexOf(' ', from + PIECE) : plain.length;
    word = tagPiece(plain.slice(from, to), from, start, count, word, tags);
    from = to;
  }
  return tags;
}

/** Returns the first word behind the piece. */
function tagPiece(
  piece: string,
  from: number,
  start: Int32Array,
  count: number,
  first: number,
  tags: Uint8Array,
): number {
  const { readDoc, its } = instance();
  const tokens = readDoc(piece).tokens();
  const values = tokens.out(its.value as ItsFunction<string>) as string[];
  const pos = tokens.out(its.pos as ItsFunction<string>) as string[];
  let at = 0;
  let word = first;
  for (let t = 0; t < values.length; t++) {
    // its values are the text's own characters in their order, so the search ends where it starts
    const begin = piece.indexOf(values[t], at);
    if (begin < 0) break;
    at = begin + values[t].length;
    const tag = NUMBER_OF.get(pos[t]) ?? 0;
    while (word < count && start[word] < from + at) tags[word++] = tag;
  }
  while (word < count && start[word] < from + piece.length) word++;
  return word;
}
