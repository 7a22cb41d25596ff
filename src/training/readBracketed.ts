/**
 * Training texts with mentions in brackets, several to a file: `# id date` opens a text; `[org:military~ US military]` is a
 * nominal of type and kind, `[per Pat Ryder]` a name,
 * `[pla:city! Paris]` one that acts for its government. Brackets nest. Dates, quantities, demonyms and pronouns aren't marked: grammars find them.
 */
import type { AnnotatedArticle } from './mention.ts';

const TYPES: Readonly<Record<string, string>> = {
  per: 'person',
  org: 'organization',
  grp: 'group',
  pla: 'place',
  wea: 'weapon',
  veh: 'vehicle',
  con: 'conflict',
};

/** @throws SyntaxError that names file and text and says what is wrong. */
export function readBracketed(source: string, file: string): AnnotatedArticle[] {
  return source
    .split(/^# /m)
    .slice(1)
    .map((part) => {
      const [head, ...body] = part.split('\n');
      const [id, date = null] = head.trim().split(/\s+/);
      return articleOf(body.join('\n').trim(), id, date, file);
    });
}

function articleOf(marked: string, id: string, date: string | null, file: string): AnnotatedArticle {
  const fail = (at: number, why: string): never => {
    throw new SyntaxError(`${file}: ${id}: ${why} near "${marked.slice(Math.max(0, at - 20), at + 30)}"`);
  };
  const mentions: { start: number; end: number; type: string; kind?: string; level: string; actsAs?: string }[] = [];
  const open: (typeof mentions)[number][] = [];
  let text = '';
  for (let i = 0; i < marked.length; i++) {
    if (marked[i] === '[') {
      const label = /^\[([a-z]{3})(?::([a-z-]+))?([~!]?) /.exec(marked.slice(i, i + 40));
      const type = label ? TYPES[label[1]] : undefined;
      if (!label || !type) return fail(i, 'expected "[type:kind~ words]" or "[type:kind! words]"');
      const mention = {
        start: text.length,
        end: 0,
        type,
        ...(label[2] && { kind: label[2] }),
        level: label[3] === '~' ? 'nominal' : 'name',
        ...(label[3] === '!' && { actsAs: 'government' }),
      };
      mentions.push(mention);
      open.push(mention);
      i += label[0].length - 1;
    } else if (marked[i] === ']') {
      const mention = open.pop();
      if (!mention) return fail(i, 'a bracket closes that none opened');
      mention.end = text.length;
      if (mention.end === mention.start || /^\s|\s$/.test(text.slice(mention.start, mention.end)))
        fail(i, 'empty, or blanks at an edge');
    } else text += marked[i];
  }
  if (open.length) fail(marked.length, 'a bracket stays open');
  return { id, text, date, mentions };
}
