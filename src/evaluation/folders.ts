/** The corpus's folders and where their texts stand. */
import { join } from 'node:path';

export interface CorpusFolder {
  readonly folder: string;
  readonly textFolder?: string;
}

/**
 * @param articles the folder of the five articles' texts (the environment's `SITREP_ARTICLES`)
 * @param root the corpus's folder
 */
export const corpusFolders = (articles: string | undefined, root = 'corpus'): readonly CorpusFolder[] => [
  { folder: join(root, 'dispatch') },
  { folder: join(root, 'second'), textFolder: join(root, 'dispatch') },
  { folder: join(root, 'article'), textFolder: articles || join(root, 'article') },
];
