import { isOfTypes, typesOf } from '../../document/entityType.ts';
import type { DraftMention } from '../../document/layers.ts';
import { DEP, POS } from '../../document/ud.ts';
import { changed } from '../../document/uniform.ts';
import type { Sense, Term } from '../../gazetteer/lexicon.ts';
import type { Match, Trie } from '../../gazetteer/trie.ts';
import { mentionOf, type Read } from '../proposal.ts';

/** Types whose nouns are rarely anything else: a term of the lexicon is enough, wherever the tagger saw nothing. */
const SURE = typesOf('weapon', 'vehicle');

/** Terms of the user's own lexicon: each is what the user says, unless it is weak. */
export const proposeOwnTerms = (layers: Read, terms: readonly Match<Term>[]): DraftMention[] =>
  terms.filter(({ value }) => value.own && !value.weak).map((match) => proposalOf(layers, match, 'own'));

/** "[weapon 107mm rockets]", "an [vehicle oil tanker]": terms of the lexicon that aren't weak, with the modifiers in front. */
export const proposeTerms = (layers: Read, terms: readonly Match<Term>[]): DraftMention[] =>
  terms.filter((match) => stands(layers, match)).map((match) => proposalOf(layers, match, 'lexicon'));

function stands({ tags }: Read, { value, last }: Match<Term>): boolean {
  if (value.own || value.weak) return false;
  // "shelled the town", "bombed": verbs that share their base form with a weapon
  if (value.level === 'nominal' && tags.pos[last - 1] === POS.VERB) return false;
  return isOfTypes(SURE, value.type) || (!value.singular && !value.role && value.level === 'name');
}

function proposalOf(layers: Read, { first, last, value }: Match<Term>, source: 'own' | 'lexicon'): DraftMention {
  const from = value.level === 'nominal' ? withModifiers(layers, first, last) : first;
  return mentionOf(layers, from, last, {
    type: value.type,
    kind: value.kind,
    level: value.level,
    rule: `${source}/${value.type}`,
    entry: value,
  });
}

/** Scratch: by token, 1 + the number of the term that ends there. */
let endsAt = new Int32Array(512);
function noteEnds(terms: readonly Match<Term>[], length: number): void {
  if (endsAt.length <= length) endsAt = new Int32Array(2 * length);
  else endsAt.fill(0, 0, length + 1);
  for (let k = 0; k < terms.length; k++) endsAt[terms[k].last] = k + 1;
}

/**
 * What the lexicon knows of the tagger's mentions: the entry of a name ("[organization Hezbollah]"), the type of a sure noun or
 * designation of weapons or vehicles ("a third [weapon drone]"), and the calibre in front of it ("[weapon 107mm rockets]").
 */
export function informTerms(
  layers: Read,
  mentions: readonly DraftMention[],
  terms: readonly Match<Term>[],
): DraftMention[] {
  noteEnds(terms, layers.tokens.length);
  return mentions.map((m) => {
    const number = endsAt[m.last];
    if (!number) return m;
    const { first, value } = terms[number - 1];
    const sure = isOfTypes(SURE, value.type) && !value.weak;
    if (value.level === 'name' && first === m.first && (value.type === m.type || sure)) return entered(m, value);
    if (m.level !== 'nominal' || !sure) return m;
    const typed = value.type === m.type ? m : changed(m, { type: value.type, kind: value.kind || m.kind });
    return withCalibre(layers, typed);
  });
}

/** "coal mine", "think tank", "fuel tanks": nominals whose last words stand in the table of other senses are what it says. */
export function otherSenses(
  layers: Read,
  mentions: readonly DraftMention[],
  senses: Trie<Sense>,
): readonly DraftMention[] {
  const { tokens, sentences, tags } = layers;
  const base = (t: number): string => tags.lemma[t];
  // few texts have one
  let kept: DraftMention[] | undefined;
  for (let i = 0; i < mentions.length; i++) {
    const m = mentions[i];
    const sense = m.level === 'nominal' && m.type !== 'date' && m.type !== 'quantity' ? senseOf(m) : undefined;
    if (!sense) kept?.push(m);
    else {
      kept ??= mentions.slice(0, i);
      if (sense.type) kept.push(changed(m, { type: sense.type, kind: sense.kind }));
    }
  }
  return kept ?? mentions;

  function senseOf(m: DraftMention): Sense | undefined {
    const floor = sentences.first[tokens.sentence[m.first]];
    for (let from = Math.max(floor, m.head - LONGEST_SENSE); from < m.head; from++) {
      const longest = senses.longestAt(tokens, from, m.last, base);
      if (longest?.last === m.last) return longest.value;
    }
    return undefined;
  }
}
const LONGEST_SENSE = 2;

const entered = (m: DraftMention, entry: Term): DraftMention =>
  changed(m, { type: entry.type, entry, kind: entry.weak ? m.kind : entry.kind || m.kind });

const CALIBRE = /^\d{1,3}(?:\.\d{1,2})?-?(?:mm|cm|kg|lb)$/i;
/** "107mm", "107 mm", "107-mm": one to three tokens in front. */
function withCalibre({ text, tokens, sentences }: Read, m: DraftMention): DraftMention {
  const floor = sentences.first[tokens.sentence[m.first]];
  for (let first = m.first - 1; first >= Math.max(floor, m.first - 3); first--)
    if (CALIBRE.test(text.slice(tokens.start[first], tokens.end[m.first - 1]).replace(' ', '')))
      return changed(m, { first, start: tokens.start[first] });
  return m;
}

/** Adjectives and compounds that stand right in front of the head and belong to it. */
function withModifiers({ tokens, sentences, tags, tree }: Read, first: number, last: number): number {
  if (!tree.head.length) return first;
  const floor = sentences.first[tokens.sentence[first]];
  let from = first;
  for (let i = first - 1; i >= floor; i--) {
    const dep = tree.dep[i];
    const mine = tree.head[i] >= from && tree.head[i] < last;
    // "captured tanks", and verbs that the parser took for adjectives, stay outside
    if (
      !mine ||
      tags.pos[i] === POS.VERB ||
      !(dep === DEP.amod || dep === DEP.compound || (dep === DEP.punct && tokens.form[i] === '-'))
    )
      break;
    from = i;
  }
  return tokens.form[from] === '-' ? first : from;
}
