/** Where a place without a name is ("the base", "Iraqi sites"): the country and division of what stands around it. */
import type { Tokens } from '../../document/tokens.ts';
import { countryOf } from '../../gazetteer/places/gazetteer.ts';
import { KIND } from '../../gazetteer/places/types.ts';
import type { NamesInOrder } from './order.ts';
import type { Scene } from './resolve.ts';
import type { PlaceResolver } from './scene.ts';
import type { PlaceChain, PlaceContext, ResolvedPlace } from './types.ts';

const NOWHERE: ResolvedPlace = Object.freeze({ row: -1, attributes: Object.freeze({}) });
/** How sure a place around can be, of its own words and of the text's. */
const OWN = 0.6;
const NEAR = 0.4;

const given = (country: string, confidence: number, cue: string, admin1 = ''): ResolvedPlace => ({
  row: -1,
  attributes: admin1
    ? { country, admin1, inherited: true, confidence, cues: [cue] }
    : { country, inherited: true, confidence, cues: [cue] },
});

/** "Iraqi air base", "the Colombian towns": the country of a demonym inside. */
function byDemonym(tokens: Tokens, { nominals = [] }: PlaceChain, { demonyms }: PlaceResolver): string | undefined {
  for (const { first, last } of nominals)
    for (let t = first; t < last; t++) {
      const country = demonyms.get(tokens.lower[t]);
      if (country) return country;
    }
  return undefined;
}

/** The resolved name inside the mention, else the nearest: what precedes is nearer than what follows, a sentence counts. */
function nearest(names: NamesInOrder, tokens: Tokens, { nominals = [] }: PlaceChain): number {
  let best: { chain: number; cost: number } | undefined;
  for (const { first, last } of nominals) {
    const found = names.cheapest(
      first,
      ({ name }) => {
        const gap = name.first >= first ? Math.max(0, name.first - last) : (first - name.last) * BACKWARD;
        const sentences = Math.abs(tokens.sentence[name.first] - tokens.sentence[first]);
        return gap + sentences * SENTENCE + (PREPOSITIONS.has(tokens.lower[name.first - 1]) ? 0 : BARE);
      },
      // a name is a few words long
      (away) => (away < 0 ? -away - MOST_WORDS : Math.max(0, away - (last - first))),
    );
    if (found && (!best || found.cost < best.cost)) best = found;
  }
  return best?.chain ?? -1;
}
const MOST_WORDS = 8;
const BACKWARD = 1.2;
const SENTENCE = 15;
/** What a name without a preposition costs: "US officials" are no place where things stand. */
const BARE = 12;
const PREPOSITIONS = new Set(
  'in near at of from to around outside inside across into over through throughout the ,'.split(' '),
);

export function around(
  scene: Scene,
  names: NamesInOrder,
  { tokens }: PlaceContext,
  resolver: PlaceResolver,
  c: number,
): ResolvedPlace {
  const own = byDemonym(tokens, scene.chains[c], resolver);
  if (own) return given(own, OWN, 'demonym');
  const other = nearest(names, tokens, scene.chains[c]);
  if (other < 0) return NOWHERE;
  const g = scene.gazetteer;
  const row = scene.chosen[other];
  const division = g.kind[row] === KIND.division1 ? row : g.admin1[row];
  return given(countryOf(g, row), NEAR, 'neighbour', division >= 0 ? g.title(division) : '');
}
