/** Relations that hold either way round. */
export const SYMMETRIC: ReadonlySet<string> = new Set(['allied-with', 'fights', 'meets', 'alias-of']);
