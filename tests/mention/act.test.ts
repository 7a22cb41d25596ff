import { describe, expect, it } from 'vitest';
import { extract } from '../../src/index.ts';

const acting = (text: string): string[] =>
  extract(text)
    .mentions.filter((m) => m.type === 'place' && m.actsAs)
    .map((m) => text.slice(m.start, m.end));

describe('countries and capitals that act for their governments', () => {
  it.each([
    ['The rebels asked Paris to withdraw its troops from Bangui.', ['Paris']],
    ['Germany, Norway and Ghana have sent observers to Khartoum.', ['Germany', 'Norway', 'Ghana']],
    ['Two people were killed in France and Spain on Monday.', []],
    ['The bombs went off in Istanbul, Turkey.', []],
  ])('%s', (text, expected) => {
    expect(acting(text)).toEqual(expected);
  });
});
