import { describe, expect, it } from 'vitest';
import { RULES } from '../../src/timex/rules/index.ts';
import { bracketed, plain, timexesOf } from './harness.ts';

describe.each(RULES)('$name', (rule) => {
  it.each(rule.examples.map((example) => [example]))('%s', (example) => {
    const { text, date, expected } = plain(example);
    const found = timexesOf(text, date);
    expect(bracketed(text, found)).toBe(expected);
    if (!rule.guard) expect(found.map((timex) => timex.rule)).toContain(rule.name);
  });
  it.each((rule.negatives ?? []).map((text) => [text]))('not in: %s', (text) => {
    expect(bracketed(text, timexesOf(text))).toBe(text);
  });
});
