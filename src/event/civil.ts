/** Trade, sport and the arts use the words of conflict and diplomacy: what firms, teams and novels do is no news of PLOVER's kind. */
import type { DraftArgument } from '../document/layers.ts';
import type { Frame } from './frame.ts';
import { children, type Graph, hasDep, lemmaOf } from './graph.ts';

/** Words of trade, sport and the arts by what they are to an event: see the head of `event-civil.tsv`. */
export interface CivilWords {
  readonly agents: ReadonlySet<string>;
  readonly works: ReadonlySet<string>;
  readonly field: ReadonlySet<string>;
}

/** Types of words and deals, which firms have with each other as states have. */
const DEALINGS = new Set(['agree', 'consult', 'support', 'concede', 'cooperate', 'reject']);
const PUBLIC: ReadonlySet<string> = new Set([
  'government',
  'military',
  'armed-group',
  'intergovernmental',
  'political',
  'military-personnel',
  'militants',
  'officials',
  'nationals',
  'country',
]);

/** "The retailer accused its rival of theft", "the coach resigned": nobody who makes politics or war is in it. */
export function isCivil(graph: Graph, { type }: Frame, args: readonly DraftArgument[], words: CivilWords): boolean {
  const of = (role: string) => args.filter((a) => a.role === role).map((a) => graph.mentions[a.mention]);
  const [agents, patients] = [of('agent'), of('patient')];
  const firms = [...agents, ...patients];
  if (DEALINGS.has(type) && firms.length > 0 && firms.every((m) => m.kind === 'company')) return true;
  if (
    agents.length === 0 ||
    !agents.every((m) => m.kind === 'company' || (m.level !== 'name' && words.agents.has(lemmaOf(graph, m.head))))
  )
    return false;
  return !patients.some((m) => m.type === 'nationality' || PUBLIC.has(m.kind ?? ''));
}

/** Sentences about play ("the goalkeeper saved two shots") or about a work ("the film tells of a murder"), by number. */
export function civilSentences(graph: Graph, { works, field }: CivilWords): ReadonlySet<number> {
  const found = new Set<number>();
  for (let t = 0; t < graph.tokens.length; t++) {
    const told = field.has(lemmaOf(graph, t)) || field.has(graph.tokens.lower[t]);
    const work =
      hasDep(graph, t, 'root') &&
      children(graph, t).some((c) => hasDep(graph, c, 'nsubj', 'nsubj:pass') && works.has(lemmaOf(graph, c)));
    if (told || work) found.add(graph.tokens.sentence[t]);
  }
  return found;
}
