/** A document's records by id, and its words as an explanation shows them: always with their offsets. */
import type { Assets } from '../document/assets.ts';
import type { Document, Entity, Event, Mention, Relation } from '../document/schema.ts';
import type { Span } from '../document/span.ts';

const byId = <T extends { readonly id: string }>(records: readonly T[]): ReadonlyMap<string, T> =>
  new Map(records.map((record) => [record.id, record]));

/** White space as one blank: an explanation is made of lines. */
const oneLine = (words: string): string => words.replace(/\s+/g, ' ').trim();
export const offsets = ({ start, end }: Span): string => `[${start}, ${end})`;

export class Reader {
  readonly document: Document;
  /** The package's data files, where they are at hand. */
  readonly assets: Assets | undefined;
  readonly mentions: ReadonlyMap<string, Mention>;
  readonly entities: ReadonlyMap<string, Entity>;
  readonly relations: ReadonlyMap<string, Relation>;
  readonly events: ReadonlyMap<string, Event>;

  constructor(document: Document, assets: Assets | undefined) {
    this.document = document;
    this.assets = assets;
    this.mentions = byId(document.mentions);
    this.entities = byId(document.entities);
    this.relations = byId(document.relations);
    this.events = byId(document.events);
  }

  /** @throws TypeError when a record points to a mention that the document doesn't have */
  mention(id: string): Mention {
    const mention = this.mentions.get(id);
    if (!mention) throw new TypeError(`explain: document: expected a mention '${id}', which a record names, got none`);
    return mention;
  }

  words({ start, end }: Span): string {
    return `"${oneLine(this.document.text.slice(start, end))}"`;
  }

  /** `m2 organization/armed-group [10, 33) "Iranian-backed militias" (e2)` */
  shown(id: string): string {
    const mention = this.mention(id);
    const { type, kind, level, actsAs, entity } = mention;
    const name = this.entities.get(entity)?.name;
    // a pronoun says nothing without its entity's name
    const meant = level === 'pronoun' && name ? `, ${oneLine(name)}` : '';
    const acts = actsAs ? ', acts as a government' : '';
    return `${id} ${kind ? `${type}/${kind}` : type} ${offsets(mention)} ${this.words(mention)} (${entity}${meant}${acts})`;
  }

  /** The sentences that hold these spans, in the order of the text, a line each. */
  sentences(spans: readonly Span[]): string[] {
    return this.document.sentences
      .filter((s) => spans.some((span) => span.start < s.end && s.start < span.end))
      .map((s) => `sentence ${offsets(s)}: ${this.words(s)}`);
  }

  /** The token that holds an offset; -1 for none. */
  tokenAt(offset: number): number {
    const { tokens } = this.document;
    let [low, high] = [0, tokens.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (tokens[middle].start <= offset) low = middle;
      else high = middle - 1;
    }
    const token = tokens[low];
    return token && token.start <= offset && offset < token.end ? low : -1;
  }

  /** The head word of a mention, as a token. */
  headOf(id: string): number {
    return this.tokenAt(this.mention(id).head.start);
  }
}

/** Lines below a title, set in. */
export const section = (title: string, lines: readonly string[]): string[] =>
  lines.length ? [title, ...lines.map((line) => `  ${line}`)] : [];

/** What a confidence means, in a line of its own. */
export const confidenceOf = (confidence: number | undefined): string[] =>
  confidence === undefined ? [] : [`confidence ${confidence}`];
