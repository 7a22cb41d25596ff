/** Finds the command that the arguments name, and runs it. */
import { VERSION } from '../batch/version.ts';
import { batchCommand } from './batch.ts';
import { type Command, Usage } from './command.ts';
import { convertCommand } from './convert.ts';
import { diffCommand } from './diff.ts';
import { evaluateCommand } from './evaluate.ts';
import { explainCommand } from './explain.ts';
import { extractCommand } from './extract.ts';
import { type Host, oneLine } from './terminal.ts';
import { trainCommand } from './train.ts';

const COMMANDS: readonly Command[] = [
  extractCommand,
  batchCommand,
  explainCommand,
  evaluateCommand,
  diffCommand,
  convertCommand,
  trainCommand,
];

const HELP = `sitrep turns news text into data: entities, relations and events, with offsets, values and reasons.

Usage: sitrep COMMAND [options]

Commands:
${COMMANDS.map(({ name, summary }) => `  ${name.padEnd(10)} ${summary}`).join('\n')}

Options:
  -h, --help     print this; "sitrep COMMAND --help" tells more
  -v, --version  print the version

Example:
  sitrep extract article.txt --date 2024-04-24
`;

/** @returns the exit code: 0, 1 for a failure, 2 for a wrong call. */
export async function run([name, ...args]: readonly string[], host: Host): Promise<number> {
  const command = COMMANDS.find((c) => c.name === name);
  try {
    if (command) return await command.run(args, host);
    if (name === '--help' || name === '-h' || name === 'help') host.write(HELP);
    else if (name === '--version' || name === '-v') host.write(`${VERSION}\n`);
    else throw new Usage(name === undefined ? 'no command was given' : `there is no command or option '${name}'`);
    return 0;
  } catch (error) {
    if (!(error instanceof Usage)) throw error;
    const help = command ? `sitrep ${command.name} --help` : 'sitrep --help';
    host.complain(`sitrep: ${oneLine(error.message)}\nTry "${help}".\n`);
    return 2;
  }
}
