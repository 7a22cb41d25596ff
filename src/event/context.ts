/** Tables of the words around an event: light verbs, words of status, verbs of saying, idioms, modes. */
import { decode, resource } from '../document/assets.ts';
import { STATUSES } from '../document/schema.ts';
import type { Settings } from '../document/settings.ts';
import { constantsOf, parseTable } from '../gazetteer/table.ts';
import { type BlameWords, blameWords } from './blame.ts';
import { MISSING } from './casualty.ts';
import type { CivilWords } from './civil.ts';
import { type LightVerbs, lightVerbs } from './light.ts';
import { STANDING } from './standing.ts';
import { MARK, type Vocabulary } from './vocabulary.ts';

const statusNamed = constantsOf(STATUSES);

export type Says = 'attempted' | 'threatened' | 'planned' | 'hypothetical' | 'alleged';
/** Here as in all tables below words are known by their numbers. */
export interface Modals {
  /** How they are marked in the vocabulary. */
  readonly mark: number;
  readonly says: ReadonlyMap<number, Says>;
  readonly negative: ReadonlyMap<number, true>;
}
export interface Context {
  readonly light: LightVerbs;
  readonly blame: BlameWords;
  /** Words that govern a clause with the event ("tried to attack"). */
  readonly clause: Modals;
  /** Words that govern the noun that names it ("threat of war"). */
  readonly thing: Modals;
  /** Words below it ("failed coup"). */
  readonly below: Modals;
  /** Stretches of lemmas that name no event, by their first word. */
  readonly idioms: ReadonlyMap<number, readonly (readonly string[])[]>;
  readonly modes: ReadonlyMap<number, string>;
  /** The same by kind of mention. */
  readonly modesOfKinds: ReadonlyMap<string, string>;
  /** Words of trade, sport and the arts. */
  readonly civil: CivilWords;
}

const table = <const C extends string>(settings: Settings, name: string, columns: readonly C[]) =>
  resource(settings.assets, `lexicon/${name}`, (bytes) => parseTable(decode(bytes), name, columns));

export function contextOf(settings: Settings, vocabulary: Vocabulary): Context {
  const words = table(settings, 'event-context.tsv', ['word', 'where', 'says']);
  const modals = (where: string, mark: number): Modals => {
    const rows = words.filter((r) => r.where === where);
    const negative = rows.filter((r) => r.says === 'negative').map((r) => r.word);
    const others = rows.filter((r) => r.says !== 'negative');
    return {
      mark,
      says: vocabulary.byNumber(
        others.map((r) => [r.word, statusNamed(r.says as Says) as Says] as const),
        mark,
      ),
      negative: vocabulary.addAll(negative, mark),
    };
  };
  const idioms = new Map<number, string[][]>();
  for (const { lemmas } of table(settings, 'event-idiom.tsv', ['lemmas'])) {
    const idiom = lemmas.split(' ');
    const first = vocabulary.add(idiom[0], MARK.idiom);
    idioms.set(first, [...(idioms.get(first) ?? []), idiom]);
  }
  const modes = table(settings, 'event-mode.tsv', ['word', 'mode']);
  const civil = table(settings, 'event-civil.tsv', ['word', 'as']);
  const civilAs = (...kinds: string[]) => new Set(civil.filter((r) => kinds.includes(r.as)).map((r) => r.word));
  vocabulary.addAll(civilAs('field'), MARK.field);
  vocabulary.addAll(MISSING, MARK.missing);
  vocabulary.addAll(STANDING, MARK.stands);
  const light = lightVerbs(table(settings, 'event-light.tsv', ['verb', 'subject']), vocabulary);
  const blame = blameWords(table(settings, 'event-blame.tsv', ['word', 'pos', 'event', 'culprit']), vocabulary);
  const saying = table(settings, 'event-source.tsv', ['verb']).map((r) => r.verb);
  vocabulary.addAll(saying, MARK.saying);
  return {
    light,
    blame,
    clause: modals('clause', MARK.clause),
    thing: modals('thing', MARK.thing),
    below: modals('mod', MARK.below),
    idioms,
    civil: { agents: vocabulary.addAll(civilAs('business', 'play')), works: vocabulary.addAll(civilAs('work')) },
    modes: vocabulary.byNumber(modes.map((r) => [r.word, r.mode] as const)),
    modesOfKinds: new Map(modes.filter((r) => r.word.startsWith('#')).map((r) => [r.word.slice(1), r.mode])),
  };
}
