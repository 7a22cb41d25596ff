/**
 * `sitrep/morphology`: the inflected forms of English words, for those who write lexicons. The extractor does without
 * it (it looks words up by their base form); a program that matches strings, or a designation's plural ("AK-47s"), doesn't.
 */
import type { LexiconEntry } from '../document/layers.ts';
import { conjugationOf, pluralOf } from './compromise.ts';
import { ADJECTIVE_BEHIND, NO_MAN, NOUNS, OFFICER, SAME_PAST, UNCHANGED, VERBS } from './irregular.ts';

export interface NounForms {
  readonly singular: string;
  readonly plural: string;
}
export interface VerbForms {
  readonly infinitive: string;
  /** Third person singular. */
  readonly present: string;
  readonly past: string;
  readonly pastParticiple: string;
  readonly presentParticiple: string;
}

/**
 * The forms of a noun, a compound or a designation in the singular: "armored vehicle" → "armored vehicles", "gunman" →
 * "gunmen", "commander in chief" → "commanders in chief", "AK-47" → "AK-47s".
 * @throws TypeError if `singular` is no string with a letter or a digit.
 */
export function inflectNoun(singular: string): NounForms {
  check(singular, 'singular');
  return { singular, plural: pluralPhrase(singular.split(' '), ' ') };
}

/** "chief of staff" → "chiefs of staff"; in its head word, the same by hyphens: "mother-in-law" → "mothers-in-law". */
function pluralPhrase(words: readonly string[], mark: ' ' | '-'): string {
  const head = headOf(words);
  const inner = words[head].split('-');
  const plural = mark === ' ' && inner.length > 1 ? pluralPhrase(inner, '-') : pluralWord(words[head]);
  return words.with(head, plural).join(mark);
}

/** "chief of staff" → 0, "attorney general" → 0, "police officer" → 1. */
function headOf(words: readonly string[]): number {
  const behind = words.findIndex((word, i) => i > 0 && /^(?:at|by|d'affaires|for|in|of|to)$/.test(word));
  const last = (behind < 0 ? words.length : behind) - 1;
  const swapped = last > 0 && ADJECTIVE_BEHIND.has(words[last]) && !OFFICER.has(words[last - 1]);
  return swapped ? last - 1 : last;
}

function pluralWord(word: string): string {
  const lower = word.toLowerCase();
  if (UNCHANGED.has(lower)) return word;
  const irregular = NOUNS.get(lower);
  if (irregular) return irregular;
  if (/[\p{Lu}\d]$/u.test(word) || lower.endsWith('ia')) return `${word}s`;
  if (lower.endsWith('man') && !NO_MAN.has(lower)) return `${word.slice(0, -3)}men`;
  return pluralOf(word);
}

/**
 * The forms of a verb, with the particle or noun behind it: "shoot down" → "shot down", "shooting down".
 * @throws TypeError if `lemma` is no string with a letter or a digit.
 */
export function inflectVerb(lemma: string): VerbForms {
  check(lemma, 'lemma');
  const [verb, ...behind] = lemma.split(' ');
  const forms = conjugationOf(verb);
  // compromise leaves "loot" and "rip" as they are
  const regular = forms.PastTense === verb && !SAME_PAST.has(verb) ? regularPast(verb) : undefined;
  const [
    past = regular ?? forms.PastTense ?? verb,
    participle = regular ?? forms.Participle ?? past,
    gerund = forms.Gerund && forms.Gerund !== verb ? forms.Gerund : regularGerund(verb),
  ] = VERBS.get(verb) ?? [];
  const phrase = (form: string): string => [form, ...behind].join(' ');
  return {
    infinitive: lemma,
    present: phrase(forms.PresentTense ?? verb),
    past: phrase(past),
    pastParticiple: phrase(participle),
    presentParticiple: phrase(gerund),
  };
}

/** "raze" → "razed", "deny" → "denied", "rip" → "ripped", "loot" → "looted". */
function regularPast(verb: string): string {
  if (verb.endsWith('e')) return `${verb}d`;
  if (/[^aeiou]y$/.test(verb)) return `${verb.slice(0, -1)}ied`;
  return `${doubled(verb)}ed`;
}
const regularGerund = (verb: string): string => `${/[^eoy]e$/.test(verb) ? verb.slice(0, -1) : doubled(verb)}ing`;
const doubled = (verb: string): string => (/^[^aeiou]*[aeiou][^aeiouwxy]$/.test(verb) ? `${verb}${verb.at(-1)}` : verb);

/**
 * The entries, and behind each its plural as an entry of its own (with the first's canonical name). Entries whose plural
 * is the same ("aircraft"), and names of persons, groups, organisations, places and conflicts, have none.
 * @throws TypeError if an entry's term is no string with a letter or a digit.
 */
export function inflect(entries: readonly LexiconEntry[]): LexiconEntry[] {
  return entries.flatMap((entry) => {
    const { plural } = inflectNoun(entry.term);
    if (plural === entry.term || !countable(entry)) return [entry];
    return [entry, { ...entry, term: plural, canonical: entry.canonical ?? entry.term }];
  });
}

const countable = ({ level, type }: LexiconEntry): boolean =>
  level === 'nominal' || type === 'weapon' || type === 'vehicle' || type.includes(':');

function check(word: string, name: string): void {
  if (typeof word !== 'string' || !/[\p{L}\p{N}]/u.test(word))
    throw new TypeError(`${name}: expected a word, got ${JSON.stringify(word)}`);
}
