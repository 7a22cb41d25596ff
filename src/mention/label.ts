/**
 * What the learned tagger may say of a word: outside, or first, inside, last or only word of a mention of a class
 * (BILOU). A class is an entity type with a level. Dates, quantities, demonyms, pronouns and identifiers aren't among
 * them: grammars and tables find these.
 */
import type { EntityType, Level } from '../document/schema.ts';

export const CLASSES: readonly { readonly type: EntityType; readonly level: Level }[] = [
  { type: 'person', level: 'name' },
  { type: 'person', level: 'nominal' },
  { type: 'organization', level: 'name' },
  { type: 'organization', level: 'nominal' },
  { type: 'group', level: 'nominal' },
  { type: 'place', level: 'name' },
  { type: 'place', level: 'nominal' },
  { type: 'weapon', level: 'name' },
  { type: 'weapon', level: 'nominal' },
  { type: 'vehicle', level: 'name' },
  { type: 'vehicle', level: 'nominal' },
  { type: 'conflict', level: 'name' },
  { type: 'conflict', level: 'nominal' },
];
export const OUTSIDE = 0;
/** Label number of part 0 first, 1 inside, 2 last, 3 only, of a class. */
export const labelOf = (cls: number, part: 0 | 1 | 2 | 3): number => 1 + cls * 4 + part;
export const LABEL_COUNT = 1 + CLASSES.length * 4;
export const LABEL_NAMES: readonly string[] = [
  'O',
  ...CLASSES.flatMap((c) => ['B', 'I', 'L', 'U'].map((part) => `${part}-${c.type}/${c.level}`)),
];

/**
 * The labels' order as classes of the emissions: outside and the labels of lone words, then beginnings, then what goes on with
 * the mentions of each class. So few groups of classes have all that may follow a label (see `ChainDecoder`).
 */
export const CLASS_OF_LABEL: readonly number[] = LABEL_NAMES.map((_, label) => {
  if (label === OUTSIDE) return 0;
  const cls = (label - 1) >> 2;
  const count = CLASSES.length;
  return [1 + count + cls, 1 + 2 * (count + cls), 2 + 2 * (count + cls), 1 + cls][(label - 1) & 3];
});

/** Whether label `b` may follow label `a`. */
export function mayFollow(a: number, b: number): boolean {
  const open = a !== OUTSIDE && (a - 1) % 4 < 2;
  const continues = b !== OUTSIDE && ((b - 1) % 4 === 1 || (b - 1) % 4 === 2);
  if (!open) return !continues;
  return continues && (a - 1) >> 2 === (b - 1) >> 2;
}
