import { extract } from 'sitrep';
import { describe, expect, it } from 'vitest';
import { readCases, score } from './cases.ts';

/** Floors that only rise: macro F1 of the types, F1 of sources and targets. `wire-test` is counted, never read. */
const SETS = [
  { file: 'plover.cases', macro: 95, roles: 91 },
  { file: 'wire-development.cases', macro: 89, roles: 81 },
  { file: 'wire-test.cases', macro: 79, roles: 79.3 },
  { file: 'wire-second.cases', macro: 82.3, roles: 81.8 },
  { file: 'wire-third.cases', macro: 81.5, roles: 83 },
  { file: 'wire-fourth.cases', macro: 90.2, roles: 80 },
  { file: 'wire-fifth.cases', macro: 90, roles: 82 },
];
/** How many sentences without an event may give one, at most. */
const NONE = [
  { file: 'none.cases', alarms: 2 },
  { file: 'wire-none-development.cases', alarms: 2 },
  { file: 'wire-none-test.cases', alarms: 9 },
  { file: 'wire-none-second.cases', alarms: 16 },
];

describe.each(SETS)('sentences of the sixteen types: $file', ({ file, macro, roles }) => {
  const cases = readCases(file);
  it('has some of each', () => {
    expect(new Set(cases.map(({ type }) => type)).size).toBe(16);
    expect(cases.length).toBeGreaterThanOrEqual(140);
  });
  it('is read as it says, with source and target', () => {
    const found = score(cases, (text) => extract(text));
    expect(found.macro, found.wrong.join('\n')).toBeGreaterThanOrEqual(macro);
    expect(found.roles).toBeGreaterThanOrEqual(roles);
  });
});

it.each(NONE)('sentences that report no event give none: $file', ({ file, alarms }) => {
  const cases = readCases(file);
  expect(cases.length).toBeGreaterThanOrEqual(100);
  const wrong = cases.filter(({ text }) => extract(text).events.length > 0).map(({ text }) => text);
  expect(wrong.length, wrong.join('\n')).toBeLessThanOrEqual(alarms);
});
