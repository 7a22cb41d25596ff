/** Country and sponsor of an organisation or a group, from demonyms and countries inside its mentions or its entry in the lexicon. */
import type { DraftMention } from '../../document/layers.ts';
import { atomsOf } from '../../gazetteer/atoms.ts';
import { type Attributes, type Chain, type Read, textOf } from '../chain.ts';

const BACKED = /^(?:-|\s)?\s?(?:backed|sponsored|supported|funded|trained|armed|allied|aligned|affiliated|linked)/i;

export interface ActorFacts {
  readonly attributes: Attributes;
  readonly of: undefined;
  /** The mention of the sponsor. */
  readonly sponsor: number | undefined;
}
const NONE: Attributes = Object.freeze({});

/** Undefined for most, of which neither is known. */
export function actorFacts(
  { text, mentions }: Read,
  chain: Chain,
  countryOf: (name: string) => string | undefined,
): ActorFacts | undefined {
  let country: string | undefined;
  for (let k = 0; !country && k < chain.mentions.length; k++) country = chain.mentions[k].entry?.country;
  let sponsor: number | undefined;
  for (let k = 0; k < chain.members.length; k++) {
    const outer = chain.mentions[k];
    if (outer.level === 'pronoun') continue;
    for (let j = chain.members[k] + 1; j < mentions.length && mentions[j].start < outer.end; j++) {
      const inner = mentions[j];
      if (inner.end > outer.end) continue;
      // "Iran-backed militias", "Iranian-sponsored groups": a sponsor, not their country
      if (BACKED.test(text.slice(inner.end, inner.end + 14))) sponsor ??= j;
      else country ??= codeOf(text, inner, countryOf);
    }
  }
  return country || sponsor !== undefined
    ? { attributes: country ? { country } : NONE, of: undefined, sponsor }
    : undefined;
}

function codeOf(text: string, m: DraftMention, countryOf: (name: string) => string | undefined): string | undefined {
  if (m.type === 'nationality') return m.entry?.country;
  return m.type === 'place' && m.level === 'name' ? countryOf(atomsOf(textOf({ text }, m)).join(' ')) : undefined;
}
