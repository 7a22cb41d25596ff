/**
 * `sitrep/testing`: matchers for vitest and jest, and snapshots that compare meaning. With their types:
 *
 *   import { matchers } from 'sitrep/testing/vitest'; // or sitrep/testing/jest
 *   expect.extend(matchers);
 */
export { meaningOf } from '../evaluation/meaning.ts';
export type { AnnotationOptions } from './annotation/index.ts';
export type { MatcherContext, MatcherResult } from './matcher.ts';
export { type Matchers, matchers, type SitrepMatchers } from './matchers.ts';
export type { EntityPattern, EventPattern, Referent, RelationPattern, RolePatterns, Words } from './pattern.ts';
export { meaningSerializer } from './serializer.ts';
