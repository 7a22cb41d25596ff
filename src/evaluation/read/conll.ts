/** CoNLL-U with CorefUD's `Entity` brackets, and columns of words and tags (BIO and its kin), as annotated texts. */
import { basename } from 'node:path';
import type { AnnotatedDocument, AnnotatedMention, Scope } from '../annotation.ts';
import { mentionsOf } from '../conll/entities.ts';
import { documentsOf, type Rows } from '../conll/rows.ts';
import { spansOf } from '../conll/tags.ts';
import { readWords, type Word } from '../conll/words.ts';
import { entitiesOf, renumbered } from './build.ts';
import { expected } from './formatError.ts';
import { LABEL, type Labels, typeOfLabel } from './labels.ts';
import { linesOf } from './lines.ts';

/** Tags say nothing of chains and levels: each mention is one entity, and a name. */
function taggedMentions(words: readonly Word[], labels: Labels): AnnotatedMention[] {
  return spansOf(words).flatMap(({ start, end, label, row }, i): AnnotatedMention[] => {
    const type = typeOfLabel(label, labels);
    if (type === undefined) return expected(row, LABEL, label);
    return type === null ? [] : [{ id: `m${i}`, start, end, type, level: 'name', entity: `e${i}` }];
  });
}

/** Chains are annotated where there are brackets, kinds and levels where their header names them; columns of tags hold names only. */
const bracketScope = (header: string | undefined): Scope => ({
  layers: ['mentions', 'entities'],
  properties: (['kind', 'level'] as const).filter((property) => header?.split('-').includes(property)),
});
const TAGS: Scope = { layers: ['mentions'], levels: ['name'], properties: [] };

function documentOf(rows: Rows, id: string, header: string | undefined, labels: Labels): AnnotatedDocument {
  const { text, words } = readWords(rows);
  const bracketed = header !== undefined || words.some(({ misc }) => misc.has('Entity'));
  const mentions = bracketed ? mentionsOf(words, header, labels) : taggedMentions(words, labels);
  const annotation = renumbered({ mentions, entities: entitiesOf(text, mentions), relations: [], events: [] });
  const { comments } = rows.sentences[0];
  const [date = null, source = null] = [comments.get('date'), comments.get('source')];
  return { id, text, date, source, scope: bracketed ? bracketScope(header) : TAGS, ...annotation };
}

/**
 * The documents of a column file, one after the other: "# newdoc id = …" and "-DOCSTART-" begin one. The text is put
 * together from "# text", from `SpacesAfter` and `SpaceAfter`, else from words with blanks between.
 *
 * @throws FormatError that names file and line
 */
export async function* readConll(file: string, labels: Labels = {}): AsyncGenerator<AnnotatedDocument> {
  const name = basename(file)
    .replace(/\.gz$/, '')
    .replace(/\.[^.]*$/, '');
  let nth = 0;
  for await (const rows of documentsOf(linesOf(file))) {
    nth++;
    yield documentOf(rows, rows.id ?? (nth === 1 ? name : `${name}-${nth}`), rows.globals.get('global.Entity'), labels);
  }
}
