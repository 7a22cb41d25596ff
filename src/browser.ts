/** The public face for hosts without a file system: the same, but the data files must be passed in. */
import type { Assets } from './document/assets.ts';
import { type Explain, explainWith } from './explain/index.ts';
import { type Extractor, extractorsWith } from './extractor.ts';
import type { ExtractorOptions } from './options.ts';

const noAssets: Assets = (name) => {
  throw new Error(
    `No file system here to read '${name}' from: use createExtractor({ assets }) with the package's files.`,
  );
};

/** As in Node, but with no default for `options.assets`. */
export const createExtractor: (options?: ExtractorOptions) => Extractor = extractorsWith(noAssets);
/** Needs files that it doesn't have here: use `createExtractor({ assets })`. */
export const extract: Extractor = createExtractor();
/** As in Node, but rows of tables are shown only where `options.assets` is given. */
export const explain: Explain = explainWith();

export { defineEntityType, defineEventType, defineRelationType } from './document/define.ts';
export {
  CASUALTY_KINDS,
  ENTITY_KINDS,
  EVENT_MODES,
  LEVELS,
  RELATION_TYPES,
  ROLES,
  STATUSES,
} from './document/schema.ts';
export { defineStage } from './document/stage.ts';
export { DEP, DEPRELS, POS, UPOS } from './document/ud.ts';
export { readDump } from './gazetteer/places/geonames.ts';
export type * from './index.ts';
export { STAGES } from './options.ts';
