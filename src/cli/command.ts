import { type ParseArgsConfig, parseArgs } from 'node:util';
import type { Host } from './terminal.ts';

/** A wrong call: the command prints it with a hint, and ends with 2. */
export class Usage extends Error {}

type Options = NonNullable<ParseArgsConfig['options']>;
/** What a call gives: the values of its options, and what stands by itself. */
export type Arguments<O extends Options> = ReturnType<
  typeof parseArgs<{ options: O & typeof HELP_OPTION; allowPositionals: true }>
>;
type Values<O extends Options> = Arguments<O>['values'];

interface Definition<O extends Options> {
  readonly name: string;
  /** One line of `sitrep --help`. */
  readonly summary: string;
  /** What `--help` prints. */
  readonly help: string;
  /** As `util.parseArgs` wants them, without `help`. */
  readonly options: O;
  /** @returns the exit code: 0, or 1 where something failed. @throws Usage */
  run(values: Values<O>, positionals: readonly string[], host: Host): Promise<number>;
}

export interface Command {
  readonly name: string;
  readonly summary: string;
  /** @returns the exit code: 0, or 1 where something failed. @throws Usage */
  run(args: readonly string[], host: Host): Promise<number>;
}

const HELP_OPTION = { help: { type: 'boolean', short: 'h' } } as const;

/** A command that reads its own arguments and prints its own help. */
export const defineCommand = <const O extends Options>(definition: Definition<O>): Command => {
  const { name, summary, help } = definition;
  const options = { ...definition.options, ...HELP_OPTION };
  const read = (args: readonly string[]): Arguments<O> => {
    try {
      return parseArgs({ args: [...args], options, allowPositionals: true }) as Arguments<O>;
    } catch (error) {
      throw new Usage((error as Error).message);
    }
  };
  return {
    name,
    summary,
    async run(args, host) {
      const { values, positionals } = read(args);
      if (!(values as { help?: boolean }).help) return definition.run(values, positionals, host);
      host.write(help);
      return 0;
    },
  };
};
