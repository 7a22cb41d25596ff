/** Tables of the words around an event: light verbs, words of status, verbs of saying, idioms, modes. */
import { decode, resource } from '../document/assets.ts';
import type { Settings } from '../document/settings.ts';
import { parseTable } from '../gazetteer/table.ts';
import type { LightVerbs } from './slot.ts';

export type Says = 'attempted' | 'threatened' | 'planned' | 'hypothetical' | 'alleged';
export interface Context {
  readonly light: LightVerbs;
  /** Words that govern the event ("tried to attack"). */
  readonly above: ReadonlyMap<string, Says>;
  /** Words below it ("failed coup"). */
  readonly below: ReadonlyMap<string, Says>;
  readonly negativeAbove: ReadonlySet<string>;
  readonly negativeBelow: ReadonlySet<string>;
  readonly saying: ReadonlySet<string>;
  /** Stretches of lemmas that name no event, by their first word. */
  readonly idioms: ReadonlyMap<string, readonly (readonly string[])[]>;
  readonly modes: ReadonlyMap<string, string>;
}

const table = <const C extends string>(settings: Settings, name: string, columns: readonly C[]) =>
  resource(settings.assets, `lexicon/${name}`, (bytes) => parseTable(decode(bytes), name, columns));

export function contextOf(settings: Settings): Context {
  const words = table(settings, 'event-context.tsv', ['word', 'where', 'says']);
  const says = (where: string) =>
    new Map(words.filter((r) => r.where === where && r.says !== 'negative').map((r) => [r.word, r.says as Says]));
  const negative = (where: string) =>
    new Set(words.filter((r) => r.where === where && r.says === 'negative').map((r) => r.word));
  const idioms = new Map<string, string[][]>();
  for (const { lemmas } of table(settings, 'event-idiom.tsv', ['lemmas'])) {
    const [first, ...rest] = lemmas.split(' ');
    idioms.set(first, [...(idioms.get(first) ?? []), [first, ...rest]]);
  }
  return {
    light: new Map(
      table(settings, 'event-light.tsv', ['verb', 'subject']).map((r) => [
        r.verb,
        r.subject === 'undergo' ? 'undergo' : 'nsubj',
      ]),
    ),
    above: says('comp'),
    below: says('mod'),
    negativeAbove: negative('comp'),
    negativeBelow: negative('mod'),
    saying: new Set(table(settings, 'event-source.tsv', ['verb']).map((r) => r.verb)),
    idioms,
    modes: new Map(table(settings, 'event-mode.tsv', ['word', 'mode']).map((r) => [r.word, r.mode])),
  };
}
