/** The library in a host that has no file system and none of Node's modules. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createContext, Script } from 'node:vm';
import { build, type Metafile } from 'esbuild';
import type * as Sitrep from 'sitrep';
import { extract } from 'sitrep';
import { beforeAll, describe, expect, it } from 'vitest';

const SRC = new URL('../../src/', import.meta.url);
const TEXT =
  'ERBIL, Iraq, March 11 - Two drones struck the Khor Mor gas field on Tuesday, killing three workers, officials said.';

let inputs: Metafile['inputs'];
let library: typeof Sitrep;

beforeAll(async () => {
  const { outputFiles, metafile } = await build({
    entryPoints: [fileURLToPath(new URL('browser.ts', SRC))],
    platform: 'browser',
    format: 'iife',
    globalName: 'sitrep',
    bundle: true,
    write: false,
    metafile: true,
    logLevel: 'error',
  });
  inputs = metafile.inputs;
  // What every browser has, and nothing of Node's.
  const host = createContext({ atob, btoa, TextDecoder, TextEncoder, Uint8Array, console, performance });
  library = new Script(`${outputFiles[0].text}; sitrep`).runInContext(host) as typeof Sitrep;
});

describe('bundled for a browser', () => {
  it('holds no module of Node and no reader of files', () => {
    expect(Object.keys(inputs).filter((name) => /^node:|(^|\/)src\/assets\.ts$/.test(name))).toEqual([]);
  });

  it('gives the document that Node gives, from data files passed in', () => {
    const asked: string[] = [];
    const run = library.createExtractor({
      assets: (name) => {
        asked.push(name);
        return new Uint8Array(readFileSync(new URL(name, SRC)));
      },
    });
    const options = { date: '2025-03-12', source: 'AFP' };
    expect(JSON.parse(JSON.stringify(run(TEXT, options)))).toEqual(extract(TEXT, options));
    expect(asked.length).toBeGreaterThan(0);
  });

  it('says what it needs where nothing is passed in', () => {
    expect(() => library.extract(TEXT)).toThrow(/createExtractor\(\{ assets \}\)/);
  });
});
