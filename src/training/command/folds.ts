/**
 * Five mention taggers and coreference rankers, each without a fifth of the annotated articles, and how well the whole library
 * finds the mentions of the articles and dispatches that they have not seen:
 *
 *   node dist/training/command/folds.js --data ../shared/train --out /tmp/folds
 *
 * `heldOut.ts` says how to score everything else with these models.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { packageAssets } from '../../assets.ts';
import { foldRankers } from '../coreference.ts';
import { FOLDS, foldFile, foldOf, heldOut } from '../heldOut.ts';
import { type AnnotatedArticle, trainMention } from '../mention.ts';
import { developmentGold, exampleMaker, ownTexts, readGold } from '../mentionModel.ts';

const { values } = parseArgs({
  options: {
    data: { type: 'string', default: '../shared/train' },
    out: { type: 'string', default: '/tmp/folds' },
  },
});

const evaluation = join(values.data, '../eval/data');
const DISPATCHES = 'corpus/dispatch';
const dispatches = (): AnnotatedArticle[] =>
  readdirSync(DISPATCHES)
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => ({
      ...(JSON.parse(readFileSync(join(DISPATCHES, file), 'utf8')) as AnnotatedArticle),
      text: readFileSync(join(DISPATCHES, file.replace(/json$/, 'txt')), 'utf8'),
    }));

function trainFolds(): void {
  mkdirSync(values.out, { recursive: true });
  const make = exampleMaker(packageAssets);
  const articles = developmentGold(evaluation).map((article) => ({
    fold: foldOf(article.text),
    example: make.article(article),
  }));
  const texts = ownTexts().map(make.article);
  for (let fold = 0; fold < FOLDS; fold++) {
    const seen = articles.filter((a) => a.fold !== fold).map((a) => a.example);
    writeFileSync(foldFile(values.out, 'mention', fold), trainMention([...seen, ...texts]));
    console.log(`fold ${fold}: trained on ${seen.length} articles and ${texts.length} texts of our own`);
  }
  const models = (file: string): Uint8Array => packageAssets(`model/${file}`);
  for (const [fold, ranker] of foldRankers(values.data, models, FOLDS, foldOf).entries())
    writeFileSync(foldFile(values.out, 'coreference', fold), ranker);
}

/** Mentions by span, type and level; a line for each set of texts. */
function score(name: string, articles: readonly AnnotatedArticle[]): void {
  const key = (m: AnnotatedArticle['mentions'][number]): string => `${m.start} ${m.end} ${m.type}`;
  const extract = heldOut(values.out);
  let right = 0;
  let said = 0;
  let gold = 0;
  for (const { text, date, mentions } of articles) {
    const found = extract(text, date ? { date } : {}).mentions;
    const wanted = new Set(mentions.map(key));
    right += found.filter((m) => wanted.has(key(m))).length;
    said += found.length;
    gold += wanted.size;
  }
  const percent = (share: number): string => (100 * share).toFixed(1);
  console.log(
    `${name}: exact F1 ${percent((2 * right) / (said + gold))}, precision ${percent(right / said)}, recall ${percent(right / gold)} (${gold} mentions)`,
  );
}

trainFolds();
for (const file of readdirSync(evaluation)
  .filter((f) => /^articles.*\.jsonl$/.test(f))
  .sort())
  score(basename(file, '.jsonl'), readGold(join(evaluation, file)));
score('dispatch', dispatches());
