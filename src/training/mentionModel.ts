/** The training record of the mention tagger: what it reads, and its scores by cross-validation. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageAssets } from '../assets.ts';
import type { Assets } from '../document/assets.ts';
import { defaultSettings } from '../document/settings.ts';
import { CLASSES } from '../mention/label.ts';
import { tagMentions, unpackMention } from '../mention/tagger.ts';
import {
  type AnnotatedArticle,
  columnMaker,
  type Example,
  exampleOf,
  namesExample,
  trainMention,
  underMention,
} from './mention.ts';
import { type BioSentence, readBio } from './readBio.ts';
import { readBracketed } from './readBracketed.ts';
import type { Training, TrainingOptions } from './training.ts';

const FOLDS = 5;
/** How much a sentence of a names corpus counts beside an annotated article: it is another domain, and marks less. */
const NAMES_WEIGHT = 0.3;
/**
 * Corpora of names in BIO columns. CrossNER and Universal NER gave no gain on held-out dispatches (87.2 against 87.8), so the library's
 * model does without. Nor did re3d's own names, marked so, in five folds (81.7 against 81.6), or its countries marked as organisations.
 */
const isNames = (file: string): boolean => /\.(?:bio|iob2?)$/.test(file);

/** @throws SyntaxError for a file that is neither JSONL nor bracketed text. */
export function readGold(path: string): AnnotatedArticle[] {
  const articles = articlesIn(path);
  // where one text of a file has metonymy marked, it is marked in all
  const acting = articles.some((article) => article.mentions.some((m) => m.actsAs));
  return articles.map((article) => ({ ...article, acting }));
}

function articlesIn(path: string): AnnotatedArticle[] {
  const source = readFileSync(path, 'utf8');
  if (path.endsWith('.txt')) return readBracketed(source, path);
  return source
    .split('\n')
    .filter((line) => line.trim())
    .map((line, i) => {
      try {
        return JSON.parse(line) as AnnotatedArticle;
      } catch {
        throw new SyntaxError(`${path}:${i + 1}: expected a JSON record`);
      }
    });
}

/** Files of a folder, sorted, so that training is the same everywhere. */
const filesIn = (folder: string, ending: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((f) => f.endsWith(ending))
        .sort()
        .map((f) => join(folder, f))
    : [];

/** The package's data files, with the models as they stand in the training's output. */
const assetsOf =
  (models: TrainingOptions['models']): Assets =>
  (name) =>
    name.startsWith('model/') ? models(name.slice('model/'.length)) : packageAssets(name);

/** Turns annotated articles, and sentences with names alone, into what the tagger learns from. */
export function exampleMaker(assets: Assets): {
  readonly article: (article: AnnotatedArticle) => Example;
  readonly names: (sentence: BioSentence) => Example;
} {
  const settings = defaultSettings(assets);
  const under = underMention(settings);
  const columns = columnMaker(assets, settings);
  return {
    article(article) {
      const layers = under(article.text, article.date ?? null);
      return exampleOf(article, layers, columns(layers));
    },
    names(sentence) {
      const layers = under(sentence.text, null);
      return namesExample(sentence, layers, columns(layers), NAMES_WEIGHT);
    },
  };
}

/** The development articles beside the folder of treebanks. */
export const developmentGold = (evaluation: string): AnnotatedArticle[] =>
  filesIn(evaluation, '.jsonl')
    .filter((f) => /\barticles/.test(f))
    .flatMap(readGold);
/** The project's own training texts. */
export const ownTexts = (): AnnotatedArticle[] => filesIn('corpus/training', '.txt').flatMap(readGold);

export const mention: Training = {
  name: 'mention',
  file: 'mention.bin',
  data: [
    'articles annotated in the project’s schema (development gold: re3d documents, Open Government Licence, CC BY and public domain by source; MUC-4 development documents; Wikinews, CC BY 2.5)',
    'the project’s own training texts (corpus/training, CC0)',
  ],
  run({ data, gold, models, log }) {
    const make = exampleMaker(assetsOf(models));
    const annotated = gold.length
      ? gold.filter((f) => !isNames(f)).flatMap(readGold)
      : developmentGold(join(data, '../eval/data'));
    const articles = annotated.map(make.article);
    const texts = gold.length ? [] : ownTexts().map(make.article);
    const names = gold
      .filter(isNames)
      .flatMap((f) => readBio(readFileSync(f, 'utf8')))
      .map(make.names);
    log(`${articles.length} articles, ${texts.length} texts of our own, ${names.length} sentences with names`);
    const extra = [...texts, ...names];
    const scores = articles.length >= FOLDS ? [crossValidated(articles, extra, log)] : [];
    return { bytes: trainMention([...articles, ...extra]), scores };
  },
};

/** Exact spans, types and levels of the tagger alone, mean of the folds. */
function crossValidated(articles: readonly Example[], extra: readonly Example[], log: (line: string) => void): string {
  let right = 0;
  let said = 0;
  let gold = 0;
  for (let fold = 0; fold < FOLDS; fold++) {
    const model = unpackMention(trainMention([...articles.filter((_, i) => i % FOLDS !== fold), ...extra]));
    for (const { layers, columns, outer, inner } of articles.filter((_, i) => i % FOLDS === fold)) {
      const want = new Set(
        [...outer, ...inner].map((s) => `${CLASSES[s.cls].type}/${CLASSES[s.cls].level} ${s.first} ${s.last}`),
      );
      columns.outer.fill(0);
      for (const m of tagMentions(model, layers, columns)) {
        said++;
        if (want.has(`${m.type}/${m.level} ${m.first} ${m.last}`)) right++;
      }
      gold += want.size;
    }
    log(`fold ${fold + 1} of ${FOLDS}: F1 so far ${((200 * right) / (said + gold)).toFixed(1)}`);
  }
  return `tagger alone, ${FOLDS} folds over ${articles.length} articles: exact F1 ${((200 * right) / (said + gold)).toFixed(1)} (span, type and level; precision ${((100 * right) / said).toFixed(1)}, recall ${((100 * right) / gold).toFixed(1)})`;
}
