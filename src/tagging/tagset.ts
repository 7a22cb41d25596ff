/**
 * What the tagger tells apart: UD's parts of speech, some with the Penn Treebank's finer tag, as trees and base forms
 * need it ("the town was [VERB.VBN taken]", "they [VERB.VBD took] it"). Only the models read these numbers.
 */
import { POS, UPOS, type Upos } from '../document/ud.ts';

export const FINE_TAGS = [
  ...UPOS,
  'ADJ.JJR',
  'ADP.RP',
  'ADV.WRB',
  'AUX.VB',
  'AUX.VBD',
  'AUX.VBG',
  'AUX.VBN',
  'AUX.VBP',
  'AUX.VBZ',
  'DET.WDT',
  'NOUN.NNS',
  'PART.POS',
  'PART.TO',
  'PRON.DT',
  'PRON.EX',
  'PRON.PRP$',
  'PRON.WP',
  'VERB.VBD',
  'VERB.VBG',
  'VERB.VBN',
  'VERB.VBP',
  'VERB.VBZ',
];
/** Penn tags that are told apart by another's name. */
const SAME: Readonly<Record<string, string>> = { JJS: 'JJR', WDT: 'WP', WP$: 'PRP$', NN: 'DT' };
const NUMBER_OF = new Map(FINE_TAGS.map((name, i) => [name, i]));

/** The fine tag of a word of a treebank. */
export function fineTag(upos: number, xpos: string): number {
  const name = UPOS[upos];
  return NUMBER_OF.get(`${name}.${xpos}`) ?? NUMBER_OF.get(`${name}.${SAME[xpos]}`) ?? upos;
}

/** The part of speech of each fine tag. */
export const UPOS_OF = Uint8Array.from(FINE_TAGS, (name) => POS[name.split('.')[0] as Upos]);
