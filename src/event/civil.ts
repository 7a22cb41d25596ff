/** Trade, sport and the arts use the words of conflict and diplomacy: what firms, teams and novels do is no news of PLOVER's kind. */
import type { DraftArgument } from '../document/layers.ts';
import { DEP } from '../document/ud.ts';
import { ANY_SUBJECT } from './deps.ts';
import type { Frame } from './frame.ts';
import { type Graph, hasDep } from './graph.ts';
import { TRAIT } from './trait.ts';
import { MARK } from './vocabulary.ts';

/** Words of trade, sport and the arts by what they are to an event, those of its field apart (`MARK.field`): see the head of `event-civil.tsv`. */
export interface CivilWords {
  readonly agents: ReadonlyMap<number, true>;
  readonly works: ReadonlyMap<number, true>;
}

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
export function isCivil(graph: Graph, { traits }: Frame, args: readonly DraftArgument[], words: CivilWords): boolean {
  if (args.length === 0) return false;
  let firms = 0;
  let parties = 0;
  let agents = 0;
  let isOfBusiness = true;
  let isPublic = false;
  for (const { role, mention } of args) {
    if (role !== 'agent' && role !== 'patient') continue;
    const { type, kind, level, head } = graph.mentions[mention];
    parties++;
    if (kind === 'company') firms++;
    if (role === 'patient') isPublic ||= type === 'nationality' || PUBLIC.has(kind ?? '');
    else {
      agents++;
      isOfBusiness &&= kind === 'company' || (level !== 'name' && words.agents.has(graph.base[head]));
    }
  }
  if (traits & TRAIT.dealing && parties > 0 && firms === parties) return true;
  return agents > 0 && isOfBusiness && !isPublic;
}

/** Which sentences are about play ("the goalkeeper saved two shots") or about a work ("the film tells of a murder"). */
export class CivilSentences {
  readonly #graph: Graph;
  readonly #works: ReadonlyMap<number, true>;

  constructor(graph: Graph, { works }: CivilWords) {
    this.#graph = graph;
    this.#works = works;
  }

  has(sentence: number): boolean {
    const { sentences, tree, marked } = this.#graph;
    if (marked[sentence] & MARK.field) return true;
    for (let t = sentences.first[sentence]; t < sentences.last[sentence]; t++)
      if (tree.dep[t] === DEP.root && this.#isOfWork(t)) return true;
    return false;
  }
  #isOfWork(root: number): boolean {
    for (let c = this.#graph.first[root]; c >= 0; c = this.#graph.next[c])
      if (hasDep(this.#graph, c, ANY_SUBJECT) && this.#works.has(this.#graph.base[c])) return true;
    return false;
  }
}
