/**
 * Patterns over atoms, written like the phrase they match: `the? <direction> <count>? <units>`.
 *
 * Elements stand apart by spaces: a word or sign for itself, `<class>` for a word of a class or a term (`terms.ts`), `<class:name>` to give
 * it another name, `( a | b )` for alternatives, `~` where no space may be, `!x` for what must not follow, `[` and `]` around what the
 * expression covers when the pattern also looks at words beside it. `?` behind an element or a closing bracket makes it optional.
 * The first alternative that fits is taken and never taken back, so that a match costs no more than the pattern is long.
 */
import { type Entry, OP, type Program } from './program.ts';
import type { Terms } from './trial.ts';
import type { Vocabulary } from './vocabulary.ts';

type Code = readonly number[];

/** Adds a pattern to a program. @throws SyntaxError when it is none */
export function compile(pattern: string, program: Program, vocabulary: Vocabulary, terms: Terms): Entry {
  const parts = pattern.split(/\s+/).filter(Boolean);
  let next = 0;
  const alternatives = (): Code => {
    const options: Code[] = [];
    do options.push(series());
    while (parts[next] === '|' && ++next);
    return options.length === 1 ? options[0] : choice(options);
  };
  const series = (): Code => {
    const nodes: Code[] = [];
    while (next < parts.length && parts[next] !== '|' && !/^\)\??$/.test(parts[next])) nodes.push(element());
    return nodes.flat();
  };
  const element = (): Code => {
    const part = parts[next++];
    if (part === '(') {
      const inner = alternatives();
      if (!/^\)\??$/.test(parts[next] ?? '')) throw new SyntaxError(`"${pattern}": a bracket is not closed`);
      return parts[next++] === ')?' ? optional(inner) : inner;
    }
    if (part === '[' || part === ']') return [OP.mark, program.nameOf(part)];
    if (part === '~') return [OP.glued];
    if (part.length > 1 && part.startsWith('!')) {
      const code = single(part.slice(1));
      return [OP.not, code.length, ...code];
    }
    return part.length > 1 && part.endsWith('?') ? optional(single(part.slice(0, -1))) : single(part);
  };
  const single = (part: string): Code => {
    const named = /^<([a-z]+)(?::([a-z]+))?>$/.exec(part);
    if (!named) return [OP.word, vocabulary.add(part)];
    const [, what, name = what] = named;
    const term = terms.get(what);
    if (term) return [OP.term, program.termOf(term), program.nameOf(name)];
    if (!vocabulary.has(what)) throw new SyntaxError(`"${pattern}": "${what}" is no class and no term`);
    return [OP.class, program.classOf(what), program.nameOf(name)];
  };
  const whole = alternatives();
  if (next < parts.length) throw new SyntaxError(`"${pattern}": "${parts[next]}" is one too many`);
  return program.add(whole);
}

const optional = (code: Code): Code => [OP.optional, code.length, ...code];
function choice(options: readonly Code[]): Code {
  const all = options.flatMap((code) => [code.length, ...code]);
  return [OP.choice, all.length, ...all];
}
