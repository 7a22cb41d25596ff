/** Class nouns ("province", "Lake", "air base"), which make a place of the name beside them. */
import { type Assets, decode, resource } from '../../document/assets.ts';
import { parseTable } from '../../gazetteer/table.ts';
import { hashString } from '../../perceptron/index.ts';

export type ClassNote = 'capital' | 'small' | 'nested' | 'number';
export interface ClassNoun {
  readonly id: number;
  readonly kind: string;
  readonly note: ClassNote;
}
/** By the words of the noun, in lower case: one or two of them. */
export interface ClassNouns {
  readonly behind: ReadonlyMap<string, readonly ClassNoun[]>;
  readonly before: ReadonlyMap<string, readonly ClassNoun[]>;
  /** Last words of nouns that stand behind, first words of those before. */
  readonly tails: ReadonlySet<string>;
  readonly heads: ReadonlySet<string>;
  /** Words that end a name beside a noun, by side (see `place-stop.tsv`). */
  readonly stops: Readonly<Record<'left' | 'right' | 'surname', ReadonlySet<string>>>;
  /** Whether a word may be one of these, by its hash: bits of `MAYBE`. */
  readonly maybe: Uint8Array;
}
export const MAYBE = { tail: 1, head: 2 } as const;
const SLOTS = 2 ** 12;
/** Place of a word in `maybe`. @param hash of the word in lower case */
export const slotOf = (hash: number): number => hash & (SLOTS - 1);

const FILE = 'lexicon/place-class.tsv';

const STOPS = 'lexicon/place-stop.tsv';
const loadStops = (assets: Assets): ClassNouns['stops'] =>
  resource(assets, STOPS, (bytes, name) => {
    const rows = parseTable(decode(bytes), name, ['term', 'side']);
    const of = (side: string): Set<string> => new Set(rows.filter((row) => row.side === side).map((row) => row.term));
    return { left: of('left'), right: of('right'), surname: of('surname') };
  });

export const loadClassNouns = (assets: Assets): ClassNouns =>
  resource(assets, FILE, (bytes, name): ClassNouns => {
    const behind = new Map<string, ClassNoun[]>();
    const before = new Map<string, ClassNoun[]>();
    const tails = new Set<string>();
    const heads = new Set<string>();
    for (const { noun, kind, side, note, line } of parseTable(decode(bytes), name, ['noun', 'kind', 'side', 'note'])) {
      const words = noun.toLowerCase();
      const map = side === 'before' ? before : behind;
      map.set(words, [...(map.get(words) ?? []), { id: line, kind, note: (note || 'capital') as ClassNote }]);
      if (side === 'before') heads.add(words.split(' ')[0]);
      else tails.add(words.split(' ').at(-1) ?? words);
    }
    const maybe = new Uint8Array(SLOTS);
    for (const word of tails) maybe[slotOf(hashString(word))] |= MAYBE.tail;
    for (const word of heads) maybe[slotOf(hashString(word))] |= MAYBE.head;
    return { behind, before, tails, heads, maybe, stops: loadStops(assets) };
  });
