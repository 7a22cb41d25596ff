#!/usr/bin/env node
/** The command `sitrep`: ties `run` to the process. */
import { once } from 'node:events';
import { run } from './run.ts';
import { wantsColours } from './terminal.ts';

const { stdin, stdout, stderr, env, argv } = process;

// `sitrep … | head` closes the pipe early: that is no failure.
stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});

process.exitCode = await run(argv.slice(2), {
  input: stdin,
  inputIsTerminal: stdin.isTTY === true,
  errorIsTerminal: stderr.isTTY === true,
  columns: Math.min(Math.max(stdout.columns ?? 100, 60), 120),
  colours: wantsColours(env, stdout.isTTY === true),
  write: (text) => (stdout.write(text) ? undefined : once(stdout, 'drain').then(() => {})),
  complain: (text) => void stderr.write(text),
});
