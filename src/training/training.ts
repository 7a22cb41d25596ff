/** What the training command knows of each model: one record. `main.ts` lists them. */
export interface TrainingOptions {
  /** Folder of treebanks (`treebanks.ts` says which) and annotated names. */
  readonly data: string;
  /** Train on all data, development parts too, for the model that is shipped. */
  readonly everything: boolean;
  /** Annotated articles: the schema's JSONL (`.jsonl`) or texts with mentions in brackets (`.txt`). */
  readonly gold: readonly string[];
  /** The packed models that are there already, by file name: the parser needs the clusters and the tagger. */
  readonly models: (file: string) => Uint8Array;
  readonly log: (line: string) => void;
}
export interface Trained {
  readonly bytes: Uint8Array;
  /** Lines for the card: what was measured on what. */
  readonly scores: readonly string[];
}
export interface Training {
  readonly name: string;
  /** In `src/model`. */
  readonly file: string;
  /** For the card: sources with their licences. */
  readonly data: readonly string[];
  run(options: TrainingOptions): Trained;
}
