import { expect, test } from 'vitest';
import { parseTable } from '../../src/gazetteer/table.ts';
import { sourceOf, table, termsOf } from './tables.ts';

const rows = parseTable(sourceOf('wikidata.tsv'), 'wikidata.tsv', ['type', 'name', 'aliases', 'wikidata']);

test('ids have their form, and each thing has one', () => {
  expect(rows.length).toBeGreaterThanOrEqual(285);
  for (const { line, type, wikidata } of rows) {
    expect(wikidata, `line ${line}`).toMatch(/^Q[1-9]\d*$/);
    expect(['place', 'organization', 'person'], `line ${line}`).toContain(type);
  }
  expect(new Set(rows.map((r) => r.wikidata)).size).toBe(rows.length);
});
test('organisations are those of the lexicon', () => {
  const known = new Set([...table('organization.tsv'), ...table('armed-group.tsv')].flatMap(termsOf));
  expect(rows.filter((r) => r.type === 'organization' && !known.has(r.name)).map((r) => r.name)).toEqual([]);
});
test('persons are given by full names', () => {
  const short = rows
    .filter((r) => r.type === 'person')
    .flatMap(termsOfPerson)
    .filter((name) => !name.includes(' '));
  expect(short).toEqual([]);
});
const termsOfPerson = (row: { readonly name: string; readonly aliases: string }): string[] => [
  row.name,
  ...row.aliases.split('|').filter(Boolean),
];
