/** Places by the gazetteer: proposals of their own, and what they know of the tagger's. */
import type { DraftMention, Layers } from '../../document/layers.ts';
import { changed } from '../../document/uniform.ts';
import type { ClassNouns } from '../place/class.ts';
import type { PlaceProposal } from '../place/index.ts';

const key = (m: { readonly first: number; readonly last: number }): number => m.first * 4096 + (m.last - m.first);

/** The least confidence with which a name that the tagger didn't see becomes a mention. */
const SURE = 0.5;

/** Toponyms that stand on their own evidence: "a market in [place Maiduguri]". */
export const proposePlaces = (places: readonly PlaceProposal[]): DraftMention[] =>
  places.filter((p) => p.confidence >= SURE).map(placeMention);

const placeMention = (place: PlaceProposal): DraftMention =>
  changed(place as unknown as DraftMention, { type: 'place' });

/** Behind these a name that the gazetteer doesn't know may well be a place. */
const BEFORE_PLACES = new Set('in near inside outside around across into toward towards'.split(' '));

/**
 * The tagger's places by name, as far as there is evidence. It alone takes many a name for a place that is a person's or a
 * firm's ("Putin and Erdogan have held several talks"): such a name stays when a toponym lies in it or a preposition stands
 * in front. A name around a toponym that doesn't end in a word for places is an organisation's ("Grand Prairie police").
 */
export function supportedPlaces(
  { tokens }: Pick<Layers, 'tokens'>,
  mentions: readonly DraftMention[],
  places: readonly PlaceProposal[],
  nouns: ClassNouns,
): DraftMention[] {
  const covered = new Uint8Array(tokens.length);
  for (const { first, last } of places) covered.fill(1, first, last);
  const spans = new Set(places.map(key));
  const supported: DraftMention[] = [];
  for (const m of mentions) {
    const place = m.type === 'place' && m.level === 'name' && !spans.has(key(m));
    const known = place ? inContext(m) : m;
    if (known) supported.push(known);
  }
  return supported;

  function inContext(m: DraftMention): DraftMention | undefined {
    const article = tokens.lower[m.first - 1] === 'the' ? 2 : 1;
    if (BEFORE_PLACES.has(tokens.lower[m.first - article] ?? '')) return m;
    let held = m.first;
    while (held < m.last && !covered[held]) held++;
    if (held === m.last) return undefined;
    const named = nouns.tails.has(tokens.lower[m.last - 1]) || nouns.heads.has(tokens.lower[m.first]);
    if (named || covered[m.last - 1]) return m;
    return changed(m, { type: 'organization', kind: 'other' });
  }
}

/** The tagger's places with what the gazetteer knows of the same span: rows, kind, and whether it acts as a government. */
export function informPlaces(mentions: readonly DraftMention[], places: readonly PlaceProposal[]): DraftMention[] {
  const bySpan = new Map(places.map((p) => [key(p), p]));
  return mentions.map((m) => {
    if (m.type !== 'place' || m.level !== 'name') return m;
    const known = bySpan.get(key(m));
    if (!known) return m;
    const { candidates, actsAs } = known;
    return changed(m, { candidates, actsAs: actsAs ?? m.actsAs, kind: candidates.length ? known.kind : m.kind });
  });
}
