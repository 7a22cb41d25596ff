// The browser's entry of the packed package (`node --conditions=browser`), with the files that the package lists.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createExtractor, extract } from 'sitrep';
import names from 'sitrep/assets.json' with { type: 'json' };

const text = readFileSync('dispatch.txt', 'utf8');
assert.throws(() => extract(text), /createExtractor/);
const read = (name) => [name, readFileSync(new URL(import.meta.resolve(`sitrep/${name}`)))];
const document = createExtractor({ assets: Object.fromEntries(names.map(read)) })(text, { date: '2025-03-12' });
assert.ok(document.entities.length > 0);
