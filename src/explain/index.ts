/** Why the library says what it says: a derivation in plain text of one record of a document. */
import type { Assets } from '../document/assets.ts';
import { fail, record } from '../document/check.ts';
import type { Document } from '../document/schema.ts';
import { explainEntity } from './entity.ts';
import { explainEvent } from './event.ts';
import { explainMention } from './mention.ts';
import { Reader } from './reader.ts';
import { explainRelation } from './relation.ts';

export interface ExplainOptions {
  /** The package's data files, for hosts without a file system: without them no rows of tables are shown. */
  readonly assets?: Assets;
}
/**
 * Explains one record of a document.
 * @param document what `extract` gave, as it is or after a JSON round trip
 * @param id of a mention, entity, relation or event in it: `m1`, `e1`, `r1`, `v1`
 * @throws TypeError when there is no such record, or the document is none
 */
export type Explain = (document: Document, id: string, options?: ExplainOptions) => string;

const LAYERS = ['sentences', 'tokens', 'mentions', 'entities', 'relations', 'events'] as const;

function checkDocument(value: unknown): Document {
  const document = value as Document;
  if (typeof value !== 'object' || value === null) fail('explain: document', 'what extract returns', value);
  if (typeof document.text !== 'string') fail('explain: document.text', 'a string', document.text);
  for (const layer of LAYERS)
    if (!Array.isArray(document[layer])) fail(`explain: document.${layer}`, 'an array', document[layer]);
  return document;
}

/** `explain` for a host that has these data files, or none. */
export const explainWith =
  (own?: Assets): Explain =>
  (given, id, options) => {
    const { assets = own } = (
      options === undefined ? {} : record(options, 'explain: options', ['assets'])
    ) as ExplainOptions;
    const reader = new Reader(checkDocument(given), assets);
    const lines = explained(reader, id) ?? fail('explain: id', idsOf(reader.document), id);
    return `${lines.join('\n')}\n`;
  };

function explained(reader: Reader, id: string): string[] | undefined {
  const mention = reader.mentions.get(id);
  if (mention) return explainMention(reader, mention);
  const entity = reader.entities.get(id);
  if (entity) return explainEntity(reader, entity);
  const relation = reader.relations.get(id);
  if (relation) return explainRelation(reader, relation);
  const event = reader.events.get(id);
  return event && explainEvent(reader, event);
}

/** "the id of a record: 'm1' to 'm9', 'e1' to 'e6' …" */
function idsOf({ mentions, entities, relations, events }: Document): string {
  const ranges = [mentions, entities, relations, events].flatMap((records) =>
    records.length > 1 ? [`'${records[0].id}' to '${records.at(-1)?.id}'`] : records.map(({ id }) => `'${id}'`),
  );
  return ranges.length ? `the id of a record of this document (${ranges.join(', ')})` : 'a document with records';
}
