import { describe, expect, test } from 'vitest';
import { ENTITY_KINDS, LEVELS } from '../../src/document/schema.ts';
import { inflectNoun } from '../../src/morphology/index.ts';
import { key, sourceOf, TABLES, type TableName, table, termsOf, weakOf } from './tables.ts';

/** Words that are two things; both rows are weak. */
const AMBIGUOUS = new Set(['body', 'bomber', 'broadcaster', 'campaign', 'club', 'coach', 'economist', 'whip']);

/** Plurals that say more than their singular does. */
const OWN_PLURAL = new Set([
  'authorities',
  'brigades',
  'battalions',
  'troops',
  'people',
  'weapons of mass destruction',
]);

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
    const twice: string[] = [];
    for (const row of rows)
      for (const term of termsOf(row)) {
        if (!key(term) || seen.has(key(term))) twice.push(`${name}:${row.line} ${term}, line ${seen.get(key(term))}`);
        seen.set(key(term), row.line);
      }
    expect(twice).toEqual([]);
  });

  test('keeps to the vocabulary of the schema', () => {
    const kinds: readonly string[] = 'type' in shape ? ENTITY_KINDS[shape.type] : [];
    for (const row of rows) {
      if (row.kind) expect(kinds, `${name}:${row.line}`).toContain(row.kind);
      if (row.level) expect(LEVELS, `${name}:${row.line}`).toContain(row.level);
      if ('leads' in row) for (const flag of ['role', 'leads']) expect(['', '1', undefined]).toContain(row[flag]);
      if (!('aliases' in row)) expect(['', '1', undefined]).toContain(row.weak);
      expect(termsOf(row), `${name}:${row.line}`).toEqual(expect.arrayContaining(weakOf(row)));
      for (const code of [row.gender]) expect(['', 'm', 'f', 'u', undefined]).toContain(code);
    }
  });
});

test('nouns are given in the singular', () => {
  for (const name of [
    'weapon.tsv',
    'vehicle.tsv',
    ...names.filter((each) => each.endsWith('-noun.tsv')),
  ] as TableName[]) {
    const terms = new Set(table(name).map((row) => row.term));
    const plurals = [...terms].map((term) => [term, inflectNoun(term).plural]);
    const both = plurals.filter(([term, plural]) => plural !== term && terms.has(plural) && !OWN_PLURAL.has(plural));
    expect(both, name).toEqual([]);
  }
});

test('no term is of two types', () => {
  const found = new Map<string, string>();
  const clashes: string[] = [];
  for (const name of names) {
    const shape = TABLES[name];
    if (!('type' in shape) || name === 'unit.tsv') continue;
    for (const term of table(name).flatMap(termsOf)) {
      const other = found.get(key(term));
      if (other && other !== shape.type && !AMBIGUOUS.has(key(term))) clashes.push(`${term}: ${other}, ${shape.type}`);
      found.set(key(term), shape.type);
    }
  }
  expect(clashes).toEqual([]);
});

describe('names of organisations', () => {
  const rows = [...table('armed-group.tsv'), ...table('organization.tsv')];

  test('stand in one of the two tables', () => {
    const keys = rows.flatMap(termsOf).map(key);
    expect(keys.filter((each, i) => keys.indexOf(each) !== i)).toEqual([]);
  });

  test('are part of an organisation that is in a table', () => {
    const terms = new Set(rows.map((row) => row.term));
    expect(rows.filter((row) => row.parent && !terms.has(row.parent)).map((row) => row.term)).toEqual([]);
  });

  test('have codes in the form of their standards', () => {
    for (const row of rows) {
      expect(row.country, row.term).toMatch(/^(?:[A-Z]{2})?$/);
      expect(row.wikidata, row.term).toMatch(/^(?:Q[1-9]\d*)?$/);
      expect(row.era, row.term).toMatch(/^(?:\d{4}s?(?:-(?:\d{4}s?)?)?)?$/);
    }
  });
});
