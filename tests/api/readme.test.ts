/** Every program in README.md that is followed by "prints" runs, and prints what stands there. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, expect, it, vi } from 'vitest';

const README = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
const PRINTS = /```ts\n((?:(?!```).)*?)```\n\nprints\n\n```\n((?:(?!```).)*?)```/gs;
const programs = [...README.matchAll(PRINTS)].map(([, code, output], i) => ({
  name: `program ${i + 1}`,
  code,
  output,
}));

// inside the project, so that "sitrep" is the source as in every test
const folder = mkdtempSync(fileURLToPath(new URL('readme-', import.meta.url)));
afterAll(() => rmSync(folder, { recursive: true }));
afterEach(() => void vi.restoreAllMocks());

it('has programs', () => expect(programs.length).toBeGreaterThanOrEqual(3));

it.each(programs)('$name prints what README says', async ({ name, code, output }) => {
  const file = join(folder, `${name.replace(' ', '-')}.ts`);
  writeFileSync(file, code);
  const lines: string[] = [];
  vi.spyOn(console, 'log').mockImplementation((line: string) => void lines.push(line));
  await import(/* @vite-ignore */ file);
  expect(`${lines.join('\n')}\n`).toBe(output);
});
