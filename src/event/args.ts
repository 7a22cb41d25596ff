/** Lists of arguments: what is in them, and adding to them. */
import type { DraftArgument } from '../document/layers.ts';
import type { Role } from '../document/schema.ts';

/** Adds an argument, unless it is there. */
export function put(args: DraftArgument[], role: Role, mention: number, rule: string): void {
  for (const a of args) if (a.role === role && a.mention === mention) return;
  args.push({ role, mention, rule });
}
/** Whether a mention is one of the first arguments. */
export function hasMention(args: readonly DraftArgument[], mention: number, first: number): boolean {
  for (let i = 0; i < first; i++) if (args[i].mention === mention) return true;
  return false;
}
export function hasRole(args: readonly DraftArgument[], role: Role): boolean {
  for (const a of args) if (a.role === role) return true;
  return false;
}
