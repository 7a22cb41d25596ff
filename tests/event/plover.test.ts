import { extract } from 'sitrep';
import { describe, expect, it } from 'vitest';
import { readCases, score } from './cases.ts';

/** Floors that only rise. */
const MACRO = 85;
const ROLES = 80;
const FALSE_ALARMS = 5;

describe('sentences of the sixteen types', () => {
  const cases = readCases('plover.cases');
  it('are at least twelve a type', () => {
    const count = new Map<string, number>();
    for (const { type } of cases) count.set(type, (count.get(type) ?? 0) + 1);
    expect(count.size).toBe(16);
    expect(Math.min(...count.values())).toBeGreaterThanOrEqual(12);
  });
  it('are read as theirs, with source and target', () => {
    const { macro, roles, wrong } = score(cases, (text) => extract(text));
    expect(macro, wrong.join('\n')).toBeGreaterThanOrEqual(MACRO);
    expect(roles).toBeGreaterThanOrEqual(ROLES);
  });
});

it('sentences that report no event give none', () => {
  const cases = readCases('none.cases');
  expect(cases.length).toBeGreaterThanOrEqual(150);
  const wrong = cases.filter(({ text }) => extract(text).events.length > 0).map(({ text }) => text);
  expect(wrong.length, wrong.join('\n')).toBeLessThanOrEqual(FALSE_ALARMS);
});
