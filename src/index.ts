/** The public face of sitrep, for Node. `browser.ts` is the same without a file system. */
import { packageAssets } from './assets.ts';
import { type Explain, explainWith } from './explain/index.ts';
import { type Extractor, extractorsWith } from './extractor.ts';
import type { ExtractorOptions } from './options.ts';

/**
 * Compiles a configuration once and returns a frozen function that runs it: own lexicon, own types, chosen stages.
 * Models and tables load with the first text.
 * @example createExtractor({ lexicon: [{ term: 'Wagner', type: 'organization', kind: 'armed-group' }] })(text, { date: '2024-04-24' })
 * @throws TypeError when an option is not what it should be; the message names it, what was expected and what came
 */
export const createExtractor: (options?: ExtractorOptions) => Extractor = extractorsWith(packageAssets);

/**
 * Turns a news article into a document: typed entities, relations and events, with offsets into the text as given.
 * @param text the article's raw text; any string will do, however odd
 * @param options `date` (ISO 8601: relative dates are reckoned from it) and `source` (an outlet's name, site or home: a hint for places)
 * @returns plain data, equal to itself after `JSON.parse(JSON.stringify(document))`
 * @example extract('Rebels fired rockets at the base on Monday.', { date: '2024-04-24' }).events[0].type // 'assault'
 * @throws TypeError when an argument is not what it should be; the message names it, what was expected and what came
 */
export const extract: Extractor = createExtractor();

/**
 * Explains in plain text why a document holds a mention, an entity, a relation or an event: the sentence with offsets, the part of
 * the dependency tree, the rule with its row or example, each argument and the slot that it came from.
 * @param document what `extract` returned, as it is or after `JSON.parse(JSON.stringify(document))`
 * @param id of the record: `m1`, `e1`, `r1`, `v1`
 * @example explain(extract('Rebels fired rockets at the base.'), 'v1')
 * @throws TypeError when the document is none, or has no record with this id
 */
export const explain: Explain = explainWith(packageAssets);

export type { Assets } from './document/assets.ts';
export { defineEntityType, defineEventType, defineRelationType } from './document/define.ts';
export type * from './document/definition.ts';
export type * from './document/layers.ts';
export type { GazetteerEdition, PlaceKind, PlaceRow } from './document/placeRow.ts';
export type * from './document/schema.ts';
export {
  CASUALTY_KINDS,
  ENTITY_KINDS,
  EVENT_MODES,
  LEVELS,
  RELATION_TYPES,
  ROLES,
  STATUSES,
} from './document/schema.ts';
export type { DateOrder, Settings } from './document/settings.ts';
export { type Added, defineStage, type Run, type Stage } from './document/stage.ts';
export type { Sentences, Tags, Tokens, Tree } from './document/tokens.ts';
export { DEP, DEPRELS, type Deprel, POS, UPOS, type Upos } from './document/ud.ts';
export type { Explain, ExplainOptions } from './explain/index.ts';
export type { Extractor } from './extractor.ts';
export { readDump } from './gazetteer/places/geonames.ts';
export {
  type AnyStage,
  type ExtractOptions,
  type ExtractorOptions,
  type LexiconTerm,
  STAGES,
  type StageName,
} from './options.ts';
