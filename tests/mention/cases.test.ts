import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { extract } from '../../src/index.ts';

/** A line's brackets are exactly the mentions of the section's type; a line without brackets holds none. */
function parse(line: string): { text: string; spans: string[] } {
  let text = '';
  const spans: string[] = [];
  for (const part of line.split(/(\[[^\]]*\])/)) {
    const inside = part.startsWith('[') ? part.slice(1, -1) : part;
    if (inside !== part) spans.push(`${text.length}:${text.length + inside.length} ${inside}`);
    text += inside;
  }
  return { text, spans };
}

const file = readFileSync(new URL('./cases.txt', import.meta.url), 'utf8');
for (const section of file.split(/^## /m).slice(1)) {
  const [type, ...lines] = section.split('\n').filter((l) => l.trim());
  describe(type, () => {
    it.each(lines)('%s', (line) => {
      const { text, spans } = parse(line);
      const found = extract(text, { date: '2024-04-24' })
        .mentions.filter((m) => m.type === type && m.level !== 'pronoun')
        .map((m) => `${m.start}:${m.end} ${text.slice(m.start, m.end)}`);
      expect(found).toEqual(spans);
    });
  });
}
