/**
 * What `extract` finds in the corpus, by layer, against thresholds that only rise. After an improvement
 * `UPDATE_THRESHOLDS=1 npx vitest run tests/corpus` raises them; nothing lowers them but a person who edits the file.
 */
import { describe, expect, it } from 'vitest';
import type { AnnotatedDocument } from '../../src/evaluation/annotation.ts';
import { corpusFolders } from '../../src/evaluation/folders.ts';
import { readCorpus } from '../../src/evaluation/readCorpus.ts';
import { score } from '../../src/evaluation/score/index.ts';
import { extract } from '../../src/index.ts';
import { type Figures, figuresOf, raised, raiseThresholds, readThresholds } from './layers.ts';

const folders = corpusFolders(process.env.SITREP_ARTICLES);
const documentsOf = (name: string): readonly AnnotatedDocument[] => {
  const { folder, textFolder } = folders.find((f) => f.folder.endsWith(name))!;
  return readCorpus(folder, textFolder).documents;
};

function figuresOn(documents: readonly AnnotatedDocument[]): Figures {
  const pairs = documents.map((gold) => {
    const options = { ...(gold.date ? { date: gold.date } : {}), ...(gold.source ? { source: gold.source } : {}) };
    return { gold, predicted: extract(gold.text, options) };
  });
  return figuresOf(score(pairs));
}

function holdsFigures(set: string, documents: readonly AnnotatedDocument[]): void {
  const figures = figuresOn(documents);
  if (process.env.UPDATE_THRESHOLDS) raiseThresholds(set, figures);
  it.each(Object.entries(readThresholds()[set] ?? {}))(`${set}: %s is at least %d`, (layer, threshold) => {
    expect(figures[layer]).toBeGreaterThanOrEqual(threshold);
  });
  it(`${set}: has a threshold for every layer`, () => {
    expect(Object.keys(readThresholds()[set] ?? {}).sort()).toEqual(Object.keys(figures).sort());
  });
}

describe('what extract finds', () => {
  holdsFigures('dispatch', documentsOf('dispatch'));

  const articles = documentsOf('article');
  if (articles.length === 5) holdsFigures('article', articles);
  else {
    it('the five articles were not found: set SITREP_ARTICLES to the folder of their texts to score them too', () => {
      console.info(`${articles.length} of the five articles found; the dispatches alone were scored`);
      expect(documentsOf('dispatch').length).toBeGreaterThan(0);
    });
  }
});

describe('thresholds', () => {
  it('rise to a better figure and keep to a worse one', () => {
    expect(raised({ events: 40, mentions: 60 }, { events: 42.5, mentions: 55, relations: 30 })).toEqual({
      events: 42.5,
      mentions: 60,
      relations: 30,
    });
  });
});
