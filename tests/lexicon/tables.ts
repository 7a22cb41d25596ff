import { readFileSync } from 'node:fs';
import type { BuiltInEntityType } from '../../src/document/schema.ts';
import { atomsOf } from '../../src/gazetteer/atoms.ts';
import { parseTable, type Row } from '../../src/gazetteer/table.ts';

interface Shape {
  /** What its readers expect as header. */
  readonly columns: readonly string[];
  /** Fewer rows mean that something was lost. */
  readonly atLeast: number;
  /** The type of the mentions that its terms make, if they make any. */
  readonly type?: BuiltInEntityType;
}

/** Tables of names with aliases have one shape. */
const NAMED = ['term', 'aliases', 'weak', 'country', 'sponsor', 'parent', 'kind', 'era', 'wikidata'] as const;

export const TABLES = {
  'weapon.tsv': { columns: ['term', 'kind', 'level', 'canonical', 'weak'], atLeast: 1500, type: 'weapon' },
  'vehicle.tsv': { columns: ['term', 'kind', 'level', 'canonical', 'weak'], atLeast: 1000, type: 'vehicle' },
  'armed-group.tsv': { columns: NAMED, atLeast: 650, type: 'organization' },
  'organization.tsv': { columns: NAMED, atLeast: 1800, type: 'organization' },
  'organization-noun.tsv': { columns: ['term', 'kind', 'names', 'weak'], atLeast: 900, type: 'organization' },
  'group-noun.tsv': { columns: ['term', 'kind', 'singular', 'gender', 'weak'], atLeast: 900, type: 'group' },
  'person-noun.tsv': { columns: ['term', 'role', 'leads', 'plural', 'gender', 'weak'], atLeast: 500, type: 'person' },
  'title.tsv': { columns: ['term', 'canonical', 'class', 'gender'], atLeast: 500 },
  'conflict.tsv': { columns: ['term', 'aliases', 'weak', 'country', 'era'], atLeast: 250, type: 'conflict' },
  'conflict-noun.tsv': { columns: ['term', 'names', 'weak'], atLeast: 70, type: 'conflict' },
  'number-word.tsv': { columns: ['term', 'role', 'low', 'high', 'effect'], atLeast: 180 },
  'unit.tsv': { columns: ['term', 'kind', 'symbol', 'factor', 'base'], atLeast: 240, type: 'quantity' },
  'given-name.tsv': { columns: ['term', 'gender', 'language', 'weak'], atLeast: 7000 },
  'surname-particle.tsv': { columns: ['term', 'position', 'language'], atLeast: 150 },
} as const satisfies Record<string, Shape>;
export type TableName = keyof typeof TABLES;

export const sourceOf = (name: string): string =>
  readFileSync(new URL(`../../src/lexicon/${name}`, import.meta.url), 'utf8');

export const table = (name: TableName): Row<string>[] => parseTable<string>(sourceOf(name), name, TABLES[name].columns);

/** What the trie keys a term by; a sign ("€") by itself. */
export const key = (term: string): string => atomsOf(term).join(' ') || term;

const list = (cell: string | undefined): string[] => (cell ? cell.split('|') : []);

/** All the terms of a row: one, or a name and its aliases. */
export const termsOf = (row: Row<string>): string[] => [row.term, ...list(row.aliases)];
export const weakOf = (row: Row<string>): string[] => ('aliases' in row ? list(row.weak) : row.weak ? [row.term] : []);
