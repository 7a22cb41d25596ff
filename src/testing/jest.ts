/**
 * The matchers, with their types for jest, with its globals and with `@jest/globals`:
 * `import { matchers } from 'sitrep/testing/jest'; expect.extend(matchers)`. Nothing of jest is imported at run time.
 */
import type {} from 'expect';
import type { SitrepMatchers } from './matchers.ts';

declare module 'expect' {
  interface Matchers<R extends void | Promise<void>, T> extends SitrepMatchers<R> {}
}
declare global {
  namespace jest {
    interface Matchers<R, T> extends SitrepMatchers<R> {}
  }
}

export * from './index.ts';
