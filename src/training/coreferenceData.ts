/** What the coreference ranker learns from: texts with their mentions, and the entity of each. */
import type { DraftMention, Layers } from '../document/layers.ts';
import type { EntityType, Level } from '../document/schema.ts';
import { compareSpans } from '../document/span.ts';
import { tokenAt } from '../document/tokens.ts';
import { POS } from '../document/ud.ts';
import type { AnnotatedArticle } from './mention.ts';
import type { GumDocument, GumMention } from './readGum.ts';

export interface CoreferenceItem {
  readonly id: string;
  /** Layers up to the mentions. */
  readonly layers: Layers;
  /** The gold entity of each mention; undefined where the gold has none of that span. */
  readonly entities: readonly (string | undefined)[];
}
/** An article with the mentions that the library finds: what it will meet. @param layers with mentions */
export function articleItem(article: AnnotatedArticle, layers: Layers): CoreferenceItem {
  const gold = new Map(article.mentions.map((m) => [`${m.start}:${m.end}`, m.entity]));
  return { id: article.id, layers, entities: layers.mentions.map((m) => gold.get(`${m.start}:${m.end}`)) };
}

/** GUM's types as far as they are the schema's. */
const TYPES: Readonly<Record<string, EntityType>> = {
  person: 'person',
  organization: 'organization',
  place: 'place',
  time: 'date',
};

/**
 * A document of GUM with its own mentions, as the schema would have them: what the library finds at a mention's head is taken
 * over (its span, kind, value), the rest is cut out of GUM's wider span. Relative pronouns and what heads no noun are left out.
 * @param layers with the library's own mentions
 */
export function gumItem(gum: GumDocument, layers: Layers): CoreferenceItem {
  const byHead = new Map(layers.mentions.map((m) => [layers.tokens.start[m.head], m]));
  const found = new Map<string, { mention: DraftMention; entity: string }>();
  // the widest of one head is the mention; of an apposition GUM marks whole and part
  for (const m of [...gum.mentions].sort((a, b) => b.last - b.first - (a.last - a.first))) {
    const type = TYPES[m.type];
    if (!type) continue;
    const own = byHead.get(gum.words[m.head].start);
    const mention = own && fits(own.type, type) ? own : cutOut(gum, m, type, layers);
    if (mention) found.set(`${mention.start}:${mention.end}`, { mention, entity: m.entity });
  }
  const sorted = [...found.values()].sort((a, b) => compareSpans(a.mention, b.mention));
  return {
    id: gum.id,
    layers: { ...layers, mentions: sorted.map((s) => s.mention) },
    entities: sorted.map((s) => s.entity),
  };
}
const PEOPLE: ReadonlySet<string> = new Set(['person', 'group', 'organization']);
const fits = (own: string, type: string): boolean =>
  own === type || (PEOPLE.has(own) && PEOPLE.has(type)) || (own === 'organization' && type === 'place');

function cutOut(
  { words }: GumDocument,
  m: GumMention,
  type: EntityType,
  { tokens, text }: Layers,
): DraftMention | undefined {
  const { head } = m;
  const word = words[head];
  const level: Level | undefined = word.pos === POS.PROPN ? 'name' : word.pos === POS.NOUN ? 'nominal' : undefined;
  if (!level || type === 'date') return undefined;
  const inside = (i: number): boolean =>
    words[i].pos === POS.PROPN || (level === 'nominal' && (words[i].pos === POS.ADJ || words[i].pos === POS.NOUN));
  let first = head;
  while (first > m.first && inside(first - 1)) first--;
  let last = head + 1;
  while (level === 'name' && last < m.last && words[last].pos === POS.PROPN) last++;
  const [start, end] = [words[first].start, words[last - 1].end];
  const from = tokenAt(tokens, start);
  const to = tokenAt(tokens, end - 1) + 1;
  if (end <= start || to > tokens.length || !text.slice(start, end).trim()) return undefined;
  const group = type === 'person' && level === 'nominal' && word.plural;
  return {
    first: from,
    last: to,
    head: Math.min(Math.max(from, tokenAt(tokens, word.start)), to - 1),
    start,
    end,
    type: group ? 'group' : type,
    level,
    rule: 'gum',
  };
}
