/** Writes an annotation in the authoring notation, so that a corpus file can be edited and read again without loss. */
import type { Amount, Casualties, Span } from '../../document/schema.ts';
import type { AnnotatedDocument, AnnotatedEntity, AnnotatedEvent, AnnotatedMention } from '../annotation.ts';

interface Mark extends Span {
  readonly open: string;
  readonly close: string;
}

const SIGNS = { name: '', nominal: '~', pronoun: '*' } as const;

const mentionMark = ({ start, end, entity, level, actsAs }: AnnotatedMention): Mark => ({
  start,
  end,
  open: `[${entity}${SIGNS[level]}${actsAs ? '!' : ''} `,
  close: ']',
});
const triggerMarks = ({ id, triggers }: AnnotatedEvent): Mark[] =>
  triggers.map(({ start, end }) => ({ start, end, open: `{${id} `, close: '}' }));

/** @throws Error when two spans cross: marks can only nest */
function markedText({ text, mentions, events }: AnnotatedDocument): string {
  const marks = [...mentions.map(mentionMark), ...events.flatMap(triggerMarks)];
  marks.sort((a, b) => a.start - b.start || b.end - a.end);
  const open: Mark[] = [];
  let at = 0;
  let marked = '';
  const copyTo = (end: number): void => {
    marked += text.slice(at, end);
    at = end;
  };
  const closeUpTo = (position: number): void => {
    while (open.length && open[open.length - 1].end <= position) {
      const mark = open.pop()!;
      copyTo(mark.end);
      marked += mark.close;
    }
  };
  for (const mark of marks) {
    closeUpTo(mark.start);
    const outer = open[open.length - 1];
    if (outer && outer.end < mark.end)
      throw new Error(`expected spans that nest, got ${outer.start}:${outer.end} and ${mark.start}:${mark.end}`);
    copyTo(mark.start);
    marked += mark.open;
    open.push(mark);
  }
  closeUpTo(text.length);
  copyTo(text.length);
  return marked;
}

const pair = (key: string, value: unknown): string =>
  `${key}=${/[\s"=]/.test(String(value)) ? `"${value}"` : String(value)}`;
const typeAndKind = (type: string, kind: string | undefined): string => (kind === undefined ? type : `${type}/${kind}`);
const amount = ({ best, low, high }: Amount): string =>
  low === best && high === best ? `${best}` : `${best}:${low}-${high}`;

type Refer = (mention: string) => string;

function entityLine({ id, type, kind, of, interval, ids: _, ...attributes }: AnnotatedEntity, refer: Refer): string {
  const pairs = Object.entries(attributes).map(([key, value]) => pair(key, value));
  if (interval) pairs.push(pair('start', interval.start), pair('end', interval.end));
  if (of) pairs.push(pair('of', refer(of)));
  return ['entity', id, typeAndKind(type, kind), ...pairs].join(' ');
}

const casualtyWord = ({ kind, mention, partOf, ...numbers }: Casualties, refer: Refer): string =>
  [
    `casualty=${kind}`,
    amount(numbers),
    ...(mention ? [refer(mention)] : []),
    ...(partOf === undefined ? [] : [`part${partOf}`]),
  ].join('/');

function eventLine(event: AnnotatedEvent, refer: Refer): string {
  const { id, type, mode, status, polarity, background, count, args, casualties = [] } = event;
  return [
    'event',
    id,
    typeAndKind(type, mode),
    status,
    ...(polarity === 'negative' ? ['negative'] : []),
    ...(background ? ['background'] : []),
    ...(count ? [`count=${amount(count)}`] : []),
    ...args.map(({ role, mention }) => `${role}=${refer(mention)}`),
    ...casualties.map((casualty) => casualtyWord(casualty, refer)),
  ].join(' ');
}

/** Names a mention as the nth of its entity: `e3#2`. */
function references(mentions: readonly AnnotatedMention[]): Refer {
  const seen = new Map<string, number>();
  const names = new Map<string, string>();
  for (const { id, entity } of mentions) {
    const nth = (seen.get(entity) ?? 0) + 1;
    seen.set(entity, nth);
    names.set(id, `${entity}#${nth}`);
  }
  return (mention) => names.get(mention) ?? mention;
}

/** The notation of a document; `readNotation` gives its annotation back, but for ids of entities' other files (`ids`). */
export function writeNotation(document: AnnotatedDocument): string {
  const refer = references(document.mentions);
  const lines = [
    ...document.entities.map((entity) => entityLine(entity, refer)),
    ...document.relations.map(({ type, from, to }) => `relation ${type} ${refer(from)} ${refer(to)}`),
    ...document.events.map((event) => eventLine(event, refer)),
  ];
  return `${markedText(document)}---\n${lines.join('\n')}\n`;
}
