/** Runs a command as a terminal would, and keeps what it prints. */
import { run } from '../../src/cli/run.ts';
import type { Host } from '../../src/cli/terminal.ts';

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}
async function* nothing(): AsyncIterable<Uint8Array> {}

export async function sitrep(...args: string[]): Promise<Ran> {
  const printed = { out: '', err: '' };
  const host: Host = {
    input: nothing(),
    inputIsTerminal: true,
    columns: 110,
    colours: false,
    write: (text) => {
      printed.out += text;
    },
    complain: (text) => {
      printed.err += text;
    },
  };
  return { code: await run(args, host), ...printed };
}
