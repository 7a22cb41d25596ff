/** Whether a corpus file keeps the schema: vocabulary, spans, ids, attributes, signatures, order, and the text's hash. */
import { type CorpusFile, sha256 } from '../corpusFile.ts';
import { checkEntities } from './entities.ts';
import { checkEvents } from './events.ts';
import { checkMentions } from './mentions.ts';
import { checkRelations } from './relations.ts';
import type { Context, Report } from './report.ts';

const LAYERS = ['mentions', 'entities', 'relations', 'events'] as const;
const DATE = /^\d{4}-\d\d-\d\d$/;

function checkHead({ file, text, report }: Context): void {
  if (!file.id) report('id', 'an id', file.id);
  if (file.date !== null && !DATE.test(String(file.date))) report('date', 'YYYY-MM-DD or null', file.date);
  if (!file.text?.file || /[/\\]/.test(file.text.file)) report('text', 'the name of a file', file.text?.file);
  if (text !== undefined && sha256(text) !== file.text?.sha256)
    report('text', `SHA-256 ${file.text?.sha256}`, sha256(text));
}

function checkIds({ file, report }: Context): void {
  const seen = new Set<string>();
  for (const layer of LAYERS)
    for (const [i, { id }] of file[layer].entries()) {
      if (id === undefined || seen.has(id)) report(`${layer}[${i}]`, 'an id of its own', id);
      else seen.add(id);
    }
}

/**
 * Checks an annotation file.
 *
 * @param path named in the problems
 * @param json the file's content
 * @param text the text it is about; when undefined, offsets and hash are not checked against it
 * @returns one line a problem, "path: record: expected …, got …"; empty when all is well
 */
export function checkCorpusFile(path: string, json: string, text?: string): string[] {
  const problems: string[] = [];
  const report: Report = (record, expected, got) => {
    problems.push(
      `${path}: ${record}: expected ${expected}, got ${typeof got === 'string' ? got : JSON.stringify(got)}`,
    );
  };
  let file: CorpusFile;
  try {
    file = JSON.parse(json) as CorpusFile;
  } catch (error) {
    report('file', 'JSON', (error as Error).message);
    return problems;
  }
  const missing = LAYERS.filter((layer) => !Array.isArray(file?.[layer]));
  if (missing.length) {
    report('file', `lists of ${LAYERS.join(', ')}`, `none of ${missing.join(', ')}`);
    return problems;
  }
  const context: Context = { file, text, report };
  for (const check of [checkHead, checkIds, checkMentions, checkEntities, checkRelations, checkEvents]) check(context);
  return problems;
}
