/** The cases of `cases.txt`: spans in brackets, and where each place is. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { read } from './read.ts';

interface Case {
  readonly text: string;
  readonly source: string | null;
  readonly names: readonly string[];
  readonly places: readonly string[];
}

const file = readFileSync(new URL('./cases.txt', import.meta.url), 'utf8');
const cases = file
  .split(/\n\s*\n/)
  .filter((block) => !block.startsWith('#'))
  .map((block): Case => {
    const [, source = null, marked, answer] = /^(?:source: (\S+) \| )?(.*)\n=>(.*)/s.exec(block) ?? [];
    const names = [...marked.matchAll(/\[(.*?)\]/g)].map((m) => m[1]);
    const places = answer
      .split(';')
      .map((part) => part.trim())
      .filter(Boolean);
    return { text: marked.replace(/[[\]]/g, ''), source, names, places };
  });

describe('places', () => {
  test.each(cases)('$text', ({ text, source, names, places }) => {
    const { proposals, places: found } = read(text, source);
    const all = proposals.map((p) => text.slice(p.start, p.end));
    for (const name of names) expect(all).toContain(name);
    if (!names.length) expect(all).toEqual([]);
    const seen = names.map((name, i) => {
      const place = found.find((p) => p.text === name);
      const cells = [place?.kind, place?.attributes.country ?? '-', place?.attributes.admin1 ?? '-'];
      const wanted = places[i].match(/^(\S+) (\S+) (.*)$/)?.slice(1) ?? [];
      return cells.map((cell, k) => (wanted[k] === '*' ? '*' : cell)).join(' ');
    });
    expect(seen).toEqual(places);
  });
});
