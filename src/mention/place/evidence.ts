/** A first look over the document: which countries and divisions it names safely, which names are people's. */
import type { Tokens } from '../../document/tokens.ts';
import type { Gazetteer } from '../../gazetteer/places/gazetteer.ts';
import { KIND, NAME } from '../../gazetteer/places/types.ts';
import { wordSet } from '../../gazetteer/wordMap.ts';
import { type Candidate, caseOf, SOURCE } from './candidate.ts';
import { type DocumentEvidence, type SurfaceEvidence, surfaceOf } from './feature.ts';
import { PERSON, type PersonNames } from './people.ts';

const TITLES = wordSet(
  'mr mr. mrs mrs. ms ms. miss dr dr. sir sen sen. gov gov. rep rep. lt lt. sgt sgt. col col. gen gen. capt capt. maj maj. prof prof. rev rev. judge justice coach sheriff professor'.split(
    ' ',
  ),
);

/** Country `n` of the gazetteer's list stands in `support` as this number, divisions as their rows. */
export const supportKey = (country: number): number => -2 - country;

export function evidenceOf(
  tokens: Tokens,
  gazetteer: Gazetteer,
  people: PersonNames,
  candidates: readonly Candidate[],
  seen: readonly SurfaceEvidence[],
  home: readonly number[],
  stops: ReadonlySet<string>,
): DocumentEvidence {
  const support = new Set<number>(home);
  for (let i = 0; i < candidates.length; i++) {
    const c = candidates[i];
    if (c.source !== SOURCE.gazetteer || !c.longest || !c.facts) continue;
    const { facts } = c;
    const { surface } = seen[i];
    const kind = gazetteer.kind[facts.likeliest];
    if (facts.flags & (NAME.risky | NAME.abbreviation)) continue;
    if (kind === KIND.country) support.add(supportKey(gazetteer.country[facts.likeliest]));
    else if (kind === KIND.division1 && !people.has(surface)) {
      support.add(facts.likeliest);
      support.add(supportKey(gazetteer.country[facts.likeliest]));
    } else if (gazetteer.population[facts.likeliest] >= 120 && !people.has(surface)) {
      support.add(supportKey(gazetteer.country[facts.likeliest]));
      if (gazetteer.admin1[facts.likeliest] >= 0) support.add(gazetteer.admin1[facts.likeliest]);
    }
  }
  const named = peopleNamed(tokens, people, stops);
  if (named.size) for (let i = 0; i < seen.length; i++) seen[i].person = named.has(seen[i].surface);
  return { support };
}

/** What the document shows of each candidate's surface: one record for all that share it. */
export function surfacesOf(tokens: Tokens, candidates: readonly Candidate[]): SurfaceEvidence[] {
  const known = new Map<string, SurfaceEvidence>();
  const seen: SurfaceEvidence[] = [];
  for (let i = 0; i < candidates.length; i++) {
    const surface = surfaceOf(tokens, candidates[i]);
    let record = known.get(surface);
    if (!record) known.set(surface, (record = { surface, count: 0, first: -1, second: -1, person: false }));
    record.count++;
    seen.push(record);
  }
  return seen;
}

/** Given names that are also months, modals or words of everyday: "In May Jordan said", "Will Iran answer?" */
const NO_GIVEN = new Set(
  'may april june august will mark grace rose hope joy faith summer dawn sunny jan art rich christian don'.split(' '),
);
export const isGiven = (tokens: Tokens, t: number, people: PersonNames): boolean =>
  caseOf(tokens.form[t]) > 0 &&
  ((people.get(tokens.lower[t]) ?? 0) & PERSON.given) !== 0 &&
  !NO_GIVEN.has(tokens.lower[t]);

export const isSurname = (tokens: Tokens, t: number, people: PersonNames, stops: ReadonlySet<string>): boolean =>
  caseOf(tokens.form[t]) > 0 &&
  ((people.get(tokens.lower[t]) ?? 0) & PERSON.surname) !== 0 &&
  !stops.has(tokens.lower[t]);

/** Words that stand behind a given name or a title somewhere: "Michael Jordan" tells of "Jordan". */
function peopleNamed(tokens: Tokens, people: PersonNames, stops: ReadonlySet<string>): Set<string> {
  const named = new Set<string>();
  for (let t = 1; t < tokens.length; t++) {
    if (!caseOf(tokens.form[t]) || tokens.sentence[t] !== tokens.sentence[t - 1]) continue;
    const before = tokens.lower[t - 1];
    if (TITLES.has(before)) named.add(tokens.lower[t]);
    if (!isGiven(tokens, t - 1, people)) continue;
    named.add(tokens.lower[t]);
    if (isSurname(tokens, t, people, stops)) named.add(before);
  }
  return named;
}
