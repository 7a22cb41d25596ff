/**
 * START HERE. A text becomes a document by a list of stages, in this order. Each reads layers that are there and
 * returns layers that it adds; none knows another. `extractor.ts` compiles them once and folds a text over them.
 */
import { coreference } from './coreference/index.ts';
import type { LayerName } from './document/layers.ts';
import type { Stage } from './document/stage.ts';
import { entity } from './entity/index.ts';
import { event } from './event/index.ts';
import { mention } from './mention/index.ts';
import { parsing } from './parsing/index.ts';
import { relation } from './relation/index.ts';
import { tagging } from './tagging/index.ts';
import { timex } from './timex/index.ts';
import { tokenization } from './tokenization/index.ts';

export const PIPELINE: readonly Stage<LayerName, LayerName>[] = Object.freeze([
  tokenization, // text → tokens, sentences
  tagging, //      tokens → UD parts of speech, lemmas
  parsing, //      tokens, tags → a dependency tree for each sentence
  timex, //        tokens, tags → temporal expressions with values
  mention, //      all of these, lexicons, gazetteer → mentions: proposed, then refined
  coreference, //  mentions → chains of those that refer to one thing
  entity, //       chains → entities with names, kinds, attributes; places on the map
  relation, //     mentions, tree → relations between mentions
  event, //        mentions, tree, timexes → events with roles, status, polarity, source
] as unknown as Stage<LayerName, LayerName>[]);
