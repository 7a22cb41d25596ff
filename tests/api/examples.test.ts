/** The programs in `examples/` run, and print what they promise. */
import { readdirSync } from 'node:fs';
import { basename } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';

const FOLDER = new URL('../../examples/', import.meta.url);
const printed = async (name: string): Promise<string[]> => {
  const lines: string[] = [];
  vi.spyOn(console, 'log').mockImplementation((line: string) => void lines.push(line));
  await import(new URL(name, FOLDER).href);
  return lines;
};
afterEach(() => void vi.restoreAllMocks());

const EXPECTED: Readonly<Record<string, readonly unknown[]>> = {
  'basic.ts': ['  weapon: drones', '  place: Jordan', '    killed: US soldiers', '    source: Pentagon'],
  'narrowing.ts': ['Gen. Pat Ryder', 'Tuesday = 2024-04-23', 'about 2,500 = 2500'],
  'lexicon.ts': ['Zorlag Brigade: organization, armed-group', 'skyhooks: weapon, launcher'],
  'linking.ts': ['i1 Muammar Qaddafi 0', expect.stringMatching(/^i1 Moammar Gadhafi .*spelling/)],
  'explain.ts': [expect.stringMatching(/agent m\d+ group\/militants \[0, 6\) "Rebels".*\n[\s\S]*status actual/)],
  'evaluation.ts': ['mentions: F1 100.0, 3 of 3', 'events: F1 100.0, 1 of 1'],
  'event-type.ts': [
    'health:outbreak: agent Measles, place Khartoum, time Monday',
    expect.stringMatching(/^assault: agent Rebels, patient /),
  ],
};

describe('examples', () => {
  it.each(Object.entries(EXPECTED))('%s', async (name, lines) => {
    expect(await printed(name)).toEqual(expect.arrayContaining([...lines]));
  });

  it('batch.ts', async () => {
    const records = (await printed('batch.ts')).map((line) => JSON.parse(line));
    expect(records.map(({ id }) => basename(id))).toEqual(['dispatch.txt']);
    expect(records[0].document.text).toContain('Khor Mor');
  });

  it('are all run here', () => {
    const programs = readdirSync(FOLDER).filter((name) => name.endsWith('.ts'));
    expect(programs.sort()).toEqual([...Object.keys(EXPECTED), 'batch.ts'].sort());
  });
});
