/**
 * Data files by name ("lexicon/weapon.tsv", "model/parser.bin"). Node reads them from the package; another host passes
 * them in (`createExtractor({ assets })`), so that the core imports no `fs`.
 */
export type Assets = (name: string) => Uint8Array;

const parsed = new WeakMap<Assets, Map<string, unknown>>();

/**
 * What `parse` makes of a data file, made once for a set of assets: extractors that share files share what they hold.
 * A file is parsed in one way: who needs something else of it takes it from what the first parse gives.
 */
export function resource<T>(assets: Assets, name: string, parse: (bytes: Uint8Array, name: string) => T): T {
  let known = parsed.get(assets);
  if (!known) {
    known = new Map();
    parsed.set(assets, known);
  }
  if (!known.has(name)) known.set(name, parse(assets(name), name));
  return known.get(name) as T;
}

const utf8 = new TextDecoder();
export const decode = (bytes: Uint8Array): string => utf8.decode(bytes);
