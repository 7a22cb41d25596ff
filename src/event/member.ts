/** Who is named as one of those that an argument names, or as the whole of them. */
import { isOfTypes, typesOf } from '../document/entityType.ts';
import type { DraftArgument } from '../document/layers.ts';
import type { Role } from '../document/schema.ts';
import { DEP } from '../document/ud.ts';
import { put } from './args.ts';
import { depSet } from './deps.ts';
import { caseOf, childIn, type Graph, hasDep } from './graph.ts';
import { includedBehind } from './listed.ts';
import { mentionsAt } from './standing.ts';

const PEOPLE = typesOf('group', 'person');
const AMONG = new Set(['including', 'especially', 'particularly']);
const APPENDED = depSet('appos', 'parataxis', 'list');
/** "civilians, including two children", "workers -- three Salvadorans and an American --": those named behind a group are patients too. */
function addMembers(graph: Graph, args: DraftArgument[], role: Role, mention: number): void {
  const { first, next, marker, mentions } = graph;
  const { type, head } = mentions[mention];
  if (type !== 'group') return;
  for (const m of includedBehind(graph, mention)) addMember(graph, args, role, mention, m);
  for (let c = first[head]; c >= 0; c = next[c])
    if (hasDep(graph, c, APPENDED) || (marker[c] >= 0 && AMONG.has(caseOf(graph, c))))
      for (const m of mentionsAt(graph, c)) addMember(graph, args, role, mention, m);
}
function addMember({ mentions, chain }: Graph, args: DraftArgument[], role: Role, whole: number, member: number): void {
  if (isOfTypes(PEOPLE, mentions[member].type) && chain[member] !== chain[whole]) put(args, role, member, 'member');
}

/** "six people, three of them students, were killed": the people, where the parse takes the students alone for the victims. */
function wholeOf(graph: Graph, mention: number): number {
  const number = childIn(graph, graph.mentions[mention].head, NUMBER);
  if (number < 2 || graph.tokens.form[number - 1] !== ',' || !isOfThem(graph, number)) return -1;
  const whole = graph.headed[number - 2];
  return whole >= 0 && graph.mentions[whole].type === 'group' ? whole : -1;
}
const NUMBER = depSet('nummod');
function isOfThem({ first, next, tree, tokens }: Graph, number: number): boolean {
  for (let c = first[number]; c >= 0; c = next[c])
    if (tree.dep[c] === DEP.nmod && tokens.lower[c] === 'them') return true;
  return false;
}

/** The arguments with those that are named as parts of them or hold them. */
export function withMembers(graph: Graph, args: readonly DraftArgument[]): DraftArgument[] {
  const all = args.slice();
  for (const { role, mention } of args) {
    if (role !== 'patient' && role !== 'killed' && role !== 'injured') continue;
    addMembers(graph, all, role, mention);
    const whole = wholeOf(graph, mention);
    if (whole >= 0) put(all, role, whole, 'whole');
  }
  return all;
}
