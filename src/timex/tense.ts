/** Which way the clause around a word looks, from its verbs: "will meet Friday" ahead, "said Friday" back. */
import type { Layers } from '../document/layers.ts';
import { tokenAt } from '../document/tokens.ts';
import { POS } from '../document/ud.ts';
import type { Tense } from './context.ts';

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));
const AHEAD = words("will shall would wo 'll to scheduled expected expects due plans planning hopes intends tomorrow");
/** Verbs whose past doesn't end in -ed, and what else looks back. */
const BACK = words(
  'said was were had has have did been told says made took held met left went came began won lost fell rose struck hit shot fought gave found got sent spoke saw ran broke brought caught led cut became thought wrote knew flew drove drew blew bought sold paid kept heard stood bore ended died followed follows ago',
);
const REACH = 14;

/** The sign that a token gives. "to" counts in front of a verb only, participles in -ed when they are no names ("United"). */
function signOf({ tokens, tags }: Pick<Layers, 'tokens' | 'tags'>, i: number): Tense {
  const lower = tokens.lower[i];
  const pos = tags.pos[i];
  if (AHEAD.has(lower)) {
    if (lower === 'to') return isInfinitive(tokens.lower, tags, i) ? 1 : 0;
    return BACK.has(tokens.lower[i - 1] ?? '') ? -1 : 1;
  }
  if (BACK.has(lower)) return -1;
  if (pos !== POS.X && pos !== POS.VERB) return 0;
  if (pos === POS.VERB && tags.lemma[i] !== lower && !/(s|ing)$/.test(lower)) return -1;
  return lower.length > 4 && lower.endsWith('ed') && lower === tokens.form[i] ? -1 : 0;
}
const isInfinitive = (lower: readonly string[], tags: Layers['tags'], i: number): boolean =>
  /^(is|are|be|due|scheduled|expected|expects|set|plan|plans|planned|planning|hopes|hope|hoping|wants|want|intends|intend|agreed|about|going|likely|ready|poised|vowed|promised)$/.test(
    lower[i - 1] ?? '',
  ) &&
  (tags.pos[i + 1] === POS.VERB || tags.pos[i + 1] === POS.AUX || tags.pos[i + 1] === POS.X);

/** What a word in front of a day says by itself: "as soon as Tuesday", "effective Feb. 1". */
const DUE = words('until till effective pending');

/** The nearest sign in front of the word, else behind it, within its sentence. */
export function tenseAt(layers: Pick<Layers, 'tokens' | 'tags' | 'sentences'>, offset: number): Tense {
  const { tokens, tags, sentences } = layers;
  const at = Math.min(tokenAt(tokens, offset), tokens.length - 1);
  if (at < 0) return 0;
  const sentence = tokens.sentence[at];
  if (isDue(tokens, at, sentences.first[sentence])) return 1;
  for (let i = at - 1; i >= Math.max(sentences.first[sentence], at - REACH); i--) {
    const sign = signOf(layers, i);
    if (sign !== 0) return sign;
  }
  if (tokens.lower[at + 1] === 'to' && tags.pos[at + 2] === POS.VERB) return 1;
  for (let i = at + 1; i < Math.min(sentences.last[sentence], at + REACH); i++) {
    const sign = signOf(layers, i);
    if (sign !== 0) return sign;
  }
  return 0;
}

function isDue({ lower }: Layers['tokens'], at: number, first: number): boolean {
  const before = lower[at - 1] ?? '';
  if (at - 1 > first && DUE.has(before)) return true;
  return before === 'as' && /^(soon|early|late)$/.test(lower[at - 2] ?? '');
}
