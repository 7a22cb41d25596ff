/**
 * The matchers, with their types for vitest: `import { matchers } from 'sitrep/testing/vitest'; expect.extend(matchers)`.
 * Nothing of vitest is imported at run time.
 */
import type {} from 'vitest';
import type { SitrepMatchers } from './matchers.ts';

declare module 'vitest' {
  interface Matchers<T> extends SitrepMatchers<void> {}
}

export * from './index.ts';
