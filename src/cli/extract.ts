/** `sitrep extract`: texts in; tables, annotated text or JSON out. */
import { json } from '../batch/record.ts';
import { type Document, type ExtractOptions, extract } from '../index.ts';
import { annotate } from './annotate.ts';
import { defineCommand, Usage } from './command.ts';
import { checkedOptions, Failure, readText } from './input.ts';
import { report } from './report.ts';
import { coloured, type Host, oneLine, plain } from './terminal.ts';

const HELP = `Reads news articles and prints who did what to whom, where, when and with what.

Usage: sitrep extract [options] [FILE… | -]

Reads the files, or standard input where there is none or "-", as UTF-8 text.

Options:
  --date DATE      the articles' date, as 2024-04-24: "last Thursday" is reckoned from it
  --source SOURCE  where they come from, as "Reuters, London": a hint for places
  --annotated      print the text itself with its mentions and events marked
  --json           print JSON: a document, or an array of them for several files
  --jsonl          print JSON Lines: a document a line, with the file's name as its id
  -h, --help       print this

Colours are left out where NO_COLOR is set or the output is no terminal.

Examples:
  sitrep extract article.txt --date 2024-04-24
  sitrep extract --annotated article.txt | less -R
  sitrep extract --jsonl archive/*.txt > archive.jsonl
  curl -s https://example.org/article.txt | sitrep extract --source "AFP, Baghdad"
`;

const OPTIONS = {
  date: { type: 'string' },
  source: { type: 'string' },
  annotated: { type: 'boolean' },
  json: { type: 'boolean' },
  jsonl: { type: 'boolean' },
} as const;

type Form = 'annotated' | 'json' | 'jsonl' | 'report';

/** @throws Usage */
function formOf(values: Readonly<Partial<Record<Form, boolean>>>): Form {
  const forms = (['annotated', 'json', 'jsonl'] as const).filter((form) => values[form]);
  if (forms.length > 1) throw new Usage(`--${forms[0]} and --${forms[1]} don't go together`);
  return forms[0] ?? 'report';
}

function titleOf(name: string, { date, sentences, tokens }: Document): string {
  const count = (n: number, word: string): string => `${n} ${word}${n === 1 ? '' : 's'}`;
  return [oneLine(name), date, count(sentences.length, 'sentence'), count(tokens.length, 'token')]
    .filter(Boolean)
    .join(' · ');
}

/** What is printed of one document, whatever came before it. */
function shown(name: string, document: Document, form: Form, host: Host): string {
  if (form === 'jsonl') return `${json({ id: name, ...document })}\n`;
  const paint = host.colours ? coloured : plain;
  const title = paint('dim', titleOf(name === '-' ? 'standard input' : name, document));
  const body = form === 'annotated' ? annotate(document, paint) : report(document, host.columns, paint);
  return `${title}\n\n${body || 'Nothing was found in this text.\n'}`;
}

async function run(files: readonly string[], options: ExtractOptions, form: Form, host: Host): Promise<number> {
  const documents: Document[] = [];
  let failed = false;
  for (const [i, name] of files.entries()) {
    try {
      const document = extract(await readText(name, host), options);
      if (form === 'json') documents.push(document);
      else {
        if (i && form !== 'jsonl') host.write('\n');
        host.write(shown(name, document, form, host));
      }
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      host.complain(`sitrep: ${oneLine(error.message)}\n`);
      failed = true;
    }
  }
  if (form === 'json' && documents.length) host.write(`${json(files.length > 1 ? documents : documents[0], 2)}\n`);
  return failed ? 1 : 0;
}

export const extractCommand = defineCommand({
  name: 'extract',
  summary: 'who did what to whom, where and when',
  help: HELP,
  options: OPTIONS,
  async run(values, positionals, host) {
    const form = formOf(values);
    if (!positionals.length && host.inputIsTerminal) throw new Usage('no file was named');
    return run(positionals.length ? positionals : ['-'], checkedOptions(values), form, host);
  },
});
