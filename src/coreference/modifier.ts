/** What a description says besides its head and the names in it. */
import type { Clusters } from './cluster.ts';
import type { Profile } from './profile.ts';

/** "wounded" of "the wounded Iraqi soldiers" */
export function modifiersOf({ profiles }: Clusters, { words, names }: Profile): readonly string[] {
  if (words.length < 2) return NONE;
  const modifiers: string[] = [];
  for (let i = 0; i < words.length - 1; i++) {
    let inName = false;
    for (let n = 0; !inName && n < names.length; n++) inName = profiles[names[n]].words.includes(words[i]);
    if (!inName) modifiers.push(words[i]);
  }
  return modifiers;
}
const NONE: readonly string[] = Object.freeze([]);
