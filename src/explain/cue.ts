/**
 * What a text says of an event's status, looked up anew in the event stage's own table: words right below the trigger
 * ("may attack") and words above it ("threatened to attack"). Where the tree is wrong the stage may have read more or less.
 */
import type { Event } from '../document/schema.ts';
import type { Reader } from './reader.ts';
import { rowsOf } from './table.ts';

/** How far above the trigger a word may stand. */
const STEPS = 5;

/** The words around a trigger, and on which side of it they stand. */
function around({ tokens }: Reader['document'], trigger: number, sides: Map<number, 'above' | 'below'>): void {
  let at = tokens[trigger].head;
  for (let steps = 0; at >= 0 && at < tokens.length && steps < STEPS; steps++) {
    sides.set(at, 'above');
    at = tokens[at].head;
  }
  for (const [i, token] of tokens.entries()) if (token.head === trigger) sides.set(i, 'below');
}

export function cuesOf(reader: Reader, { triggers }: Event): string[] {
  const { tokens, text } = reader.document;
  const sides = new Map<number, 'above' | 'below'>();
  for (const { start } of triggers) {
    const trigger = reader.tokenAt(start);
    if (trigger >= 0) around(reader.document, trigger, sides);
  }
  const table = rowsOf(reader.assets, 'lexicon/event-context.tsv');
  return [...sides]
    .sort(([a], [b]) => a - b)
    .flatMap(([word, side]) => {
      const form = text.slice(tokens[word].start, tokens[word].end);
      const row = table.find(
        ({ cells }) =>
          (cells.word === tokens[word].lemma || cells.word === form.toLowerCase()) &&
          (cells.where === 'mod') === (side === 'below'),
      );
      return row ? [`"${form}" ${side} it says ${row.cells.says} (${row.where})`] : [];
    });
}
