/**
 * Trains the evidence model of toponym recognition and writes its card:
 * `node dist/training/gazetteer/place.js --data DIR --ner DIR [--folds 5]`, in the project's root, after a build.
 * DIR of `--data` holds `geo.jsonl` and texts in the schema (`articles*.jsonl`), that of `--ner` BIO files.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { TEMPLATES } from '../../mention/place/feature.ts';
import { packWeights, writeModel } from '../../perceptron/index.ts';
import { bioItems, geoItems, type Item, schemaItems, sentencesOf } from './placeData.ts';
import { type Family, predict, train } from './placeModel.ts';
import { addScore, noScore, scoreLine } from './placeScore.ts';

const { values: args } = parseArgs({
  options: {
    data: { type: 'string', default: '../shared/eval/data' },
    ner: { type: 'string', default: '../shared/train/ner' },
    folds: { type: 'string', default: '5' },
    out: { type: 'string', default: 'src/model' },
  },
});
/** Against a text's weight of 1: its sentences alone, and sentences of other conventions. */
const ALONE = 0.3;
const OTHER = 0.5;
const THRESHOLD = 0.4;

const geo = geoItems(`${args.data}/geo.jsonl`);
const schema = schemaItems(['articles', 'articles-more'].map((name) => `${args.data}/${name}.jsonl`));
const family = (item: Item): Family => [item, ...sentencesOf(item, ALONE)];
const families = new Map([...geo, ...schema].map((item) => [item, family(item)]));
const bio: Family[] = bioItems(args.ner, OTHER).map((item) => [item]);
const familiesOf = (items: readonly Item[]): Family[] => items.map((item) => families.get(item) ?? [item]);

const groups = [...new Set(geo.map((item) => item.group))];
const folds = Number(args.folds);
const score = noScore();
for (let k = 0; k < folds; k++) {
  const held = (item: Item): boolean => groups.indexOf(item.group) % folds === k;
  const model = train([...familiesOf([...geo.filter((item) => !held(item)), ...schema]), ...bio]);
  for (const item of geo.filter(held)) addScore(score, item, predict(item, model, THRESHOLD));
}
const line = scoreLine(score);
console.log(`${folds} folds by source: ${line}`);

const model = train([...familiesOf([...geo, ...schema]), ...bio]);
const [first, second] = model.map((weights) => packWeights(weights, { unit: 0.03 }));
const bytes = writeModel({ name: 'place', version: 1, templates: TEMPLATES, classes: ['place'] }, { first, second });
writeFileSync(`${args.out}/place.bin`, bytes);
writeFileSync(
  `${args.out}/place.md`,
  `# place.bin

Evidence for toponym recognition: two logistic regressions over hashed features, one a round (\`src/mention/place\`).

- Command: \`npm run build && node dist/training/gazetteer/place.js --data DIR --ner DIR\`
- Size: ${bytes.length} bytes
- Licence of the weights: CC BY-SA 4.0 (the code is MIT)
- Data:
  - toponyms of TR-News and of half of LGL's papers (Lieberman et al. 2010; Kamalloo and Rafiei 2018), development part
  - articles in the project's schema, development part
  - CrossNER, politics (text CC BY-SA, annotation MIT); Universal NER, EWT's dev part (CC BY-SA 4.0)
- Scores on the toponyms, ${folds} folds by outlet: ${line}
`,
);
console.log(`place.bin: ${bytes.length} bytes`);
