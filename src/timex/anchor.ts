/**
 * What an expression is read against: the article's date (or the dateline's), the last year and day that the text named, the tense of
 * its clause.
 */
import type { DateOrder } from '../document/settings.ts';
import type { Atoms } from './atoms.ts';
import { civil, dayOf, monthLength, weekdayOf } from './calendar.ts';
import type { Holiday } from './holidays.ts';
import type { Captures, Reading, Rule } from './rule.ts';
import { dayIn, dayValue, firstDay } from './value.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Which way a clause looks: -1 back, 1 ahead, 0 not known. */
export type Tense = -1 | 0 | 1;

export class Context {
  readonly atoms: Atoms;
  readonly vocabulary: Vocabulary;
  readonly order: DateOrder;
  readonly rules: readonly Rule[];
  readonly holidays: readonly Holiday[];
  /** The day on which the text speaks; none is known for an undated text. */
  reference: number | undefined;
  /** Hour and minute, where the article's date has them. */
  readonly clock: string | undefined;
  /** History rather than news: years come from the text, not from the article's date. */
  narrative = false;
  /** The year that the text named last (in a date with a month, if the text has no date). */
  year: number | undefined;
  /** The day that the text spoke of last. */
  day: number | undefined;
  /** Value of the last expression that is a stretch of the calendar. */
  previous: string | undefined;
  /** The quarter past that the text spoke of first, its subject: earnings reports compare with "a year earlier". */
  quarter: string | undefined;
  /** The last day that was named by a weekday and more: "Thursday, Dec. 15", then "on Thursday". */
  readonly weekdays = new Map<number, string>();
  /** First and last (exclusive) atom of the expression being read. */
  from = 0;
  to = 0;
  /** The atom behind the first of several extents. */
  split = 0;
  readonly #tense: (atom: number) => Tense;

  constructor(options: {
    atoms: Atoms;
    vocabulary: Vocabulary;
    order: DateOrder;
    rules: readonly Rule[];
    holidays: readonly Holiday[];
    date: string | null;
    tense: (atom: number) => Tense;
  }) {
    this.atoms = options.atoms;
    this.vocabulary = options.vocabulary;
    this.order = options.order;
    this.rules = options.rules;
    this.holidays = options.holidays;
    this.reference = options.date === null ? undefined : dayIn(options.date);
    this.clock = options.date === null ? undefined : /T(\d\d:\d\d)/.exec(options.date)?.[1];
    this.#tense = options.tense;
  }

  get tense(): Tense {
    return this.#tense(this.from);
  }
  /** The vocabulary's word at an atom, '' for one that is not in it or doesn't exist. */
  word(at: number): string {
    return at >= 0 && at < this.atoms.length ? this.vocabulary.words[this.atoms.id[at]] : '';
  }
  /** The atom as written. */
  written(at: number): string {
    return at >= 0 && at < this.atoms.length ? this.atoms.text.slice(this.atoms.start[at], this.atoms.end[at]) : '';
  }
  /** The word in front of the expression. */
  get before(): string {
    return this.word(this.from - 1);
  }
  get after(): string {
    return this.word(this.to);
  }

  /** The value of a `<date>` that another rule's pattern holds. */
  dateOf(captures: Captures): Reading | undefined {
    const reading = this.rules[captures.date].read(captures, this);
    return Array.isArray(reading) ? reading[0] : (reading as Reading | undefined);
  }

  /** The year of a month that is named without one: nearest to the article's date, turned by the clause's tense. */
  yearOf(month: number, day?: number): number | undefined {
    if (this.narrative) return this.storyYear(month);
    if (this.reference === undefined) return this.year;
    const today = civil(this.reference);
    if (day === undefined && month === today.month) return today.year;
    const at = (year: number) => dayOf(year, month, Math.min(day ?? 15, monthLength(year, month)));
    const distance = (year: number) => Math.abs(at(year) - this.reference!);
    const near = [today.year - 1, today.year, today.year + 1].reduce((a, b) => (distance(b) < distance(a) ? b : a));
    const { tense } = this;
    const far = this.written(this.from - 1) === 'ended' ? 0 : day === undefined ? 45 : 100;
    if (tense < 0 && at(near) > this.reference && distance(near) > far) return near - 1;
    if (tense > 0 && at(near) < this.reference - 15 && distance(near) > 75) return near + 1;
    return near;
  }

  /** In a story the last year that was named, and the next one when December turns to January. */
  private storyYear(month: number): number | undefined {
    const before = /^(\d{4})-(\d\d)/.exec(this.previous ?? '');
    if (this.year === undefined || !before) return this.year;
    const [year, last] = [Number(before[1]), Number(before[2])];
    const turned = (year === this.year && last >= 11 && month <= 2) || (year === this.year + 1 && month >= last);
    return turned ? this.year + 1 : this.year;
  }

  /** The day of a bare weekday: the last one up to the article's date, or the next one where the clause looks ahead. */
  weekday(weekday: number): number | undefined {
    if (this.reference === undefined) return undefined;
    const back = (weekdayOf(this.reference) - weekday + 7) % 7;
    const possessive = this.after === "'" && this.word(this.to + 1) === 's';
    if (this.tense > 0 && back > 0 && !possessive) return this.reference - back + 7;
    return this.reference - back;
  }

  /** Remembers what a reading said, for those behind it. */
  note(reading: Reading, captures: Captures): void {
    const { value } = reading;
    if (reading.passing || reading.type === 'DURATION' || reading.type === 'SET' || /^P/.test(value)) return;
    const day = dayIn(value);
    // "since February 4" is where something began, not the day that is told of
    if (day !== undefined && this.before !== 'since') this.day = day;
    if (/^\d{4}-Q/.test(value) && this.isOver(value)) this.quarter ??= value;
    if (/^[\dX]/.test(value)) this.previous = value;
    if (captures.weekday !== undefined && !/W/.test(value)) this.weekdays.set(captures.weekday, value.slice(0, 10));
    const whole = this.narrative ? /^(\d{4})(?:$|-\d\d)/ : /^(\d{4})-\d\d/;
    const year = whole.exec(value)?.[1];
    if (year && !reading.implied?.includes('year')) this.year = Number(year);
  }
  /** Whether a quarter lies behind the article. */
  private isOver(quarter: string): boolean {
    return this.reference === undefined || firstDay(quarter)! + 80 < this.reference;
  }
  /** A day as a value, with what had to be worked out. */
  dayReading(day: number | undefined, unknown: string): Reading {
    return day === undefined ? { value: unknown } : { value: dayValue(day), implied: ['year', 'month', 'day'] };
  }
}
