/** `sitrep convert`: annotated texts from one format to another, to look at or to correct elsewhere. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type AnnotatedDocument,
  type AnnotationFormat,
  bratConfig,
  FORMATS,
  FormatError,
  readAnnotations,
  writeBio,
  writeBrat,
  writeConllu,
} from '../evaluation/index.ts';
import { type Arguments, defineCommand, Usage } from './command.ts';
import { labelsOf } from './evaluateRequest.ts';
import { type Host, oneLine } from './terminal.ts';

const TARGETS = ['brat', 'conllu', 'bio', 'jsonl'] as const;
const HELP = `Turns annotated texts into another format.

Usage: sitrep convert --to FORMAT [options] FILE

FILE is a file or a folder in any format that "sitrep evaluate" reads.

Options:
  --to FORMAT        brat: a folder of .ann and .txt files, with annotation.conf; conllu: tokens, and mentions and chains as
                     CorefUD has them; bio: words and tags, the widest mentions only; jsonl: the schema's own form
  --out FILE         where to (a folder for brat; standard output when left out)
  --format FORMAT    FILE's format, where its name doesn't tell: ${FORMATS.join(', ')}
  --texts FOLDER     where the texts are that corpus files and brat name
  --map LABEL=TYPE   what a corpus calls a type (several times)
  -h, --help         print this

Examples:
  sitrep convert run.jsonl --to brat --out annotate/
  sitrep convert annotate/ --to jsonl > gold.jsonl
`;

const OPTIONS = {
  to: { type: 'string' },
  out: { type: 'string' },
  format: { type: 'string' },
  texts: { type: 'string' },
  map: { type: 'string', multiple: true },
} as const;

/** @throws Usage */
function requestOf(values: Arguments<typeof OPTIONS>['values'], positionals: readonly string[]) {
  const to = TARGETS.find((target) => target === values.to);
  if (!to) throw new Usage(`--to: expected one of ${TARGETS.join(', ')}, got '${values.to ?? ''}'`);
  if (positionals.length !== 1) throw new Usage(`expected one FILE, got '${positionals.join(' ')}'`);
  if (to === 'brat' && values.out === undefined) throw new Usage('--out: expected a folder for brat');
  if (values.format !== undefined && !FORMATS.includes(values.format as AnnotationFormat))
    throw new Usage(`--format: expected one of ${FORMATS.join(', ')}, got '${values.format}'`);
  const reading = {
    labels: labelsOf(values.map ?? []),
    ...(values.texts === undefined ? {} : { texts: values.texts }),
    ...(values.format === undefined ? {} : { format: values.format as AnnotationFormat }),
  };
  return { file: positionals[0], to, out: values.out, reading };
}

/** A file's name that no id can lead out of its folder. */
const fileName = (id: string): string => id.replace(/[^\p{L}\p{N}._-]+/gu, '_').replace(/^\.+/, '_') || '_';

async function writeFolder(folder: string, documents: AsyncIterable<AnnotatedDocument>): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'annotation.conf'), bratConfig());
  const taken = new Map<string, string>();
  for await (const document of documents) {
    const name = fileName(document.id);
    const other = taken.get(name);
    if (other !== undefined)
      throw new FormatError({ file: join(folder, name) }, `expected one document, got '${other}' and '${document.id}'`);
    taken.set(name, document.id);
    await writeFile(join(folder, `${name}.txt`), document.text);
    await writeFile(join(folder, `${name}.ann`), writeBrat(document));
  }
}

const line = (document: AnnotatedDocument): string => `${JSON.stringify(document)}\n`;

async function run({ file, to, out, reading }: ReturnType<typeof requestOf>, host: Host): Promise<number> {
  const documents = readAnnotations(file, reading);
  try {
    if (to === 'brat') await writeFolder(out!, documents);
    else {
      const write = { conllu: writeConllu, bio: writeBio, jsonl: line }[to];
      if (out !== undefined) await writeFile(out, writing(documents, write));
      else for await (const piece of writing(documents, write)) await host.write(piece);
    }
    return 0;
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
    host.complain(`sitrep: ${oneLine(error.message)}\n`);
    return 1;
  }
}

async function* writing(
  documents: AsyncIterable<AnnotatedDocument>,
  write: (document: AnnotatedDocument) => string,
): AsyncGenerator<string> {
  for await (const document of documents) yield write(document);
}

export const convertCommand = defineCommand({
  name: 'convert',
  summary: 'annotated texts to brat, CoNLL-U, BIO or JSON Lines',
  help: HELP,
  options: OPTIONS,
  run: (values, positionals, host) => run(requestOf(values, positionals), host),
});
