import type { LayerName, Layers } from './layers.ts';
import type { Diagnostic } from './schema.ts';
import type { Settings } from './settings.ts';

type Given = 'text' | 'date' | 'source';
/** What a stage adds: all layers that it writes, and what it found odd. */
export type Added<W extends LayerName> = Pick<Layers, W> & { readonly diagnostics?: readonly Diagnostic[] };
/** A stage, compiled: from the layers that it reads to the layers that it writes. Pure: it changes nothing that it is given. */
export type Run<R extends LayerName, W extends LayerName> = (layers: Pick<Layers, R | Given>) => Added<W>;

/**
 * One step of the pipeline. `prepare` is called once for an extractor, on its first text: load models and compile tables there.
 */
export interface Stage<R extends LayerName = LayerName, W extends LayerName = LayerName> {
  readonly name: string;
  readonly reads: readonly R[];
  readonly writes: readonly W[];
  prepare(settings: Settings): Run<R, W>;
}

/** Declares a stage; the compiler holds it to the layers that it says it reads and writes. */
export const defineStage = <const R extends LayerName, const W extends LayerName>(stage: Stage<R, W>): Stage<R, W> =>
  Object.freeze(stage);
