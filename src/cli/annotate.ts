/** The text itself with its mentions and triggers marked: "[Rebels group] {attacked assault} the [base place]." */
import type { Document } from '../document/schema.ts';
import { compareSpans, type Span } from '../document/span.ts';
import { colourOf } from './palette.ts';
import { type Format, type Paint, safe } from './terminal.ts';

interface Mark extends Span {
  readonly label: string;
  readonly format: Format;
  readonly brackets: string;
}

function marksOf({ mentions, events }: Document): Mark[] {
  const marks: Mark[] = [
    ...mentions.map(({ start, end, type }) => ({ start, end, label: type, format: colourOf(type), brackets: '[]' })),
    ...events.flatMap(({ triggers, type, mode }) =>
      triggers.map(({ start, end }) => ({
        start,
        end,
        label: mode ? `${type}/${mode}` : type,
        format: ['bold', 'inverse'] as Format,
        brackets: '{}',
      })),
    ),
  ];
  return marks.sort(compareSpans);
}

/** Marks that nest are shown nested; one that crosses the end of another is left out. */
export function annotate(document: Document, paint: Paint): string {
  const { text } = document;
  const open: Mark[] = [];
  let shown = '';
  let at = 0;
  const upTo = (offset: number): void => {
    const words = safe(text.slice(at, offset));
    const inner = open.at(-1);
    shown += inner ? paint(inner.format, words) : words;
    at = offset;
  };
  const closeUntil = (offset: number): void => {
    for (let mark = open.at(-1); mark && mark.end <= offset; mark = open.at(-1)) {
      upTo(mark.end);
      open.pop();
      shown += paint('dim', ` ${safe(mark.label)}${mark.brackets[1]}`);
    }
  };
  for (const mark of marksOf(document)) {
    closeUntil(mark.start);
    const around = open.at(-1);
    if (around && mark.end > around.end) continue;
    upTo(mark.start);
    open.push(mark);
    shown += paint('dim', mark.brackets[0]);
  }
  closeUntil(text.length);
  upTo(text.length);
  return shown.endsWith('\n') ? shown : `${shown}\n`;
}
