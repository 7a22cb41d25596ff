import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { packageAssets } from '../../src/assets.ts';
import { unpackParser } from '../../src/parsing/parser.ts';
import { clustersOf, hashString } from '../../src/perceptron/index.ts';
import { unpackTagger } from '../../src/tagging/tagger.ts';

const folder = new URL('../../src/model/', import.meta.url);
/** The gazetteer is data, no model. */
const files = readdirSync(folder).filter((file) => file.endsWith('.bin') && !file.startsWith('gazetteer'));
const read = (file: string): Uint8Array => readFileSync(new URL(file, folder));

describe('the packed models', () => {
  it('are small together', () => {
    const all = Buffer.concat(files.map(read));
    expect(all.length).toBeLessThan(6e6);
    expect(gzipSync(all).length).toBeLessThan(4e6);
  });

  it.each(['clusters.bin', 'tagger.bin', 'lemma.bin', 'parser.bin', 'mention.bin'])(
    '%s has a card that says its size and licence',
    (file) => {
      const card = new URL(file.replace('.bin', '.md'), folder);
      expect(existsSync(card)).toBe(true);
      expect(readFileSync(card, 'utf8')).toContain(`Size: ${read(file).length} bytes`);
      expect(readFileSync(card, 'utf8')).toContain('CC BY-SA 4.0');
    },
  );

  it('refuse each other’s place', () => {
    expect(() => unpackTagger(read('parser.bin'))).toThrow('model tagger: expected name tagger, got parser');
    expect(() => unpackParser(read('tagger.bin'))).toThrow('model parser: expected name parser, got tagger');
    expect(() => unpackParser(read('parser.bin').subarray(0, 100_000))).toThrow('model parser: its bytes are damaged');
  });

  it('have clusters in which like words meet', () => {
    const clusters = clustersOf(packageAssets);
    const of = (word: string) => clusters.fine(hashString(word));
    expect(of('mortar')).toBe(of('rocket'));
    expect(of('monday')).toBe(of('tuesday'));
    expect(of('monday')).not.toBe(of('rocket'));
    expect(of('xqzzyk')).toBe(0);
  });
});
