import type { DraftMention, Layers } from '../../document/layers.ts';
import { tokenAt } from '../../document/tokens.ts';
import { uniform } from '../../document/uniform.ts';
import type { Proposer } from '../proposal.ts';

/** A pattern that can't backtrack without bound: bounded repeats, no nested ones. */
interface Pattern {
  readonly name: string;
  readonly kind: string;
  /** Whether a text may have one, which next to none has: asked first. */
  readonly needs: (text: string) => boolean;
  readonly match: RegExp;
  readonly examples: readonly string[];
}
const DEGREES = String.raw`\d{1,3}(?:\.\d{1,8})?\s?[°º]\s?(?:\d{1,2}(?:\.\d{1,4})?\s?['′’]\s?)?(?:\d{1,2}(?:\.\d{1,4})?\s?(?:["″”]|['′’]{2})\s?)?`;
export const IDENTIFIERS: readonly Pattern[] = [
  {
    name: 'url',
    kind: 'url',
    needs: (text) => text.includes('://') || /www\./i.test(text),
    match: /\b(?:https?:\/\/|www\.)[^\s<>"“”]{2,300}[^\s<>"“”.,;:!?)\]'’]/gi,
    examples: ['Read more at [identifier https://example.org/a?b=1].', 'See [identifier www.example.org/news].'],
  },
  {
    name: 'email',
    kind: 'email',
    needs: (text) => text.includes('@'),
    match: /\b[a-z0-9][a-z0-9._%+-]{0,63}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,4}\b/gi,
    examples: ['Write to [identifier desk@example.org].'],
  },
  {
    name: 'handle',
    kind: 'handle',
    needs: (text) => text.includes('@'),
    match: /(?<![\w@])@[a-z_][a-z0-9_]{2,30}\b(?!\.[a-z])/gi,
    examples: ['The post by [identifier @war_watch] was deleted.'],
  },
  {
    name: 'coordinates/degrees',
    kind: 'coordinates',
    needs: (text) => text.includes('°') || text.includes('º'),
    match: new RegExp(String.raw`\b${DEGREES}[NS][,;]?\s{0,2}${DEGREES}[EW]\b`, 'g'),
    examples: [
      'The wreck lies at [identifier 35°01′57″N 43°38′47″E].',
      'It struck at [identifier 36.21° N, 37.15° E].',
    ],
  },
  {
    name: 'coordinates/decimal',
    kind: 'coordinates',
    needs: (text) => /\.\d{3}/.test(text),
    match: /(?<![\d.])-?\d{1,2}\.\d{3,8}[,;]\s{0,2}-?\d{1,3}\.\d{3,8}(?![\d.])/g,
    examples: ['The site ([identifier 35.0325, 43.6463]) is empty.'],
  },
  {
    name: 'coordinates/mgrs',
    kind: 'coordinates',
    needs: (text) => /\d[C-HJ-NP-X]/.test(text),
    match: /\b\d{1,2}[C-HJ-NP-X]\s?[A-HJ-NP-Z]{2}\s?(?:\d{4,5}\s?\d{4,5})\b/g,
    examples: ['Troops moved to grid [identifier 38S MB 4406 8845].'],
  },
  {
    name: 'document/resolution',
    kind: 'document',
    needs: (text) => text.includes('Resolution') || text.includes('Executive'),
    match:
      /\b(?:(?:UN |U\.N\. |United Nations )?(?:Security Council |General Assembly )?Resolutions? \d{2,4}|Executive Order \d{4,6})\b/g,
    examples: [
      'The council adopted [identifier Security Council Resolution 2254].',
      'under [identifier Executive Order 13582]',
    ],
  },
];

/** URLs, addresses, handles, coordinates and numbered documents, by pattern over the text. */
export const proposeIdentifiers: Proposer = ({ text, tokens }: Pick<Layers, 'text' | 'tokens'>) => {
  const found: DraftMention[] = [];
  for (const { name, kind, needs, match } of IDENTIFIERS) {
    if (!needs(text)) continue;
    for (const hit of text.matchAll(match)) {
      const start = hit.index;
      const end = start + hit[0].length;
      const first = tokenAt(tokens, start);
      const last = tokenAt(tokens, end - 1) + 1;
      if (first >= tokens.length || last <= first) continue;
      found.push(
        uniform({
          first,
          last: Math.min(last, tokens.length),
          head: first,
          start,
          end,
          type: 'identifier',
          kind,
          level: 'name',
          rule: `identifier/${name}`,
        }),
      );
    }
  }
  return found;
};
