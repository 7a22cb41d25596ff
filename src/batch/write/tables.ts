/** A record as rows of tables: one definition, from which CSV and Parquet are written. */
import type { Document, Entity, Event, Mention } from '../../index.ts';
import type { BatchRecord } from '../record.ts';

export type Cell = string | number | boolean | undefined | null;
type ColumnType = 'string' | 'integer' | 'number' | 'boolean';
export interface Column {
  readonly name: string;
  readonly type: ColumnType;
}
export interface Table {
  readonly name: string;
  readonly columns: readonly Column[];
  rows(record: BatchRecord): Cell[][];
}

/** Columns are named with their type: "start:integer"; a string where none is given. */
const columnsOf = (names: string): Column[] =>
  names
    .trim()
    .split(/\s+/)
    .map((field) => {
      const [name, type = 'string'] = field.split(':');
      return { name, type: type as ColumnType };
    });

/** A document with its mentions at hand. */
class Index {
  readonly id: string;
  readonly document: Document;
  readonly #mentions: ReadonlyMap<string, Mention>;
  constructor(id: string, document: Document) {
    this.id = id;
    this.document = document;
    this.#mentions = new Map(document.mentions.map((mention) => [mention.id, mention]));
  }
  mention(id: string | undefined): Mention | undefined {
    return id === undefined ? undefined : this.#mentions.get(id);
  }
  words(span: { start: number; end: number } | undefined): string | undefined {
    return span && this.document.text.slice(span.start, span.end);
  }
}

const documentTable = (name: string, columns: string, rows: (index: Index) => Cell[][]): Table => ({
  name,
  columns: columnsOf(`document ${columns}`),
  rows: ({ id, document }) => (document ? rows(new Index(id, document)).map((row) => [id, ...row]) : []),
});

const none = (cells: number): Cell[] => new Array(cells).fill(undefined);
const list = (values: readonly string[] | undefined): string | undefined => values?.join(' | ');

const entityRow = (entity: Entity): Cell[] => {
  const { id, type, kind, name, aliases, mentions } = entity;
  // attributes stand in the columns of their names, whatever the type
  const own = entity as unknown as Partial<Record<string, Cell>> & { interval?: { start: string; end: string } };
  return [
    ...[id, type, kind, name, list(aliases), mentions.length],
    ...[
      own.title,
      own.role,
      own.nationality,
      own.country,
      own.sponsor,
      own.admin1,
      own.admin2,
      own.latitude,
      own.longitude,
    ],
    ...[own.geonamesId, own.inherited],
    ...(type === 'date' ? [own.value, own.mod, own.interval?.start, own.interval?.end] : none(4)),
    ...(type === 'quantity' ? [own.value, own.minimum, own.maximum, own.approximate, own.unit, own.of] : none(6)),
  ];
};

const casualties = ({ casualties = [] }: Event): Cell[] =>
  ['killed', 'injured'].flatMap((kind) => {
    // a part of a whole is counted with the whole
    const records = casualties.filter((record) => record.kind === kind && record.partOf === undefined);
    const sum = (of: 'best' | 'low' | 'high'): number => records.reduce((total, record) => total + record[of], 0);
    return records.length ? [sum('best'), sum('low'), sum('high')] : none(3);
  });

const eventRow = (event: Event, index: Index): Cell[] => {
  const filling = (role: string): string | undefined =>
    list(
      event.args.filter((arg) => arg.role === role).flatMap(({ mention }) => index.words(index.mention(mention)) ?? []),
    ) || undefined;
  return [
    ...[event.id, event.type, event.mode, list(event.triggers.map((trigger) => index.words(trigger)!))],
    ...[event.status, event.polarity, event.background ?? false, event.start, event.end, index.words(event)],
    ...['agent', 'patient', 'instrument', 'place', 'time', 'source'].map(filling),
    ...casualties(event),
    ...[event.codes?.cameo, event.codes?.acled?.event, event.codes?.acled?.subEvent, event.codes?.ucdp],
    ...[event.rule, event.confidence],
  ];
};

export const TABLES: readonly Table[] = [
  {
    name: 'documents',
    columns: columnsOf(
      'document version hash date length:integer tokens:integer mentions:integer entities:integer relations:integer events:integer error message',
    ),
    rows: ({ id, version, hash, document, error }) => [
      document
        ? [
            ...[id, version, hash, document.date, document.text.length, document.tokens.length],
            ...[document.mentions.length, document.entities.length, document.relations.length, document.events.length],
            ...none(2),
          ]
        : [id, version, hash, ...none(7), error.reason, error.message],
    ],
  },
  documentTable(
    'mentions',
    'id entity type kind level start:integer end:integer text actsAs rule confidence:number',
    (index) =>
      index.document.mentions.map((mention) => {
        const { id, entity, type, kind, level, start, end, actsAs, rule, confidence } = mention;
        return [id, entity, type, kind, level, start, end, index.words(mention), actsAs, rule, confidence];
      }),
  ),
  documentTable(
    'entities',
    `id type kind name aliases mentions:integer title role nationality country sponsor admin1 admin2 latitude:number longitude:number
     geonamesId:integer inherited:boolean date mod start end value:number minimum:number maximum:number approximate:boolean unit of`,
    ({ document }) => document.entities.map(entityRow),
  ),
  documentTable(
    'relations',
    'id type from to fromEntity toEntity fromText toText start:integer end:integer evidence origin rule confidence:number',
    (index) =>
      index.document.relations.map((relation) => {
        const [from, to] = [index.mention(relation.from), index.mention(relation.to)];
        return [
          ...[relation.id, relation.type, relation.from, relation.to, from?.entity, to?.entity],
          ...[index.words(from), index.words(to), relation.start, relation.end, index.words(relation)],
          ...[relation.origin, relation.rule, relation.confidence],
        ];
      }),
  ),
  documentTable(
    'events',
    `id type mode trigger status polarity background:boolean start:integer end:integer evidence agent patient instrument place time source
     killed:number killedLow:number killedHigh:number injured:number injuredLow:number injuredHigh:number cameo acledEvent acledSubEvent
     ucdp rule confidence:number`,
    (index) => index.document.events.map((event) => eventRow(event, index)),
  ),
  documentTable('arguments', 'event role mention entity text rule', (index) =>
    index.document.events.flatMap((event) =>
      event.args.map(({ role, mention: id, rule }) => {
        const mention = index.mention(id);
        return [event.id, role, id, mention?.entity, index.words(mention), rule];
      }),
    ),
  ),
];
