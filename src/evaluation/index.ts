/** Annotated corpora: reading and checking them, and scoring predicted annotations against them. */
export type {
  AnnotatedArgument,
  AnnotatedDocument,
  AnnotatedEntity,
  AnnotatedEvent,
  AnnotatedMention,
  AnnotatedRelation,
  Annotation,
} from './annotation.ts';
export { checkCorpusFile } from './check/index.ts';
export { type CorpusFile, formatCorpusFile, type TextReference } from './corpusFile.ts';
export { readNotation } from './notation/index.ts';
export { writeNotation } from './notation/write.ts';
export { type Corpus, readCorpus } from './readCorpus.ts';
export type { Counts, Property } from './score/counts.ts';
export { countDocument, type LayerScore, type Pair, type Score, score, scoreOf } from './score/index.ts';
export type { Figures } from './score/tally.ts';
