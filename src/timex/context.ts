/** What an expression is read against, as far as the text has been read: its day, what it named last, the words around. */
import type { DateOrder } from '../document/settings.ts';
import type { Atoms } from './atoms.ts';
import type { Match } from './grammar.ts';
import type { Holiday } from './holidays.ts';
import type { Captures, Reading, Rule, TimexType } from './rule.ts';
import { dayIn, digitsAt, firstDay } from './value.ts';
import { NONE, type Vocabulary } from './vocabulary.ts';

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
  /** Where rules match, for looking ahead; the place being read. */
  places: readonly (readonly Match[])[] = [];
  place = 0;
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
  isA(at: number, className: string): boolean {
    return at >= 0 && at < this.atoms.length && this.vocabulary.column(className)[this.atoms.id[at]] !== NONE;
  }
  /** The word or sign in front of the expression, in lower case. */
  get before(): string {
    return this.word(this.from - 1) || this.written(this.from - 1).toLowerCase();
  }
  /** The word or sign behind it. */
  get after(): string {
    return this.word(this.to) || this.written(this.to).toLowerCase();
  }

  /** The value of a `<date>` that another rule's pattern holds. */
  dateOf(captures: Captures): Reading | undefined {
    const reading = this.rules[captures.date].read(captures, this);
    return Array.isArray(reading) ? reading[0] : (reading as Reading | undefined);
  }

  /** Remembers what a reading said, for those behind it. @param type the rule's where the reading has none */
  note(reading: Reading, type: TimexType, captures: Captures): void {
    const { value } = reading;
    if (reading.passing || type === 'DURATION' || type === 'SET' || value.startsWith('P')) return;
    const day = dayIn(value);
    // "since February 4" is where something began, not the day that is told of
    if (day !== undefined && this.before !== 'since') this.day = day;
    if (value.startsWith('-Q', 4) && digitsAt(value, 0, 4) >= 0 && this.isOver(value)) this.quarter ??= value;
    if (value.startsWith('X') || digitsAt(value, 0, 1) >= 0) this.previous = value;
    if (captures.weekday !== undefined && !value.includes('W')) this.weekdays.set(captures.weekday, value.slice(0, 10));
    if (reading.implied?.includes('year')) return;
    const whole = this.narrative ? /^(\d{4})(?:$|-[\dA-Z]{2})/ : /^(\d{4})-\d\d/;
    const year = whole.exec(value)?.[1];
    if (year) this.year = Number(year);
  }
  /** Whether a quarter lies behind the article. */
  private isOver(quarter: string): boolean {
    return this.reference === undefined || firstDay(quarter)! + 80 < this.reference;
  }
}
