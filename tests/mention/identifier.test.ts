import { describe, expect, it } from 'vitest';
import { extract } from '../../src/index.ts';
import { IDENTIFIERS } from '../../src/mention/propose/identifier.ts';

describe.each(IDENTIFIERS)('identifier/$name', ({ name, kind, examples }) => {
  it.each(examples)('%s', (example) => {
    const marked = /\[identifier ([^\]]+)\]/.exec(example)?.[1] ?? '';
    const text = example.replace(/\[identifier ([^\]]+)\]/, '$1');
    const found = extract(text).mentions.filter((m) => m.type === 'identifier');
    expect(found.map((m) => [text.slice(m.start, m.end), m.kind, m.rule])).toEqual([
      [marked, kind, `identifier/${name}`],
    ]);
  });
});
