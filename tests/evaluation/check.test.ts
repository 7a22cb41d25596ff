import { describe, expect, it } from 'vitest';
import { checkCorpusFile } from '../../src/evaluation/check/index.ts';
import { formatCorpusFile, sha256 } from '../../src/evaluation/corpusFile.ts';
import { readNotation } from '../../src/evaluation/notation/index.ts';

const { text, annotation } = readNotation(`[iran! Iran] {v shelled} [n~ two] [town~ Iraqi towns] on [d April 22].
---
entity iran place/country country=IR
entity n quantity/count value=2 of=town
entity town place/city country=IQ
entity d date/date value=2024-04-22
relation counts n town
event v assault/shelling agent=iran patient=town time=d casualty=killed/3:2-4 casualty=killed/1/part0
`);
const VALID = formatCorpusFile({
  id: 'shelled',
  text: { file: 'shelled.txt', sha256: sha256(text) },
  date: '2024-04-23',
  ...annotation,
});

/** A JSON value by its path, to be replaced. */
type Change = readonly [path: string, value: unknown, problem: string];

function changed(path: string, value: unknown): string {
  const file = JSON.parse(VALID);
  const keys = path.split('.');
  const last = keys.pop()!;
  const parent = keys.reduce((record, key) => record[key], file);
  if (value === undefined) delete parent[last];
  else parent[last] = value;
  return JSON.stringify(file);
}

describe('the corpus checker', () => {
  it('finds nothing wrong with a valid file, with or without its text', () => {
    expect(checkCorpusFile('f', VALID, text)).toEqual([]);
    expect(checkCorpusFile('f', VALID)).toEqual([]);
  });

  it.each<Change>([
    ['date', '22 April', 'f: date: expected YYYY-MM-DD or null, got 22 April'],
    ['text.file', '../x.txt', 'f: text: expected the name of a file, got ../x.txt'],
    ['text.sha256', 'abc', 'f: text: expected SHA-256 abc, got '],
    ['mentions', undefined, 'f: file: expected lists of mentions, entities, relations, events, got none of mentions'],
    ['mentions.0.id', 'm2', 'f: mentions[1]: expected an id of its own, got m2'],
    ['mentions.0.type', 'actor', 'f: m1: expected type to be one of person, organization'],
    ['mentions.0.kind', 'planet', 'f: m1: expected kind of place to be one of country'],
    ['mentions.0.kind', undefined, 'f: m1: expected kind of place to be one of country'],
    ['mentions.0.level', 'noun', 'f: m1: expected level to be one of name, nominal, pronoun, got noun'],
    ['mentions.0.entity', 'e9', 'f: m1: expected an entity that is in the file, got e9'],
    ['mentions.0.entity', 'e2', 'f: m1: expected the type of its entity e2, quantity, got place'],
    ['mentions.0.head', { start: 2, end: 6 }, 'f: m1: expected a head inside the mention, got 2:6'],
    ['mentions.1.actsAs', 'government', 'f: m2: expected actsAs only as "government" and on a place'],
    ['mentions.0.end', 0, 'f: m1: expected whole offsets with 0 ≤ start < end, got 0:0'],
    ['mentions.0.end', 5, 'f: m1: expected a span that neither starts nor ends in white space, got 0:5'],
    ['mentions.3.end', 900, "f: m4: expected an end within the text's 42 characters, got 32:900"],
    ['mentions.0.start', 40, 'f: mentions[1]: expected mentions in the order of the text'],
    ['entities.0.name', '', 'f: e1: expected a name, or none, got '],
    ['entities.0.title', 'King', 'f: e1: expected attributes of a place (country, admin1'],
    ['entities.0.country', 'Iran', 'f: e1: expected country to be an ISO 3166-1 alpha-2 code, got Iran'],
    ['entities.1.of', 'm9', 'f: e2: expected of to be a mention that is in the file, got m9'],
    ['entities.1.value', '2', 'f: e2: expected value to be a number, got 2'],
    ['entities.1.value', undefined, 'f: e2: expected a quantity to have a value, a minimum or a maximum'],
    ['entities.3.value', 'yesterday', 'f: e4: expected value to be a TIMEX3 value, got yesterday'],
    ['entities.3.value', undefined, 'f: e4: expected a date to have a value'],
    [
      'entities.3.interval',
      { start: '2024-04-23', end: '2024-04-22' },
      'f: e4: expected interval to be { start, end }',
    ],
    ['relations.0.type', 'near', 'f: r1: expected type to be one of located-in'],
    ['relations.0.type', 'leads', 'f: r1: expected from of leads to be one of person, got quantity'],
    ['relations.0.to', 'm9', 'f: r1: expected to to be a mention that is in the file, got m9'],
    ['events.0.type', 'war', 'f: v1: expected type to be one of agree'],
    ['events.0.mode', 'visit', 'f: v1: expected mode of assault to be one of airstrike'],
    ['events.0.triggers', [], 'f: v1: expected at least one trigger, got 0'],
    ['events.0.status', 'certain', 'f: v1: expected status to be one of actual'],
    ['events.0.polarity', undefined, 'f: v1: expected polarity to be one of positive, negative, got undefined'],
    ['events.0.background', false, 'f: v1: expected background: true, or left out, got false'],
    ['events.0.count', { best: 1, low: 2, high: 3 }, 'f: v1 count: expected 0 ≤ low ≤ best ≤ high, got 2, 1, 3'],
    ['events.0.args.0.role', 'victim', 'f: v1: expected role to be one of agent'],
    ['events.0.args.0.mention', 'm9', 'f: v1: expected agent to be a mention that is in the file, got m9'],
    ['events.0.args.0.role', 'time', 'f: v1: expected time to be one of date, got place'],
    ['events.0.casualties.0.kind', 'hurt', 'f: v1 casualties[0]: expected kind to be one of killed'],
    ['events.0.casualties.0.mention', 'm9', 'f: v1 casualties[0]: expected a mention that is in the file, got m9'],
    [
      'events.0.casualties.1.partOf',
      1,
      'f: v1 casualties[1]: expected partOf to be another record of the event, got 1',
    ],
  ])('names what is wrong with %s = %j', (path, value, problem) => {
    const problems = checkCorpusFile('f', changed(path, value), text);
    expect(
      problems.some((line) => line.startsWith(problem)),
      problems.join('\n'),
    ).toBe(true);
  });

  it('says so when a file is no JSON', () => {
    expect(checkCorpusFile('f', '{')[0]).toMatch(/^f: file: expected JSON, got /);
    expect(checkCorpusFile('f', 'null')[0]).toMatch(/^f: file: expected lists/);
  });

  it('reports an entity that no mention refers to, and a relation of a thing with itself', () => {
    const file = JSON.parse(VALID);
    file.entities.push({ id: 'e5', type: 'person', name: 'X' });
    file.relations.push({ id: 'r2', type: 'located-in', from: 'm1', to: 'm1' });
    expect(checkCorpusFile('f', JSON.stringify(file), text)).toEqual([
      'f: e5: expected at least one mention, got none',
      'f: r2: expected two entities, got m1 and m1 of e1',
      'f: relations[1]: expected relations in the order of the text, got 1,2 before 0,0',
    ]);
  });
});
