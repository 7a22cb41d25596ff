import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { chunksOf } from '../../src/batch/chunk.ts';
import { ordered } from '../../src/batch/ordered.ts';

setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');

describe('a stream of answers', () => {
  it('is in order whatever is ready first, and no more than so many chunks are under way', async () => {
    let under = 0;
    let most = 0;
    const source = async function* () {
      for (let i = 0; i < 50; i++) yield i;
    };
    const work = async (i: number): Promise<number[]> => {
      most = Math.max(most, ++under);
      await new Promise((resolve) => setTimeout(resolve, (i * 7) % 11));
      under--;
      return [i, i];
    };
    const answers: number[] = [];
    for await (const answer of ordered(source(), work, 4)) answers.push(answer);
    expect(answers).toEqual(Array.from({ length: 100 }, (_, i) => i >> 1));
    expect(most).toBeLessThanOrEqual(4);
    expect(most).toBeGreaterThan(1);
  });

  it('throws a failure in its turn', async () => {
    const source = async function* () {
      yield* [0, 1, 2, 3];
    };
    const work = async (i: number): Promise<number[]> => {
      if (i === 2) throw new Error('two');
      await new Promise((resolve) => setTimeout(resolve, 20));
      return [i];
    };
    const answers: number[] = [];
    const reading = (async () => {
      for await (const answer of ordered(source(), work, 4)) answers.push(answer);
    })();
    await expect(reading).rejects.toThrow('two');
    expect(answers).toEqual([0, 1]);
  });

  it('holds nothing of what has passed, be it watched by a signal', async () => {
    const source = async function* () {
      for (let i = 0; i < 5000; i++) yield { text: `${i} ${'x'.repeat(20_000)}`.toUpperCase() };
    };
    const work = async (chunk: { text: string }[]): Promise<string[]> => chunk.map(({ text }) => text.toLowerCase());
    const { signal } = new AbortController();
    const heaps: number[] = [];
    let count = 0;
    for await (const _ of ordered(
      chunksOf(source(), ({ text }) => text.length, 30_000),
      work,
      5,
      signal,
    )) {
      if (++count % 1000) continue;
      collectGarbage();
      heaps.push(process.memoryUsage().heapUsed / 1e6);
    }
    // 200 MB have passed
    expect(heaps[4] - heaps[0]).toBeLessThan(10);
  });
});
