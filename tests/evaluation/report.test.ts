/** Reports: scope, intervals, rules, confusions, errors; comparison of two runs; pages. */
import { existsSync, readFileSync } from 'node:fs';
import {
  type AnnotatedDocument,
  Comparison,
  compare,
  comparisonPage,
  diff,
  diffPage,
  Evaluation,
  evaluate,
  evaluationPage,
  readCorpus,
  readNotation,
} from 'sitrep/evaluation';
import { describe, expect, it } from 'vitest';
import { escapeHtml } from '../../src/evaluation/html/page.ts';

const RECORDS = `
entity iraq place/country country=IQ
entity iran place/country country=IR
entity d date/date value=2024-04-22
relation fights iraq iran
event v assault/missile agent=iran patient=iraq time=d
`;
const read = (id: string, notation: string): AnnotatedDocument => {
  const { text, annotation } = readNotation(notation);
  return { id, text, date: null, source: null, ...annotation };
};
const GOLD = read('a', `[iran! Iran] {v shelled} [iraq Iraq] on [d April 22].\n---${RECORDS}`);
const WRONG = read(
  'a',
  `[iran Iran] {v shelled} [iraq~ Iraq on] [d April 22].\n---${RECORDS.replace('iraq place/country', 'iraq place/city')
    .replace('iran place/country country=IR', 'iran organization/government')
    .replace('assault/missile agent=iran', 'assault/missile planned agent=d')}`,
);
const { documents } = readCorpus('corpus/dispatch');
const second = readCorpus('corpus/second', 'corpus/dispatch').documents;

