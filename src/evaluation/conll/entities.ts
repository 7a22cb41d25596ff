/** Mentions and chains from CorefUD's `Entity` brackets in MISC. They nest, and say which mentions are one entity. */
import { LEVELS, type Level } from '../../document/schema.ts';
import type { AnnotatedMention } from '../annotation.ts';
import { expected } from '../read/formatError.ts';
import { LABEL, type Labels, typeOfLabel } from '../read/labels.ts';
import { type Bracket, bracketsOf, escapeField, readField } from './misc.ts';
import type { Word } from './words.ts';

/** The fields that this library writes: the entity's id, the mention's type, kind, level, and "acts" where a place acts. */
export const FIELDS = ['eid', 'etype', 'kind', 'level', 'acts'] as const;
/** Those of CorefUD, for files that name none. */
const COREFUD = 'eid-etype-head-other';

export const bracketOf = ({ type, kind, level, entity, actsAs }: AnnotatedMention): string =>
  [entity, type, kind ?? '', level, actsAs ? 'acts' : ''].map(escapeField).join('-');

interface Open {
  readonly bracket: Bracket;
  readonly word: Word;
  /** Which bracket of the text it is: mentions of the same words stay in their order. */
  readonly nth: number;
}

/** @param header the value of "# global.Entity", which names the fields */
export function mentionsOf(words: readonly Word[], header: string | undefined, labels: Labels): AnnotatedMention[] {
  const names = (header ?? COREFUD).split('-');
  // CorefUD 0.x calls the first field GRP.
  const at = (name: string): number => (name === 'eid' ? 0 : names.indexOf(name));
  const open = new Map<string, Open[]>();
  const mentions: [nth: number, mention: AnnotatedMention][] = [];
  let nth = 0;
  const close = ({ bracket, word: first, nth: order }: Open, last: Word): void => {
    const field = (name: string): string | undefined => {
      const value = bracket.fields[at(name)];
      return value === undefined || value === '' ? undefined : readField(value);
    };
    const label = field('etype') ?? '';
    const type = typeOfLabel(label, labels);
    if (type === undefined) expected(first.row, LABEL, label);
    if (type === null) return;
    const level = (field('level') ?? 'name') as Level;
    if (!LEVELS.includes(level)) expected(first.row, `the level to be one of ${LEVELS.join(', ')}`, level);
    const kind = field('kind');
    const span = { start: first.start, end: last.end };
    const acts = field('acts') ? ({ actsAs: 'government' } as const) : {};
    const mention: AnnotatedMention = {
      id: `m${mentions.length}`,
      ...span,
      type,
      ...(kind ? { kind } : {}),
      level,
      entity: bracket.entity,
      ...acts,
    };
    mentions.push([order, mention]);
  };
  for (const word of words)
    for (const bracket of bracketsOf(word.misc.get('Entity') ?? '')) {
      const stack = open.get(bracket.entity) ?? [];
      open.set(bracket.entity, stack);
      if (bracket.opens && bracket.closes) close({ bracket, word, nth: nth++ }, word);
      else if (bracket.opens) stack.push({ bracket, word, nth: nth++ });
      else
        close(
          stack.pop() ?? expected(word.row, `an opening bracket of ${bracket.entity} before`, `${bracket.entity})`),
          word,
        );
    }
  for (const [entity, [left]] of open)
    if (left) expected(left.word.row, `a closing bracket of ${entity}`, `(${entity}`);
  return mentions.sort(([a], [b]) => a - b).map(([, mention]) => mention);
}
