import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { extract } from '../../src/index.ts';

const lines = readFileSync(new URL('./cases.txt', import.meta.url), 'utf8')
  .split('\n')
  .filter((l) => l && !l.startsWith('#'));

it.each(lines)('%s', (line) => {
  const [text, claims] = line.split(' => ');
  const doc = extract(text, { date: '2024-04-24' });
  /** Entities of each mention with these words. */
  const entitiesOf = (words: string) =>
    doc.mentions.filter((m) => text.slice(m.start, m.end) === words).map((m) => m.entity);
  for (const claim of claims.split(';')) {
    const differ = claim.includes('!=');
    const names = claim.split(/!?=/).map((n) => n.trim());
    for (const name of names) expect(entitiesOf(name), name).not.toEqual([]);
    const entities = new Set(names.flatMap(entitiesOf));
    expect(entities.size, claim).toBe(differ ? names.length : 1);
  }
});
