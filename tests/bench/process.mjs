/**
 * What a benchmark of one call can't show, of the built library (`npm run build` first): time to the first answer, memory,
 * whether the heap stays flat, whether work grows in proportion to a text's length.
 * `npm run bench:process [-- --documents 10000]`. Processor time, not the clock's, so that a busy machine shows less.
 */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { dispatches } from './dispatches.mjs';

const { values } = parseArgs({
  options: { documents: { type: 'string', default: '2000' }, first: { type: 'boolean' } },
});
const MB = 1e6;
const megabytes = (bytes) => `${Math.round(bytes / MB)} MB`;
const load = () => import('../../dist/index.js');
const TEXT = 'Two drones struck an air base in Jordan on Sunday, killing three US soldiers, the Pentagon said.';
const date = '2024-01-29';

if (values.first) await first();
else {
  for (let run = 0; run < 3; run++)
    console.log(
      execFileSync(process.execPath, ['--expose-gc', fileURLToPath(import.meta.url), '--first'], {
        encoding: 'utf8',
      }).trim(),
    );
  const { extract } = await load();
  scaling(extract);
  heap(extract, Number(values.documents));
}

/** In a process of its own: from before the import to the first document. */
async function first() {
  const begin = performance.now();
  const { extract } = await load();
  const imported = performance.now();
  extract(TEXT, { date });
  const done = performance.now();
  const { user, system } = process.cpuUsage();
  globalThis.gc();
  const { rss, heapUsed, arrayBuffers } = process.memoryUsage();
  console.log(
    `first answer: ${Math.round(done - begin)} ms (import ${Math.round(imported - begin)} ms), processor ${Math.round((user + system) / 1000)} ms with Node's start; ` +
      `resident ${megabytes(rss)}, heap ${megabytes(heapUsed)}, buffers ${megabytes(arrayBuffers)}`,
  );
}

function scaling(extract) {
  const all = dispatches.join('\n\n');
  for (const size of [1e3, 1e4, 1e5, 1e6, 5e6]) {
    const text = all.repeat(Math.ceil(size / all.length)).slice(0, size);
    const times = Math.max(1, Math.round(2e5 / size));
    extract(text.slice(0, 1e5), { date });
    const before = process.cpuUsage();
    for (let i = 0; i < times; i++) extract(text, { date });
    const { user, system } = process.cpuUsage(before);
    console.log(`a text of ${size / 1000} kB: ${((user + system) / times / size).toFixed(2)} µs a character`);
  }
}

/** Documents that differ in their words, so that a cache which grows with what was read shows. */
function heap(extract, count) {
  const step = Math.ceil(count / 4);
  const sizes = [];
  for (let i = 0; i < count; i++) {
    extract(
      `${dispatches[i % dispatches.length]} The Zarb${i.toString(36)} group met Qal${(i * 7).toString(36)} Khan.`,
      {
        date,
      },
    );
    if ((i + 1) % step === 0 || i === 0) {
      globalThis.gc?.();
      sizes.push(`${megabytes(process.memoryUsage().heapUsed)} after ${i + 1}`);
    }
  }
  console.log(`heap: ${sizes.join(', ')}; resident ${megabytes(process.memoryUsage().rss)} at the end`);
}
