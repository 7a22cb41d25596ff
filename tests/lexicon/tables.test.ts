import { describe, expect, test } from 'vitest';
import { ENTITY_KINDS, LEVELS } from '../../src/document/schema.ts';
import { key, sourceOf, TABLES, type TableName, table } from './tables.ts';

/** Words that are two things; both rows are weak. */
const AMBIGUOUS = new Set(['body', 'bomber', 'broadcaster', 'club', 'coach', 'whip']);

const names = Object.keys(TABLES) as TableName[];

describe.each(names)('%s', (name) => {
  const shape = TABLES[name];
  const rows = table(name);

  test('parses, and says where it comes from', () => {
    expect(rows.length).toBeGreaterThanOrEqual(shape.atLeast);
    expect(sourceOf(name)).toMatch(/^#.*Source: .*Licence: /m);
  });

  test('holds every term once', () => {
    const seen = new Map<string, number>();
    const twice = rows.filter((row) => {
      const before = seen.get(key(row.term));
      seen.set(key(row.term), row.line);
      return before !== undefined || !key(row.term);
    });
    expect(twice.map((row) => `${row.line} ${row.term}`)).toEqual([]);
  });

  test('keeps to the vocabulary of the schema', () => {
    const kinds: readonly string[] = 'type' in shape ? ENTITY_KINDS[shape.type] : [];
    for (const row of rows) {
      if (row.kind) expect(kinds, `${name}:${row.line}`).toContain(row.kind);
      if (row.level) expect(LEVELS, `${name}:${row.line}`).toContain(row.level);
      for (const flag of ['weak', 'role', 'leads']) expect(['', '1', undefined]).toContain(row[flag]);
      for (const code of [row.gender]) expect(['', 'm', 'f', 'u', undefined]).toContain(code);
    }
  });
});

test('no term is of two types', () => {
  const found = new Map<string, string>();
  const clashes: string[] = [];
  for (const name of names) {
    const shape = TABLES[name];
    if (!('type' in shape)) continue;
    for (const { term } of table(name)) {
      const other = found.get(key(term));
      if (other && other !== shape.type && !AMBIGUOUS.has(key(term))) clashes.push(`${term}: ${other}, ${shape.type}`);
      found.set(key(term), shape.type);
    }
  }
  expect(clashes).toEqual([]);
});
