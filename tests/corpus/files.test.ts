import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkFolder } from '../../src/evaluation/checkFolder.ts';
import { type CorpusFile, formatCorpusFile, sha256 } from '../../src/evaluation/corpusFile.ts';
import { corpusFolders } from '../../src/evaluation/folders.ts';
import { annotationFiles, readCorpus } from '../../src/evaluation/readCorpus.ts';

const articles = process.env.SITREP_ARTICLES;

describe('the corpus', () => {
  it.each(corpusFolders(articles))('keeps the schema: $folder', ({ folder, textFolder }) => {
    expect(checkFolder(folder, textFolder).problems).toEqual([]);
  });

  it('holds the dispatches with their texts, 150 to 400 words each', () => {
    const { documents, withoutText } = readCorpus('corpus/dispatch');
    expect(withoutText).toEqual([]);
    expect(documents).toHaveLength(12);
    for (const { id, text } of documents) {
      const words = text.split(/\s+/).filter(Boolean).length;
      expect(words, id).toBeGreaterThanOrEqual(150);
      expect(words, id).toBeLessThanOrEqual(400);
    }
  });

  it('holds the five articles without their texts', () => {
    const paths = annotationFiles('corpus/article');
    expect(paths).toHaveLength(5);
    for (const path of paths) expect(existsSync(path.replace(/json$/, 'txt'))).toBe(false);
  });

  it.each(corpusFolders(articles).flatMap(({ folder }) => annotationFiles(folder)))(
    'is formatted, one record a line: %s',
    (path) => {
      const json = readFileSync(path, 'utf8');
      expect(formatCorpusFile(JSON.parse(json) as CorpusFile)).toBe(json);
    },
  );
});

describe('readCorpus', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sitrep-corpus-'));
  const file = { id: 'a', date: null, mentions: [], entities: [], relations: [], events: [] };
  const write = (text: CorpusFile['text']): void =>
    writeFileSync(join(folder, 'a.json'), formatCorpusFile({ ...file, text }));

  it('reports a text that is not there', () => {
    write({ file: 'absent.txt', sha256: sha256('') });
    expect(readCorpus(folder)).toEqual({ documents: [], withoutText: [join(folder, 'a.json')] });
    expect(checkFolder(folder)).toEqual({ files: 1, problems: [], withoutText: 1 });
  });

  it('refuses a text that is not the annotated one', () => {
    writeFileSync(join(folder, 'a.txt'), 'Rain.\n');
    write({ file: 'a.txt', sha256: sha256('Snow.\n') });
    expect(() => readCorpus(folder)).toThrow(/a\.txt: expected SHA-256 .* as in .*a\.json, got /);
    expect(checkFolder(folder).problems).toHaveLength(1);
  });

  it('finds nothing in a folder that does not exist', () => {
    expect(readCorpus(join(folder, 'none'))).toEqual({ documents: [], withoutText: [] });
  });
});
