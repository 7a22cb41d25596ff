import { describe, expect, it } from 'vitest';
import { ShortcutLearner, Shortcuts } from '../../src/perceptron/index.ts';

/** Decisions in contexts of two levels, as often as they were met. */
function learnt(cases: readonly (readonly [number, number, number, number])[], purity = 0.9): Shortcuts {
  const learner = new ShortcutLearner(2);
  for (const [wide, narrow, decision, times] of cases)
    for (let i = 0; i < times; i++) learner.note(Int32Array.of(wide, narrow), decision);
  return new Shortcuts(learner.pack({ count: 10, purity }));
}
const find = (shortcuts: Shortcuts, ...keys: number[]): number => shortcuts.find(Int32Array.from(keys), keys.length);

describe('shortcuts', () => {
  it('decide where a context always led to the same decision', () => {
    const shortcuts = learnt([[-5, 1, 3, 12]]);
    expect(find(shortcuts, -5, 77)).toBe(3);
    expect(find(shortcuts, 6, 77)).toBe(-1);
  });

  it('leave to the model what is rare or mixed', () => {
    const shortcuts = learnt([
      [1, 11, 0, 9],
      [2, 12, 0, 10],
      [2, 12, 1, 10],
    ]);
    expect(find(shortcuts, 1, 11)).toBe(-1);
    expect(find(shortcuts, 2, 12)).toBe(-1);
  });

  it('ask the narrow context where the wide one is mixed', () => {
    const shortcuts = learnt([
      [1, 11, 0, 20],
      [1, 12, 5, 20],
    ]);
    expect(find(shortcuts, 1, 11)).toBe(0);
    expect(find(shortcuts, 1, 12)).toBe(5);
    expect(find(shortcuts, 1, 13)).toBe(-1);
  });

  it('of a model without any find nothing', () => {
    expect(find(new Shortcuts(new Uint8Array(0)), 0, 1)).toBe(-1);
  });
});
