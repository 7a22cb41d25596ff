/** Rows of several words of a class, the longest first. */
import type { Trial } from '../trial.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { done, idAt } from './kit.ts';

interface Phrase {
  readonly words: readonly number[];
  readonly value: number;
}

export class Phrases {
  readonly #byFirst: (Phrase[] | undefined)[] = [];
  constructor(vocabulary: Vocabulary, className: string) {
    const own = vocabulary.phrases.filter((phrase) => phrase.class === className);
    for (const phrase of own.sort((a, b) => b.words.length - a.words.length))
      (this.#byFirst[phrase.words[0]] ??= []).push(phrase);
  }
  starts(id: number): boolean {
    return this.#byFirst[id] !== undefined;
  }
  goesOn(first: number, second: number): boolean {
    return this.#byFirst[first]?.some(({ words }) => words[1] === second) ?? false;
  }
  match(trial: Trial, at: number): number {
    const id = idAt(trial, at);
    const phrases = id < 0 ? undefined : this.#byFirst[id];
    if (!phrases) return -1;
    for (const { words, value } of phrases) {
      let i = 1;
      while (i < words.length && idAt(trial, at + i) === words[i]) i++;
      if (i === words.length) return done(trial, value, at + i);
    }
    return -1;
  }
}
