import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addMonths,
  civil,
  dayOf,
  easter,
  hebrewNewYear,
  islamicIn,
  mondayOf,
  monthLength,
  nthWeekday,
  orthodoxEaster,
  shiftMonths,
  weekdayOf,
  weekOf,
} from '../../src/timex/calendar.ts';

const DAY = 86_400_000;
/** Years -2000 to 4000 and a little more. */
const days = fc.integer({ min: -1_450_000, max: 760_000 });
const iso = (day: number): string => new Date(day * DAY).toISOString().slice(0, 10);

describe('the calendar agrees with the platform', () => {
  it('on year, month, day and weekday of any day', () => {
    fc.assert(
      fc.property(days, (day) => {
        const date = new Date(day * DAY);
        expect(civil(day)).toEqual({
          year: date.getUTCFullYear(),
          month: date.getUTCMonth() + 1,
          day: date.getUTCDate(),
        });
        expect(weekdayOf(day)).toBe(date.getUTCDay() || 7);
      }),
    );
  });
  it('and back', () => {
    fc.assert(
      fc.property(days, (day) => {
        const { year, month, day: d } = civil(day);
        expect(dayOf(year, month, d)).toBe(day);
      }),
    );
  });
  it('on the lengths of months', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 4000 }), fc.integer({ min: 1, max: 12 }), (year, month) => {
        const next = addMonths(year, month, 1);
        expect(monthLength(year, month)).toBe(dayOf(next.year, next.month, 1) - dayOf(year, month, 1));
      }),
    );
  });
});

describe('ISO weeks', () => {
  it('hold their days', () => {
    fc.assert(
      fc.property(days, (day) => {
        const { year, week } = weekOf(day);
        const monday = mondayOf(year, week);
        expect(weekdayOf(monday)).toBe(1);
        expect(day - monday).toBeGreaterThanOrEqual(0);
        expect(day - monday).toBeLessThan(7);
      }),
    );
  });
  it.each([
    ['2024-12-30', 2025, 1],
    ['2021-01-03', 2020, 53],
    ['2024-01-24', 2024, 4],
  ])('%s', (date, year, week) => {
    expect(weekOf(Date.parse(date) / DAY)).toEqual({ year, week });
  });
});

describe('shifts', () => {
  it('keep the day of the month, or its last', () => {
    expect(iso(shiftMonths(dayOf(2024, 5, 31), -3))).toBe('2024-02-29');
    expect(iso(shiftMonths(dayOf(2023, 11, 15), 14))).toBe('2025-01-15');
  });
  it('find the nth weekday, from the end too', () => {
    expect(iso(nthWeekday(2024, 11, 4, 4))).toBe('2024-11-28');
    expect(iso(nthWeekday(2024, 5, 1, -1))).toBe('2024-05-27');
  });
});

describe('feasts', () => {
  it.each([
    [1961, '1961-04-02', '1961-04-09'],
    [2000, '2000-04-23', '2000-04-30'],
    [2024, '2024-03-31', '2024-05-05'],
    [2025, '2025-04-20', '2025-04-20'],
  ])('Easter of %i', (year, western, orthodox) => {
    expect(iso(easter(year))).toBe(western);
    expect(iso(orthodoxEaster(year))).toBe(orthodox);
  });
  it.each([
    [2016, 9, '2016-06-07'],
    [2023, 9, '2023-03-23'],
    [2024, 9, '2024-03-11'],
  ])('Ramadan of %i, within a day of the observed one', (year, month, date) => {
    expect(Math.abs(islamicIn(year, month, 1) - Date.parse(date) / DAY)).toBeLessThanOrEqual(1);
  });
  it.each([
    [5734, '1973-09-27'],
    [5784, '2023-09-16'],
    [5785, '2024-10-03'],
    [5786, '2025-09-23'],
  ])('Rosh Hashanah of %i', (year, date) => {
    expect(iso(hebrewNewYear(year))).toBe(date);
  });
  it('each Islamic feast lies in the year it was asked for', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1000, max: 2500 }), fc.integer({ min: 1, max: 12 }), (year, month) => {
        expect(civil(islamicIn(year, month, 1)).year).toBe(year);
      }),
    );
  });
});