describe('evaluate', () => {
  it('takes predictions by id, by position, and from a function', () => {
    const { scope: _, id: __, ...nameless } = GOLD;
    for (const predicted of [[GOLD], [nameless], () => GOLD])
      expect(evaluate([GOLD], predicted).events.exact.f1).toBe(100);
    expect(evaluate([GOLD], [{ ...GOLD, id: 'other' }])).toMatchObject({ unanswered: ['a'], documents: 1 });
  });

  it('says what is wrong with its arguments', () => {
    const wrong =
      (...args: unknown[]): (() => unknown) =>
      () =>
        evaluate(...(args as Parameters<typeof evaluate>));
    expect(wrong('x', [])).toThrow("evaluate: gold: expected an array of annotated documents, got 'x'");
    expect(wrong([{ id: 'a', text: 'x' }], [])).toThrow('evaluate: gold[0].mentions: expected an array, got undefined');
    expect(wrong([{ ...GOLD, text: 3 }], [])).toThrow('evaluate: gold[0].text: expected a string, got 3');
    const { id: _, ...nameless } = GOLD;
    expect(wrong([GOLD], [nameless, nameless])).toThrow(
      'evaluate: predicted: expected 1 documents, as many as gold, or an id on each',
    );
    expect(() => diff([GOLD], [{}] as never)).toThrow(TypeError);
  });

  it('scores what gold annotates, and what is asked for', () => {
    const onlyPlaces = { ...GOLD, scope: { layers: ['mentions'], types: ['place'] } } as const;
    const report = evaluate([onlyPlaces], [GOLD]);
    expect(report.layers).toEqual(['mentions']);
    expect(report.mentions.exact).toMatchObject({ gold: 2, predicted: 2, f1: 100 });
    expect(report.events.exact.predicted).toBe(0);
    const names = evaluate([GOLD], [WRONG], { scope: { levels: ['name'], types: ['place', 'date'] } });
    expect(names.mentions.exact).toMatchObject({ gold: 3, predicted: 1, correct: 1 });
    expect(evaluate([GOLD], [WRONG], { scope: { properties: ['status'] } }).accuracy).toMatchObject({
      status: { right: 0, of: 1 },
      mode: { of: 0, percent: null },
    });
  });

  it('lists errors with their context, and types taken for others', () => {
    const { findings, confusions } = evaluate([GOLD], [WRONG], { errors: 9 });
    expect(findings.map(({ layer, problem, wanted, got }) => `${layer} ${problem}: ${wanted} | ${got}`)).toEqual([
      'mentions mistyped: place/country “Iran” (acts) | organization/government “Iran”',
      'mentions extent: place/country “Iraq” | place/city “Iraq on” (nominal)',
      'events status: assault/missile “shelled”: actual | planned',
      'arguments missed: agent Iran of assault/missile “shelled” | undefined',
      'arguments spurious: undefined | agent April 22 of assault/missile “shelled”',
    ]);
    expect(findings[0].context).toEqual({
      document: 'a',
      start: 0,
      end: 4,
      before: '',
      words: 'Iran',
      after: ' shelled Iraq on April 22. ',
    });
    expect(evaluate([GOLD], [WRONG]).mentions.type).toEqual({ right: 2, of: 3, percent: 66.7 });
    expect(confusions.mentions).toEqual([{ gold: 'place', predicted: 'organization', count: 1 }]);
    expect(evaluate([GOLD], [WRONG], { errors: 1 }).findings).toHaveLength(3);
    expect(evaluate([GOLD], [WRONG]).findings).toEqual([]);
  });

  it('counts how often each rule was right, and leaves out what the gazetteer adds', () => {
    const [m1, ...others] = GOLD.mentions;
    const predicted = {
      ...GOLD,
      mentions: [
        { ...m1, rule: 'a' },
        ...others.map((m) => ({ ...m, rule: 'b' })),
        { ...m1, id: 'x', start: 5, end: 12, rule: 'b' },
      ],
      relations: [
        { ...GOLD.relations[0], rule: 'r' },
        { type: 'part-of', from: 'm1', to: 'm2', origin: 'gazetteer', rule: 'g' } as const,
      ],
    };
    const { rules, relations } = evaluate([GOLD], [predicted]);
    expect(rules.mentions).toEqual([
      { rule: 'b', right: 2, predicted: 3, precision: 66.7 },
      { rule: 'a', right: 1, predicted: 1, precision: 100 },
    ]);
    expect(rules.relations.map(({ rule }) => rule)).toEqual(['r']);
    expect(relations.exact.f1).toBe(100);
  });

  it('draws documents, seeded, for its intervals', () => {
    const half = (i: number): boolean => i % 2 === 0;
    const gold = Array.from({ length: 20 }, (_, i) => ({ ...GOLD, id: `${i}` }));
    const predicted = gold.map((document, i) => (half(i) ? document : { ...document, events: [] }));
    const report = evaluate(gold, predicted);
    const { low, high } = report.intervals['events.exact']!;
    expect(low).toBeGreaterThan(35);
    expect(high).toBeLessThan(90);
    expect(low).toBeLessThan(report.events.exact.f1);
    expect(high).toBeGreaterThan(report.events.exact.f1);
    expect(evaluate(gold, predicted).intervals).toEqual(report.intervals);
    expect(evaluate(gold, predicted, { bootstrap: { seed: 2 } }).intervals).not.toEqual(report.intervals);
    expect(evaluate(gold, predicted, { bootstrap: false }).intervals).toEqual({});
    expect(evaluate([GOLD], [GOLD]).intervals).toEqual({});
  });

  it('holds counts only: a stream of many documents has the report of a list', () => {
    const evaluation = new Evaluation({ bootstrap: false });
    for (let i = 0; i < 5000; i++) evaluation.add({ ...GOLD, id: `${i}` }, WRONG);
    const { events, documents: count } = evaluation.report();
    expect([events.exact.gold, count]).toEqual([5000, 5000]);
    expect(new Evaluation().report()).toMatchObject({ documents: 0, unanswered: [], layers: [] });
  });
});

