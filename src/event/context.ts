/** Tables of the words around an event: light verbs, words of status, verbs of saying, idioms, modes. */
import { decode, resource } from '../document/assets.ts';
import type { Settings } from '../document/settings.ts';
import { parseTable } from '../gazetteer/table.ts';
import { type BlameWords, blameWords } from './blame.ts';
import { MISSING } from './casualty.ts';
import type { CivilWords } from './civil.ts';
import { type LightVerbs, lightVerbs } from './light.ts';
import { MARK, type Vocabulary } from './vocabulary.ts';

export type Says = 'attempted' | 'threatened' | 'planned' | 'hypothetical' | 'alleged';
export interface Modals {
  /** How they are marked in the vocabulary. */
  readonly mark: number;
  readonly says: ReadonlyMap<string, Says>;
  readonly negative: ReadonlySet<string>;
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
  readonly idioms: ReadonlyMap<string, readonly (readonly string[])[]>;
  readonly modes: ReadonlyMap<string, string>;
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
    for (const { word } of rows) vocabulary.add(word, mark);
    return {
      mark,
      says: new Map(rows.filter((r) => r.says !== 'negative').map((r) => [r.word, r.says as Says])),
      negative: new Set(rows.filter((r) => r.says === 'negative').map((r) => r.word)),
    };
  };
  const idioms = new Map<string, string[][]>();
  for (const { lemmas } of table(settings, 'event-idiom.tsv', ['lemmas'])) {
    const [first, ...rest] = lemmas.split(' ');
    idioms.set(first, [...(idioms.get(first) ?? []), [first, ...rest]]);
    vocabulary.add(first, MARK.idiom);
  }
  const modes = table(settings, 'event-mode.tsv', ['word', 'mode']);
  const civil = table(settings, 'event-civil.tsv', ['word', 'as']);
  const civilAs = (...kinds: string[]) => new Set(civil.filter((r) => kinds.includes(r.as)).map((r) => r.word));
  vocabulary.addAll(civilAs('field'), MARK.field);
  vocabulary.addAll(MISSING, MARK.missing);
  const light = lightVerbs(table(settings, 'event-light.tsv', ['verb', 'subject']));
  const blame = blameWords(table(settings, 'event-blame.tsv', ['word', 'pos', 'event', 'culprit']));
  const saying = table(settings, 'event-source.tsv', ['verb']).map((r) => r.verb);
  vocabulary.addAll(light.keys(), MARK.light);
  vocabulary.addAll(blame.keys(), MARK.blame);
  vocabulary.addAll(saying, MARK.saying);
  return {
    light,
    blame,
    clause: modals('clause', MARK.clause),
    thing: modals('thing', MARK.thing),
    below: modals('mod', MARK.below),
    idioms,
    civil: { agents: civilAs('business', 'play'), works: civilAs('work') },
    modes: new Map(modes.map((r) => [r.word, r.mode])),
    modesOfKinds: new Map(modes.filter((r) => r.word.startsWith('#')).map((r) => [r.word.slice(1), r.mode])),
  };
}
