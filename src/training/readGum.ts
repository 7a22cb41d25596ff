/** Documents of GUM with their nested mentions and chains: the `Entity` column of its CoNLL-U (gucorpling.org/gum/coref). */
import { readFileSync } from 'node:fs';
import { POS, type Upos } from '../document/ud.ts';

export interface GumWord {
  /** Characters of the document's text. */
  readonly start: number;
  readonly end: number;
  readonly form: string;
  readonly pos: number;
  /** Number in the document, -1 for a root. */
  readonly head: number;
  readonly plural: boolean;
}
export interface GumMention {
  /** Words, `last` exclusive; the head is the word that the tree hangs outside of the mention. */
  readonly first: number;
  readonly last: number;
  readonly head: number;
  /** GUM's own type: person, organization, place, time … */
  readonly type: string;
  /** The number of its entity in the document. */
  readonly entity: string;
}
export interface GumDocument {
  readonly id: string;
  readonly text: string;
  readonly words: readonly GumWord[];
  readonly mentions: readonly GumMention[];
}

export function readGum(path: string): GumDocument {
  const words: GumWord[] = [];
  const spans: Omit<GumMention, 'head'>[] = [];
  const open: { first: number; type: string; entity: string }[] = [];
  let text = '';
  let id = path;
  let base = 0;
  let surface = { last: 0, text: '' };
  let glued = true;
  for (const line of readFileSync(path, 'utf8').split('\n')) {
    if (line.startsWith('# newdoc id = ')) id = line.slice(14);
    else if (line.startsWith('# newpar') && text && !text.endsWith('\n\n')) text = `${text.trimEnd()}\n\n`;
    if (!line) {
      base = words.length;
      surface = { last: 0, text: '' };
      if (text && !/\s$/.test(text)) text += ' ';
      glued = true;
    }
    if (!line || line.startsWith('#')) continue;
    const [number, form, , upos, , features, head, , , misc] = line.split('\t');
    if (number.includes('.')) continue;
    const spaced = !misc.includes('SpaceAfter=No');
    if (number.includes('-')) {
      // "don't": its words share its characters
      if (!glued && !/\s$/.test(text)) text += ' ';
      surface = { last: Number(number.split('-')[1]), text: form };
      text += form;
      if (spaced) text += ' ';
      continue;
    }
    const inside = Number(number) <= surface.last;
    const start = inside ? Math.max(0, text.trimEnd().length - surface.text.length) : text.length;
    const place = inside ? Math.max(start, text.indexOf(form, start)) : start;
    if (!inside) text += spaced ? `${form} ` : form;
    const i = words.length;
    words.push({
      start: place,
      end: Math.min(place + form.length, text.length),
      form,
      pos: POS[upos as Upos] ?? POS.X,
      head: head === '0' ? -1 : base + Number(head) - 1,
      plural: features.includes('Number=Plur'),
    });
    readEntities(/(?:^|\|)Entity=([^|]*)/.exec(misc)?.[1] ?? '', i, open, spans);
    glued = true;
  }
  return { id, text, words, mentions: spans.map((span) => ({ ...span, head: headOf(words, span) })) };
}

/** "(1-person-new-…", "1)", "(7-place-giv-…)": what opens and closes at a word. A discontinuous part ("12[1/2]") counts alone. */
function readEntities(
  cell: string,
  word: number,
  open: { first: number; type: string; entity: string }[],
  spans: Omit<GumMention, 'head'>[],
): void {
  for (const [, opens, entity, rest, closes] of cell.matchAll(/(\()?(\d+(?:\[\d+\/\d+\])?)(-[^()]*)?(\))?/g)) {
    if (opens) open.push({ first: word, type: rest?.split('-')[1] ?? '', entity });
    if (!closes) continue;
    const at = open.map((o) => o.entity).lastIndexOf(entity);
    if (at < 0) continue;
    const [{ first, type }] = open.splice(at, 1);
    spans.push({ first, last: word + 1, type, entity });
  }
}

function headOf(words: readonly GumWord[], { first, last }: { first: number; last: number }): number {
  for (let i = first; i < last; i++) if (words[i].head < first || words[i].head >= last) return i;
  return first;
}
