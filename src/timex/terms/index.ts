/** Parts of expressions that are more than a word of a class, by the names that patterns know them by. */
import type { Node } from '../trial.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { amountTerms } from './amount.ts';
import { dateTerms } from './date.ts';
import { done, glued, idAt, Kit, type Terms, term } from './kit.ts';
import { numberTerms } from './number.ts';

export { VAGUE } from './kit.ts';

export function makeTerms(vocabulary: Vocabulary): Map<string, Node> {
  const kit = new Kit(vocabulary);
  const terms = new Map(numberTerms(kit));
  const more: Terms = [
    ...amountTerms(kit, terms.get('number')!),
    ...dateTerms(kit, terms.get('ordinal')!),
    ['ampm', ampmTerm(kit)],
  ];
  for (const [name, node] of more) terms.set(name, node);
  return terms;
}

/** `<ampm>`: "a.m.", "PM"; 0 for the hours before noon, 12 for those behind it. */
function ampmTerm(kit: Kit): Node {
  const [am, pm, a, p, m, point] = kit.ids('am', 'pm', 'a', 'p', 'm', '.');
  return term(
    (id) => id === am || id === pm || id === a || id === p,
    (trial, at) => {
      const id = idAt(trial, at);
      if (id === am || id === pm) return done(trial, id === am ? 0 : 12, at + 1);
      let next = at + 1;
      if (idAt(trial, next) === point) next++;
      if ((id !== a && id !== p) || idAt(trial, next) !== m) return -1;
      next++;
      if (idAt(trial, next) === point && glued(trial, next)) next++;
      return done(trial, id === a ? 0 : 12, next);
    },
    (_, second) => second === point || second === m,
  );
}
