/** `sitrep explain`: a text in; why its events and relations, or records of one's choice, are there. */
import { type ExtractOptions, explain, extract } from '../index.ts';
import { defineCommand, Usage } from './command.ts';
import { checkedOptions, Failure, readText } from './input.ts';
import { type Host, oneLine, safe } from './terminal.ts';

const HELP = `Says why: the sentence, the part of its tree, the rule and each argument's slot, for every event and relation.

Usage: sitrep explain [options] [FILE | -]

Reads the file, or standard input where there is none or it is "-", as UTF-8 text.

Options:
  --id ID          explain this record alone, as v1 (event), r1 (relation), m1 (mention), e1 (entity); may be given several times
  --date DATE      the article's date, as 2024-04-24: "last Thursday" is reckoned from it
  --source SOURCE  where it comes from, as "Reuters, London": a hint for places
  -h, --help       print this

Ids are those of "sitrep extract --json", with the same date and source.

Examples:
  sitrep explain article.txt --date 2024-04-24
  sitrep explain article.txt --date 2024-04-24 --id v1 --id r3
`;

const OPTIONS = {
  id: { type: 'string', multiple: true },
  date: { type: 'string' },
  source: { type: 'string' },
} as const;

async function run(file: string, named: readonly string[], options: ExtractOptions, host: Host): Promise<number> {
  try {
    const document = extract(await readText(file, host), options);
    const { events, relations } = document;
    const ids = named.length ? named : [...events, ...relations].map(({ id }) => id);
    const explained = ids.map((id) => safe(explain(document, id)));
    host.write(explained.join('\n') || 'No event and no relation was found in this text.\n');
    return 0;
  } catch (error) {
    if (error instanceof TypeError && error.message.startsWith('explain: id'))
      throw new Usage(error.message.replace('explain: id', '--id'));
    if (!(error instanceof Failure)) throw error;
    host.complain(`sitrep: ${oneLine(error.message)}\n`);
    return 1;
  }
}

export const explainCommand = defineCommand({
  name: 'explain',
  summary: 'why an event, a relation, a mention is there',
  help: HELP,
  options: OPTIONS,
  async run(values, positionals, host) {
    if (positionals.length > 1) throw new Usage(`expected one file, got ${positionals.length}`);
    if (!positionals.length && host.inputIsTerminal) throw new Usage('no file was named');
    return run(positionals[0] ?? '-', values.id ?? [], checkedOptions(values), host);
  },
});
