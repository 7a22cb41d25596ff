/**
 * Everything that `extract` gives beside `compromise` with people, places and organisations, of the built library: passes over the
 * dispatches by turns, so that a neighbour on the machine slows both, and once more over longer texts (three dispatches each), as
 * a text's first words cost more than its last. `npm run bench:ratio [-- --passes 60]`.
 */
import { parseArgs } from 'node:util';
import nlp from 'compromise';
import { extract } from '../../dist/index.js';
import { dispatches } from './dispatches.mjs';

const { values } = parseArgs({ options: { passes: { type: 'string', default: '60' } } });
const passes = Number(values.passes);
const date = '2024-01-15';

const joined = dispatches.flatMap((_, i) => (i % 3 ? [] : [dispatches.slice(i, i + 3).join('\n\n')]));

const readers = {
  sitrep: (text) => extract(text, { date }),
  compromise: (text) => {
    const read = nlp(text);
    read.people().out('array');
    read.places().out('array');
    read.organizations().out('array');
  },
};

function timesOf(texts) {
  const times = { sitrep: [], compromise: [] };
  for (let pass = 0; pass < passes; pass++)
    for (const [name, read] of Object.entries(readers)) {
      // once unmeasured, as the other has just filled the processor's caches
      texts.forEach(read);
      const begin = performance.now();
      texts.forEach(read);
      times[name].push(performance.now() - begin);
    }
  return times;
}

const mean = (numbers) => numbers.reduce((sum, n) => sum + n, 0) / numbers.length;
const median = (numbers) => numbers.toSorted((a, b) => a - b)[numbers.length >> 1];
const least = (numbers) => Math.min(...numbers);

// it takes some seconds until the engine has compiled all of it, as in any archive
for (const read of Object.values(readers))
  for (const end = performance.now() + 5000; performance.now() < end; ) dispatches.forEach(read);
for (const texts of [dispatches, joined]) {
  const tokens = texts.reduce((sum, text) => sum + extract(text, { date }).tokens.length, 0);
  const { sitrep, compromise } = timesOf(texts);
  const ratios = [mean, median, least].map((of) => `${(of(compromise) / of(sitrep)).toFixed(2)} × by ${of.name}`);
  console.log(
    `${texts.length} texts of ${Math.round(tokens / texts.length)} words: ${ratios.join(', ')}; ` +
      `${Math.round(tokens / median(sitrep))} and ${Math.round(tokens / median(compromise))} thousand words a second`,
  );
}
