/** The one file that imports wink-nlp: its words, sentences and parts of speech, with exact offsets. */
import model from 'wink-eng-lite-web-model';
import winkNLP, { type ItemSentence, type ItemToken, type WinkMethods } from 'wink-nlp';

export interface WinkToken {
  readonly start: number;
  readonly end: number;
  readonly pos: string;
}
export interface WinkResult {
  readonly tokens: readonly WinkToken[];
  /** First token of each sentence. */
  readonly sentenceStarts: readonly number[];
}

let wink: WinkMethods | undefined;
const instance = (): WinkMethods => (wink ??= winkNLP(model, ['sbd', 'pos']));

/** Reads a text that has no run of more than a few hundred characters without white space (see `guard.ts`). */
export function read(text: string): WinkResult {
  const { readDoc, its } = instance();
  const doc = readDoc(text);
  const tokens: WinkToken[] = [];
  let at = 0;
  doc.tokens().each((token: ItemToken) => {
    const value = token.out(its.value) as string;
    const start = at + (token.out(its.precedingSpaces) as string).length;
    at = start + value.length;
    tokens.push({ start, end: at, pos: token.out(its.pos) as string });
  });
  const sentenceStarts: number[] = [];
  doc.sentences().each((sentence: ItemSentence) => {
    sentenceStarts.push((sentence.out(its.span) as unknown as [number, number])[0]);
  });
  return { tokens, sentenceStarts };
}
