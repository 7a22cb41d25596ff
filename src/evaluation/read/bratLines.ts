/** The lines of a brat standoff file (https://brat.nlplab.org/standoff.html), by kind. */
import { expected, FormatError, type Place } from './formatError.ts';

export interface TextBound extends Required<Place> {
  readonly id: string;
  readonly label: string;
  /** Code points, from the first fragment's start to the last one's end. */
  readonly start: number;
  readonly end: number;
  /** In one piece: its words can be compared with the text. */
  readonly whole: boolean;
  readonly words: string;
}
export interface BratRelation {
  readonly id: string;
  readonly label: string;
  readonly ends: readonly [string, string];
}
export interface BratEvent extends Required<Place> {
  readonly id: string;
  readonly label: string;
  readonly trigger: string;
  readonly args: readonly { readonly role: string; readonly id: string }[];
}
export interface BratFile {
  readonly textBounds: ReadonlyMap<string, TextBound>;
  readonly relations: readonly (BratRelation & Required<Place>)[];
  readonly events: readonly BratEvent[];
  /** Groups of text-bound annotations that are one thing. */
  readonly equivalences: readonly (readonly string[])[];
  /** Target's id → attribute → value ("true" for one that has none). */
  readonly attributes: ReadonlyMap<string, ReadonlyMap<string, string>>;
  /** Target's id → its notes of type `Sitrep`, which hold JSON. */
  readonly records: ReadonlyMap<string, string>;
}

const FRAGMENTS = /^(\S+) (\d+ \d+(?:;\d+ \d+)*)$/;
/** What a note of ours is called. */
export const RECORD = 'Sitrep';

function textBound(id: string, body: string, words: string, place: Required<Place>): TextBound {
  const match = FRAGMENTS.exec(body);
  if (!match) return expected(place, 'TYPE START END behind the id', body);
  const fragments = match[2].split(';').map((fragment) => fragment.split(' ').map(Number));
  const [start, end] = [fragments[0][0], fragments[fragments.length - 1][1]];
  return { ...place, id, label: match[1], start, end, whole: fragments.length === 1, words };
}

/** "Arg1:T3" → ["Arg1", "T3"] */
function pairOf(word: string, place: Place): [string, string] {
  const at = word.indexOf(':');
  if (at <= 0 || at === word.length - 1) expected(place, 'ROLE:ID', word);
  return [word.slice(0, at), word.slice(at + 1)];
}

function eventOf(id: string, body: string, place: Required<Place>): BratEvent {
  const [[label, trigger], ...args] = body
    .split(' ')
    .filter(Boolean)
    .map((word) => pairOf(word, place));
  // A role that stands twice is numbered: "agent", "agent2".
  return {
    ...place,
    id,
    label,
    trigger,
    args: args.map(([role, target]) => ({ role: role.replace(/\d+$/, ''), id: target })),
  };
}

function relationOf(id: string, body: string, place: Required<Place>): BratRelation & Required<Place> {
  const [label, ...ends] = body.split(' ').filter(Boolean);
  if (ends.length !== 2) expected(place, 'TYPE Arg1:ID Arg2:ID behind the id', body);
  return { ...place, id, label, ends: [pairOf(ends[0], place)[1], pairOf(ends[1], place)[1]] };
}

/** @throws FormatError that names file and line */
export function readBratLines(source: string, file: string): BratFile {
  const textBounds = new Map<string, TextBound>();
  const relations: (BratRelation & Required<Place>)[] = [];
  const events: BratEvent[] = [];
  const equivalences: string[][] = [];
  const attributes = new Map<string, Map<string, string>>();
  const records = new Map<string, string>();
  for (const [i, raw] of source
    .replace(/^\ufeff/, '')
    .split('\n')
    .entries()) {
    const line = raw.endsWith('\r') ? raw.slice(0, -1) : raw;
    if (!line.trim()) continue;
    const place = { file, line: i + 1 };
    const [id, body = '', ...rest] = line.split('\t');
    const kind = id[0];
    if (!body) expected(place, 'a line of brat standoff: ID, a tab, and what it is', line);
    if (kind === 'T') {
      if (textBounds.has(id)) throw new FormatError(place, `expected an id of its own, got ${id} again`);
      textBounds.set(id, textBound(id, body, rest.join('\t'), place));
    } else if (kind === 'E') events.push(eventOf(id, body, place));
    else if (kind === 'R') relations.push(relationOf(id, body, place));
    else if (kind === '*') equivalences.push(body.split(' ').slice(1).filter(Boolean));
    else if (kind === 'A' || kind === 'M') {
      const [name, target = '', value = 'true'] = body.split(' ');
      attributes.set(target, (attributes.get(target) ?? new Map<string, string>()).set(name, value));
    } else if (kind === '#') {
      const [type, target = ''] = body.split(' ');
      if (type === RECORD) records.set(target, rest.join('\t'));
    } else if (kind !== 'N') expected(place, 'a line that begins with T, E, R, A, M, N, * or #', line);
  }
  return { textBounds, relations, events, equivalences, attributes, records };
}
