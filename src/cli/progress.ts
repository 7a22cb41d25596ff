/** How far a long run has come: a line that is written over on a terminal, or lines of JSON for a machine. */
import type { Progress } from '../batch/run.ts';

export type ProgressForm = 'bar' | 'json' | 'none';

interface Shown {
  readonly done: number;
  readonly kept: number;
  readonly failed: number;
  readonly seconds: number;
  readonly documentsPerSecond: number;
  readonly tokensPerSecond: number;
  /** From 0 to 1, and seconds; null where the input's length isn't known. */
  readonly fraction: number | null;
  readonly secondsLeft: number | null;
}

const rounded = (value: number): number => Math.round(value * 10) / 10;

/** @param seconds since the start */
export function measure({ done, kept, failed, tokens, gauge }: Progress, seconds: number): Shown {
  const fraction = gauge.total ? Math.min(gauge.read / gauge.total, 1) : null;
  return {
    ...{ done, kept, failed },
    seconds: rounded(seconds),
    documentsPerSecond: rounded((done - kept) / seconds || 0),
    tokensPerSecond: Math.round(tokens / seconds || 0),
    fraction: fraction === null ? null : Math.round(fraction * 1000) / 1000,
    secondsLeft: fraction ? Math.round((seconds * (1 - fraction)) / fraction) : null,
  };
}

const clock = (seconds: number): string => {
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  const two = (n: number): string => String(n).padStart(2, '0');
  return hours ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
};
const BAR = 20;

/** "████████░░░░░░░░░░░░ 40%  1,204 documents · 31.2/s · 24,010 tokens/s · 2 failed · 0:41 left" */
export function bar(shown: Shown): string {
  const { done, failed, fraction, secondsLeft, documentsPerSecond, tokensPerSecond } = shown;
  const filled = Math.round((fraction ?? 0) * BAR);
  const parts = [
    `${done.toLocaleString('en')} documents`,
    `${documentsPerSecond.toLocaleString('en')}/s`,
    `${tokensPerSecond.toLocaleString('en')} tokens/s`,
    failed ? `${failed.toLocaleString('en')} failed` : '',
    secondsLeft !== null && fraction !== 1 ? `${clock(secondsLeft)} left` : '',
  ];
  const drawn =
    fraction === null ? '' : `${'█'.repeat(filled)}${'░'.repeat(BAR - filled)} ${Math.floor(fraction * 100)}%  `;
  return `${drawn}${parts.filter(Boolean).join(' · ')}`;
}

const CLEAR = '\r\u001b[2K';

/** Shows progress, now and then. `end` shows the last state. */
export function reporter(form: ProgressForm, complain: (text: string) => void) {
  const start = performance.now();
  let last: Progress | undefined;
  let shownAt = Number.NEGATIVE_INFINITY;
  const show = (): void => {
    if (!last) return;
    const shown = measure(last, (performance.now() - start) / 1000);
    complain(form === 'json' ? `${JSON.stringify(shown)}\n` : `${CLEAR}${bar(shown)}`);
    shownAt = performance.now();
  };
  return {
    progress(progress: Progress): void {
      last = progress;
      if (form !== 'none' && performance.now() - shownAt >= (form === 'json' ? 1000 : 100)) show();
    },
    end(): void {
      if (form === 'none') return;
      show();
      if (form === 'bar' && last) complain('\n');
    },
  };
}
