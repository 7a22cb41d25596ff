/** The one file that imports compromise (0.3 s to load): its tables of regular and irregular English forms, typed. */
import nlp from 'compromise/two';

interface Transform {
  readonly noun: { toPlural(word: string, model: object): string };
  readonly verb: { conjugate(infinitive: string, model: object): Readonly<Record<string, string | undefined>> };
}

const { transform } = (nlp.methods() as { two: { transform: Transform } }).two;
const model = nlp.model();

/** "army" → "armies". */
export const pluralOf = (noun: string): string => transform.noun.toPlural(noun, model);

/** "strike" → { PastTense: "struck", PresentTense: "strikes", Gerund: "striking", … }. */
export const conjugationOf = (verb: string): Readonly<Record<string, string | undefined>> =>
  transform.verb.conjugate(verb, model);
