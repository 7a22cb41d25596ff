import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bracketed, layersOf, timexesOf } from './harness.ts';

const read = (text: string, date?: string | null, order?: 'mdy' | 'dmy') =>
  bracketed(text, timexesOf(text, date, order));

describe('the article', () => {
  it('gives the year of what is named without one, and says so', () => {
    const [timex] = timexesOf('They struck on February 7.');
    expect(timex).toMatchObject({ value: '2024-02-07', implied: ['year'], named: true, type: 'DATE' });
    expect(timexesOf('They struck on February 7, 2024.')[0].implied).toBeUndefined();
  });
  it('has no date: nothing is guessed', () => {
    expect(read('They came today, last year and on Friday, April 22.', null)).toBe(
      'They came [XXXX-XX-XX today], [XXXX last year] and on [XXXX-04-22 Friday, April 22].',
    );
  });
  it('has its date in the dateline', () => {
    expect(read('San Salvador, 10 Jan 90 (Acan-Efe) -- Rebels attacked yesterday.', null)).toBe(
      'San Salvador, [1990-01-10 10 Jan 90] (Acan-Efe) -- Rebels attacked [1990-01-09 yesterday].',
    );
  });
  it('tells history: years come from the text', () => {
    const text =
      'In June 1941 the war spread. In September 1941 the city was besieged. In December 1941 it starved. In January a road was built.';
    expect(read(text)).toContain('[1942-01 January]');
  });
  it('ends what is told so far', () => {
    expect(timexesOf('He was hit earlier this year.')[0].interval).toEqual({ start: '2024-01-01', end: '2024-04-24' });
  });
  it('gives all parts of what counts from it', () => {
    expect(timexesOf('He came last month.')[0].implied).toEqual(['year', 'month']);
    expect(timexesOf('He came yesterday.')[0].implied).toEqual(['year', 'month', 'day']);
  });
  it('has a date that can not be read: it counts as none', () => {
    expect(read('He came yesterday.', 'last Tuesday')).toBe('He came [XXXX-XX-XX yesterday].');
  });
});

describe('day and month in figures', () => {
  it('are read in the order that is asked for', () => {
    expect(read('Signed 04/05/2024.')).toBe('Signed [2024-04-05 04/05/2024].');
    expect(read('Signed 04/05/2024.', undefined, 'dmy')).toBe('Signed [2024-05-04 04/05/2024].');
  });
  it('are noted where both are possible', () => {
    expect(layersOf('Signed 04/05/2024.').diagnostics).toMatchObject([{ start: 7, end: 17 }]);
    expect(layersOf('Signed 04/25/2024 and 04/04/2024.').diagnostics).toEqual([]);
  });
});

it.each([
  'He fired a 7.62 mm M16 and an S-300 of the 101st Airborne.',
  'They won 3-2, paid $1,999 and lost 50 percent.',
  'A second man may march second.',
  'The 14-year-old boy and a man, 44, died.',
  'Theresa May met April Jones.',
  '1,500 people and 2000 troops stood there.',
])('no date: %s', (text) => {
  expect(read(text)).toBe(text);
});

it('any text: offsets are in order and in the text, nothing throws', () => {
  const pieces = fc.constantFrom(
    ...'Monday March 3 , 2024 the last two days ago - to and 10 : 30 p.m. of every year Q 3 half past 1990 s \n\n “ 19 \ud800 mid late 221430Z APR 24 Eid - Easter 31 2/30 12.12.2024 000 9999999999'.split(
      ' ',
    ),
  );
  const texts = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.array(pieces, { maxLength: 40 }).map((words) => words.join(' ')),
    fc.array(pieces, { maxLength: 40 }).map((words) => words.join('')),
  );
  fc.assert(
    fc.property(texts, fc.constantFrom('2024-04-24', '1999-12-31T23:59', null), (text, date) => {
      let at = 0;
      for (const timex of timexesOf(text, date)) {
        expect(timex.start).toBeGreaterThanOrEqual(at);
        expect(timex.end).toBeGreaterThan(timex.start);
        expect(timex.last).toBeGreaterThan(timex.first);
        expect(timex.value).not.toMatch(/NaN|undefined|Infinity/);
        at = timex.end;
      }
      expect(at).toBeLessThanOrEqual(text.length);
    }),
    { numRuns: 300 },
  );
});
