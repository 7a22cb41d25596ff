/** Two runs over the same texts, document by document, into one report. */
import { fail } from '../../document/check.ts';
import type { Annotated } from '../report/describe.ts';
import { each } from '../score/counts.ts';
import { type Change, DIFF_LAYERS, type DiffLayer } from './change.ts';
import { diffText, type Judge } from './text.ts';

export interface Tally {
  before: number;
  after: number;
  /** The same in both. */
  kept: number;
  changed: number;
  lost: number;
  gained: number;
}
export interface LayerDiff extends Readonly<Tally> {
  /** By type, or by role for arguments. */
  readonly by: Readonly<Record<string, Readonly<Tally>>>;
  /** Against gold, where there is one: of the lost and gained, how many were right. */
  readonly right?: { readonly lost: number; readonly gained: number };
}

export interface DiffReport {
  /** In both runs. */
  readonly documents: number;
  /** Documents of one run only. What they hold counts as lost, and gained. */
  readonly lost: readonly string[];
  readonly gained: readonly string[];
  /** Documents whose texts differ: their records can't be compared. */
  readonly otherTexts: readonly string[];
  readonly layers: Readonly<Record<DiffLayer, LayerDiff>>;
  /** The first changes, in the order of documents, layers and the text. */
  readonly changes: readonly Change[];
  /** How many changes there are that aren't listed. */
  readonly unlisted: number;
}

export interface DiffOptions {
  /** How many changes are listed; all when left out. */
  readonly limit?: number;
}

const none = (): Tally => ({ before: 0, after: 0, kept: 0, changed: 0, lost: 0, gained: 0 });

/** Takes documents one by one and keeps counts and the first changes only. */
export class Diff {
  readonly #limit: number;
  readonly #tallies = each(DIFF_LAYERS, () => new Map<string, Tally>());
  readonly #right = each(DIFF_LAYERS, () => ({ lost: 0, gained: 0 }));
  readonly #changes: Change[] = [];
  readonly #lost: string[] = [];
  readonly #gained: string[] = [];
  readonly #otherTexts: string[] = [];
  #documents = 0;
  #all = 0;
  #judged = false;

  constructor({ limit = Number.POSITIVE_INFINITY }: DiffOptions = {}) {
    this.#limit = limit;
  }

  /** @param judge says what was right, where there is gold */
  add(before: Annotated | undefined, after: Annotated | undefined, judge?: Judge): void {
    const { id, text } = before ?? after ?? fail('Diff.add', 'a document before or after', undefined);
    const nothing: Annotated = { id, text, mentions: [], entities: [], relations: [], events: [] };
    if (!before) this.#gained.push(id);
    else if (!after) this.#lost.push(id);
    else if (before.text !== after.text) this.#otherTexts.push(id);
    else this.#documents++;
    if (before && after && before.text !== after.text) return;
    if (judge) this.#judged = true;
    const { changes, sizes } = diffText(before ?? nothing, after ?? nothing, judge);
    for (const { layer, type, side } of sizes) this.#tally(layer, type)[side]++;
    for (const change of changes) this.#count(change);
  }

  #tally(layer: DiffLayer, type: string): Tally {
    const tally = this.#tallies[layer].get(type) ?? none();
    this.#tallies[layer].set(type, tally);
    return tally;
  }
  #count(change: Change): void {
    const { layer, type, change: what, right } = change;
    this.#tally(layer, type)[what]++;
    if (what === 'lost' && right?.before) this.#right[layer].lost++;
    if (what === 'gained' && right?.after) this.#right[layer].gained++;
    if (this.#all++ < this.#limit) this.#changes.push(change);
  }

  #layer(layer: DiffLayer): LayerDiff {
    const sum = none();
    const by: Record<string, Tally> = {};
    for (const [type, tally] of [...this.#tallies[layer]].sort(([a], [b]) => (a < b ? -1 : 1))) {
      const whole = { ...tally, kept: tally.before - tally.changed - tally.lost };
      by[type] = whole;
      for (const key of Object.keys(sum) as (keyof Tally)[]) sum[key] += whole[key];
    }
    return { ...sum, by, ...(this.#judged && layer !== 'entities' ? { right: this.#right[layer] } : {}) };
  }
  report(): DiffReport {
    return {
      documents: this.#documents,
      lost: this.#lost,
      gained: this.#gained,
      otherTexts: this.#otherTexts,
      layers: each(DIFF_LAYERS, (layer) => this.#layer(layer)),
      changes: this.#changes,
      unlisted: this.#all - this.#changes.length,
    };
  }
}
