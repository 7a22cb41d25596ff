import { readdirSync, readFileSync } from 'node:fs';
import { createExtractor, type Document, defineRelationType, explain, extract } from 'sitrep';
import { describe, expect, it } from 'vitest';
import * as browser from '../../src/browser.ts';

const TEXT =
  'Iran-backed militias fired rockets at a base\nin Iraq on Monday, the Pentagon said. Washington may attack Iran. They are angry.';
const document = extract(TEXT, { date: '2024-04-24' });
const idsOf = ({ mentions, entities, relations, events }: Document): string[] =>
  [mentions, entities, relations, events].flatMap((records) => records.map(({ id }) => id));
const lines = (id: string, of: Document = document): string[] => explain(of, id).split('\n');
const event = (words: string) =>
  document.events.find(({ triggers }) => triggers.some((t) => TEXT.slice(t.start, t.end) === words))!;
const relation = (type: string) => document.relations.find((r) => r.type === type)!;

describe('an event', () => {
  it('is told by its sentence, trigger, arguments with their slots, and row', () => {
    const { id, rule } = event('attack');
    const start = TEXT.indexOf('attack');
    const told = lines(id);
    expect(told[0]).toBe(`${id}: event assault, "attack"`);
    expect(told).toContain(`trigger [${start}, ${start + 6}): "attack"`);
    expect(told.find((line) => line.startsWith('sentence'))).toContain('"Washington may attack Iran."');
    expect(told.find((line) => line.startsWith('  agent'))).toMatch(
      /"Washington" \(e\d+, acts as a government\), from nsubj, the subject$/,
    );
    expect(told.find((line) => line.startsWith('  patient'))).toMatch(/"Iran" .*from obj/);
    expect(told).toContain(`rule ${rule}`);
    expect(told.find((line) => line.startsWith('  lexicon/event.tsv:'))).toMatch(
      /lemma attack, pos VERB, type assault/,
    );
  });

  it('has the words that its status was read from, and its confidence', () => {
    const { id, confidence } = event('attack');
    expect(explain(document, id)).toMatch(
      /status hypothetical, polarity positive\n {2}"may" below it says hypothetical/,
    );
    expect(lines(id)).toContain(`confidence ${confidence}`);
  });

  it('has the part of the tree that ties its words together', () => {
    const told = lines(event('attack').id);
    const tree = told.slice(told.indexOf('tree') + 1);
    expect(tree.find((line) => /^ +attack VERB root$/.test(line))).toBeDefined();
    expect(tree.find((line) => /^ +Washington PROPN nsubj$/.test(line))).toBeDefined();
    expect(tree.find((line) => /^ +may AUX aux$/.test(line))).toBeDefined();
  });
});

describe('a relation', () => {
  it('is told by its evidence, ends, rule with path and example, and the words of its lists', () => {
    const { id, start, end } = relation('backed-by');
    const told = lines(id);
    expect(told[0]).toBe(`${id}: relation backed-by, "Iran-backed militias" → "Iran"`);
    expect(told).toContain(`evidence [${start}, ${end}): "${TEXT.slice(start, end)}"`);
    expect(told).toContain('rule backed-by: backed, in a compound');
    expect(told).toContain('  path >through:@back');
    expect(told.find((line) => line.includes('@back holds'))).toMatch(/"backed" \(lexicon\/relation\.tsv:\d+\)/);
    expect(told.find((line) => line.startsWith('  example: '))).toContain('[to place/country Iran]-backed militias]');
  });

  it('of the gazetteer, or of a rule of the user, says so', () => {
    const own = defineRelationType({
      type: 'money:pays',
      description: 'Who pays whom.',
      from: ['organization'],
      to: ['organization'],
      rules: [{ name: 'to pay', path: '<nsubj {pay} >obj', examples: [] }],
    });
    const paid = createExtractor({ relationTypes: [own] })('The World Bank pays the United Nations.');
    expect(explain(paid, paid.relations[0].id)).toContain("rule money:pays: to pay: not one of the library's own");
    const known = {
      ...document,
      relations: [{ ...relation('backed-by'), origin: 'gazetteer', rule: 'gazetteer/part-of' }],
    };
    expect(explain(known as Document, 'r1')).toContain('known from the gazetteer');
  });
});

