/** Places by the gazetteer: proposals of their own, and what they know of the tagger's. */
import type { DraftMention } from '../../document/layers.ts';
import type { PlaceProposal } from '../place/index.ts';

const key = (m: { readonly first: number; readonly last: number }): number => m.first * 4096 + (m.last - m.first);

/** The least confidence with which a name that the tagger didn't see becomes a mention. */
const SURE = 0.5;

/** Toponyms that stand on their own evidence: "a market in [place Maiduguri]". */
export const proposePlaces = (places: readonly PlaceProposal[]): DraftMention[] =>
  places.filter((p) => p.confidence >= SURE).map(({ evidence: _, ...p }) => ({ ...p, type: 'place' }));

/** The tagger's places with what the gazetteer knows of the same span: rows, kind, and whether it acts as a government. */
export function informPlaces(mentions: readonly DraftMention[], places: readonly PlaceProposal[]): DraftMention[] {
  const bySpan = new Map(places.map((p) => [key(p), p]));
  return mentions.map((m) => {
    if (m.type !== 'place' || m.level !== 'name') return m;
    const known = bySpan.get(key(m));
    if (!known) return m;
    const { candidates, actsAs } = known;
    return { ...m, candidates, ...(actsAs && { actsAs }), ...(candidates.length && { kind: known.kind }) };
  });
}
