import type { Host } from './terminal.ts';

/** A wrong call: the command prints it with a hint, and ends with 2. */
export class Usage extends Error {}

export interface Command {
  readonly name: string;
  /** One line of `sitrep --help`. */
  readonly summary: string;
  /** @returns the exit code: 0, or 1 where something failed. @throws Usage */
  run(args: readonly string[], host: Host): Promise<number>;
}