it('a mention is told by its span, what proposed it, and its entity', () => {
  const it = document.mentions.find(({ level, entity }) => level === 'pronoun' && entity)!;
  const told = lines(it.id);
  expect(told[0]).toBe(
    `${it.id}: mention ${it.type}, "They"`.replace(it.type, it.kind ? `${it.type}/${it.kind}` : it.type),
  );
  expect(told.find((line) => line.startsWith('rule pronoun'))).toContain('lexicon/pronoun.tsv');
  expect(told.find((line) => line.startsWith('entity'))).toContain(it.entity);
});

it('an entity is told by its attributes, its mentions, and where it takes part', () => {
  const { id } = document.entities.find(({ name }) => name === 'Iran')!;
  const told = lines(id);
  expect(told[0]).toBe(`${id}: entity place/country, "Iran"`);
  expect(told).toContain('  country: IR');
  expect(told).toContain(`  ${relation('backed-by').id} backed-by, to it`);
  expect(told).toContain(`  ${event('attack').id} assault, as patient`);
});

describe('any record of any document', () => {
  const folder = new URL('../../corpus/dispatch/', import.meta.url);
  const texts = readdirSync(folder).filter((name) => name.endsWith('.txt'));
  it.each([...texts.slice(0, 4)])('%s: is explained, after a JSON round trip too', (name) => {
    const given = extract(readFileSync(new URL(name, folder), 'utf8'));
    const read = JSON.parse(JSON.stringify(given)) as Document;
    for (const id of idsOf(given)) expect(explain(read, id)).toBe(explain(given, id));
  });

  it('without a tree, or with one that runs in a circle', () => {
    const bare = { ...document, tokens: document.tokens.map((t) => ({ ...t, head: -1 })) };
    const circle = { ...document, tokens: document.tokens.map((t, i) => ({ ...t, head: i % 2 ? i - 1 : i + 1 })) };
    const blank = { ...document, tokens: [], sentences: [] };
    for (const odd of [bare, circle, blank]) for (const id of idsOf(odd)) expect(explain(odd, id)).toContain(`${id}: `);
  });

  it('is plain lines: white space of the text makes no line of its own', () => {
    for (const id of idsOf(document)) expect(explain(document, id)).not.toMatch(/a base\nin Iraq/);
  });
});

describe('a wrong call', () => {
  it.each([
    [document, 'x1', /^explain: id: expected the id of a record of this document \('m1' to 'm\d+', .*\), got 'x1'$/],
    [document, undefined, /^explain: id: expected .* got undefined$/],
    [extract(''), 'm1', /^explain: id: expected a document with records, got 'm1'$/],
    [undefined, 'm1', /^explain: document: expected what extract returns, got undefined$/],
    [TEXT, 'm1', /^explain: document: expected what extract returns, got 'Iran-backed/],
    [{ text: 1 }, 'm1', /^explain: document\.text: expected a string, got 1$/],
    [{ text: '' }, 'm1', /^explain: document\.sentences: expected an array, got undefined$/],
    [
      { ...document, mentions: [] },
      'r1',
      /^explain: document: expected a mention 'm\d+', which a record names, got none$/,
    ],
  ])('%# is a TypeError that says why', (of, id, message) => {
    expect(() => explain(of as Document, id as string)).toThrow(TypeError);
    expect(() => explain(of as Document, id as string)).toThrow(message);
  });
});

it('in a browser no rows are shown, unless its files are passed in', () => {
  const { id } = event('attack');
  expect(browser.explain(document, id)).not.toContain('lexicon/event.tsv');
  const assets = (name: string) => new Uint8Array(readFileSync(new URL(`../../src/${name}`, import.meta.url)));
  expect(browser.explain(document, id, { assets })).toBe(explain(document, id));
});
