/** Runs the stages that dates need over a sentence, and writes what they find as "[value words]". */
import { readFileSync } from 'node:fs';
import { emptyLayers, type Layers, type Timex } from '../../src/document/layers.ts';
import { type DateOrder, defaultSettings } from '../../src/document/settings.ts';
import { tagging } from '../../src/tagging/index.ts';
import { timex } from '../../src/timex/index.ts';
import { tokenization } from '../../src/tokenization/index.ts';

const assets = (name: string) => readFileSync(new URL(`../../src/${name}`, import.meta.url));
const runs = new Map<DateOrder, (text: string, date: string | null) => Layers>();

function prepare(dateOrder: DateOrder) {
  const settings = { ...defaultSettings(assets), dateOrder };
  const stages = [tokenization.prepare(settings), tagging.prepare(settings), timex.prepare(settings)] as ((
    layers: Layers,
  ) => Partial<Layers>)[];
  return (text: string, date: string | null): Layers =>
    stages.reduce<Layers>((layers, run) => Object.assign(layers, run(layers)), emptyLayers(text, date, null));
}

/** Wednesday, 24 April 2024 */
export const REFERENCE = '2024-04-24';

export function layersOf(text: string, date: string | null = REFERENCE, order: DateOrder = 'mdy'): Layers {
  let run = runs.get(order);
  if (!run) {
    run = prepare(order);
    runs.set(order, run);
  }
  return run(text, date);
}
export const timexesOf = (...input: Parameters<typeof layersOf>): readonly Timex[] => layersOf(...input).timexes;

export function bracketed(text: string, timexes: readonly Timex[]): string {
  let out = '';
  let at = 0;
  for (const { start, end, value } of timexes) {
    out += `${text.slice(at, start)}[${value} ${text.slice(start, end)}]`;
    at = end;
  }
  return out + text.slice(at);
}

/** An example in bracket notation as its plain text and the date that it is read against. */
export function plain(example: string): { text: string; date: string | null; expected: string } {
  const undated = example.startsWith('undated: ');
  const dated = /^(\d{4}-\d\d-\d\d): /.exec(example);
  const expected = undated ? example.slice(9) : dated ? example.slice(dated[0].length) : example;
  return {
    text: expected.replace(/\[\S+ ([^\]]*)\]/g, '$1'),
    date: undated ? null : (dated?.[1] ?? REFERENCE),
    expected,
  };
}