describe('compare', () => {
  const gold = second;
  const first = documents.filter(({ id }) => gold.some((document) => document.id === id));

  it('of a run with itself finds no difference', () => {
    const { differences, diff: changes } = compare(gold, first, first);
    for (const found of Object.values(differences))
      expect(found).toMatchObject({ difference: 0, low: 0, high: 0, p: 1 });
    expect(changes.changes).toEqual([]);
  });

  it('says what was gained and lost, and whether it was right', () => {
    const worse = first.map((document) => ({ ...document, events: document.events.slice(1) }));
    const { before, after, differences, diff: changes } = compare(gold, first, worse);
    expect(after.events.overlap.correct).toBeLessThan(before.events.overlap.correct);
    expect(differences['events.overlap']!.difference).toBeLessThan(0);
    expect(changes.layers.events).toMatchObject({ lost: 2, gained: 0, right: { lost: 2, gained: 0 } });
    expect(changes.changes.filter(({ layer }) => layer === 'events').map(({ right }) => right)).toEqual([
      { before: true },
      { before: true },
    ]);
  });

  it('takes documents without a prediction', () => {
    const comparison = new Comparison();
    comparison.add(GOLD, undefined, GOLD);
    const { before, after } = comparison.report();
    expect([before.unanswered, after.events.exact.f1]).toEqual([['a'], 100]);
  });
});

describe('pages', () => {
  const EVIL = `<script>alert("x")</script>&'\u202e\u0000`;
  const evil = (document: AnnotatedDocument): AnnotatedDocument => ({
    ...document,
    id: EVIL,
    text: document.text.replace(' on April', `<img src=x onerror=alert(1)>`.padEnd(9)),
    entities: document.entities.map((entity) => ({ ...entity, name: EVIL })),
    mentions: document.mentions.map((mention) => ({ ...mention, rule: EVIL })),
  });
  const [before, after] = [GOLD, WRONG].map(evil).map((document) => ({ ...document, text: evil(GOLD).text }));
  const pages = {
    evaluation: evaluationPage(evaluate([before], [after], { errors: 50 }), EVIL),
    comparison: comparisonPage(compare([before], [before], [after]), EVIL),
    diff: diffPage(diff([before], [after, { ...after, id: `${EVIL}2` }]), EVIL, [
      { layer: 'events', what: 'lost', count: 2, limit: 0 },
    ]),
  };

  it.each(Object.entries(pages))('of %s escape what comes from texts, and load nothing', (_, page) => {
    expect(page).toMatch(/^<!doctype html>\n<html lang="en">/);
    expect(page).toContain('&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;&amp;&#39;��');
    expect(page).not.toMatch(/<script|<img|\u202e|\u0000|https?:|url\(/);
    // Every tag that is opened is closed.
    for (const tag of ['table', 'tr', 'td', 'div', 'details', 'p', 'span', 'code', 'mark'])
      expect(page.match(new RegExp(`<${tag}[ >]`, 'g'))?.length, tag).toBe(
        page.match(new RegExp(`</${tag}>`, 'g'))?.length,
      );
  });

  it('escape every character that markup is made of', () => {
    expect(escapeHtml(`<a b="c" d='e'>&\u0085\ud800`)).toBe('&lt;a b=&quot;c&quot; d=&#39;e&#39;&gt;&amp;��');
  });
});

const SCORER = new URL('../../../shared/eval/scorers/articles.mjs', import.meta.url);
describe.runIf(existsSync(SCORER))('the scoreboard', () => {
  it('counts the same, but for CEAF-e, whose assignment it makes greedily', async () => {
    const theirs = await import(/* @vite-ignore */ SCORER.href);
    const gold = second;
    const predicted = documents.filter(({ id }) => gold.some((document) => document.id === id));
    const board = theirs.score(gold, predicted);
    const report = evaluate(gold, predicted);
    const pick = ({ correct, predicted: p, gold: g, f1 }: Record<string, number>) => [correct, p, g, f1];
    const mine = {
      mentionsExact: report.mentions.exact,
      mentionsOverlap: report.mentions.overlap,
      relations: report.relations.overlap,
      events: report.events.overlap,
      arguments: report.arguments.overlap,
    };
    for (const [name, figures] of Object.entries(mine)) expect(pick(figures as never), name).toEqual(pick(board[name]));
    for (const [property, { percent }] of Object.entries(report.accuracy))
      expect(percent, property).toBe(board.accuracy[property]);
    expect(Math.abs(report.coreference.conll - board.coreferenceConll)).toBeLessThan(0.5);
    expect(readFileSync(SCORER, 'utf8')).toContain('greedy');
  });
});
