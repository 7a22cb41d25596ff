/** How many: "20", "a couple of", "several", "half an", "dozens of"; and how sure: "nearly", "more than". */
import type { Node, Trial } from '../trial.ts';
import { NONE } from '../vocabulary.ts';
import { done, idAt, isNumeral, type Kit, type Terms, term, VAGUE } from './kit.ts';
import { Phrases } from './phrases.ts';

/** `<count>`: a number, 1 for "a", `VAGUE` for "several". */
function countTerm(kit: Kit, numberNode: Node): Node {
  const [number, scale, vague] = [kit.values('number'), kit.values('scale'), kit.values('few')];
  const [a, an, another, of, half, dozen, couple, few, good] = kit.ids(
    ...(['a', 'an', 'another', 'of', 'half', 'dozen', 'couple', 'few', 'good'] as const),
  );
  const crowds = new Set(kit.ids('dozens', 'hundreds', 'thousands', 'tens', 'scores'));
  const wholes = new Set(kit.ids('good', 'full', 'whole', 'single', 'additional', 'further'));
  const isArticle = (id: number): boolean => id === a || id === an;

  function afterArticle(trial: Trial, at: number): number {
    const id = idAt(trial, at);
    if (id === few) return done(trial, VAGUE, at + 1);
    if (id === good && idAt(trial, at + 1) === few) return done(trial, VAGUE, at + 2);
    if (id === couple) return done(trial, 2, idAt(trial, at + 1) === of ? at + 2 : at + 1);
    if (id === dozen) return done(trial, 12, at + 1);
    if (id === half) return done(trial, 0.5, at + 1);
    if (wholes.has(id)) return done(trial, 1, at + 1);
    const scaled = scale(id);
    return scaled === 100 || scaled === 1000 ? done(trial, scaled, at + 1) : done(trial, 1, at);
  }
  function counted(trial: Trial, at: number): number {
    const end = numberNode.match(trial, at);
    return end >= 0 && idAt(trial, end) === dozen ? done(trial, trial.value * 12, end + 1) : end;
  }
  const isNumber = (id: number): boolean => isNumeral(id) || number(id) !== NONE;
  return term(
    (id) =>
      isNumber(id) ||
      vague(id) !== NONE ||
      isArticle(id) ||
      id === another ||
      id === half ||
      id === couple ||
      crowds.has(id),
    (trial, at) => {
      const id = idAt(trial, at);
      if (isNumber(id)) return counted(trial, at);
      if (isArticle(id)) return afterArticle(trial, at + 1);
      if (vague(id) !== NONE) return done(trial, VAGUE, at + 1);
      const next = idAt(trial, at + 1);
      if (id === couple) return next === of ? done(trial, 2, at + 2) : -1;
      if (id === half) return isArticle(next) ? done(trial, 0.5, at + 2) : -1;
      if (crowds.has(id)) return next === of ? done(trial, VAGUE, at + 2) : -1;
      return id === another ? done(trial, 1, at + 1) : -1;
    },
    (first, second) =>
      isNumber(first)
        ? second === dozen || numberNode.reach(first, second, 0) > 2
        : second === of ||
          isArticle(second) ||
          second === few ||
          second === couple ||
          second === dozen ||
          second === half ||
          wholes.has(second) ||
          scale(second) !== NONE,
  );
}

/** `<hedge>`: "over" only in front of an amount ("over the past year" has none). */
function hedgeTerm(kit: Kit): Node {
  const [hedge, few, direction] = [kit.values('hedge'), kit.values('few'), kit.values('direction')];
  const [over, the] = kit.ids('over', 'the');
  const phrases = new Phrases(kit.vocabulary, 'hedge');
  return term(
    (id) => hedge(id) !== NONE || phrases.starts(id),
    (trial, at) => {
      const id = idAt(trial, at);
      const end = phrases.match(trial, at);
      if (end >= 0) return end;
      if (hedge(id) === NONE) return -1;
      const next = idAt(trial, at + 1);
      if (id === over && (next < 0 || next === the || few(next) !== NONE || direction(next) !== NONE)) return -1;
      return done(trial, hedge(id), at + 1);
    },
    (first, second) => phrases.goesOn(first, second),
  );
}

export const amountTerms = (kit: Kit, numberNode: Node): Terms => [
  ['count', countTerm(kit, numberNode)],
  ['hedge', hedgeTerm(kit)],
];
