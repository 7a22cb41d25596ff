/** Case files: `== type` above sentences, "[agent Rebels] [trigger attacked] [patient the town]." in each. */
import { readFileSync } from 'node:fs';
import type { Document } from '../../src/document/schema.ts';
import type { Span } from '../../src/document/span.ts';

export interface Case {
  readonly text: string;
  readonly type: string;
  readonly marks: readonly (Span & { readonly role: string })[];
}

export function readCase(source: string, type: string): Case {
  let text = '';
  const marks: (Span & { role: string })[] = [];
  for (const part of source.split(/(\[[a-z]+ [^\]]+\])/)) {
    const [, role, words] = /^\[([a-z]+) ([^\]]+)\]$/.exec(part) ?? [];
    if (role) marks.push({ role, start: text.length, end: text.length + words.length });
    text += words ?? part;
  }
  return { text, type, marks };
}

export function readCases(file: string): Case[] {
  const cases: Case[] = [];
  let type = '';
  for (const line of readFileSync(new URL(file, import.meta.url), 'utf8').split('\n')) {
    if (!line || line.startsWith('#')) continue;
    if (line.startsWith('== ')) type = line.slice(3);
    else cases.push(readCase(line, type));
  }
  return cases;
}

const f1 = (right: number, predicted: number, gold: number): number =>
  right ? Math.round((2000 * right) / (predicted + gold)) / 10 : 0;

/**
 * F1 of the types that each sentence tells of, macro over types; and of sources and targets, by overlap with their marks.
 * A mark of another type ("[assault killed]") is an event that stands beside the one asked for: it may be read.
 */
export function score(cases: readonly Case[], read: (text: string) => Document) {
  const types = new Map<string, { right: number; predicted: number; gold: number }>();
  const of = (type: string) => {
    if (!types.has(type)) types.set(type, { right: 0, predicted: 0, gold: 0 });
    return types.get(type) as { right: number; predicted: number; gold: number };
  };
  const roles = { right: 0, predicted: 0, gold: 0 };
  const wrong: string[] = [];
  for (const { text, type, marks } of cases) {
    const { events, mentions } = read(text);
    const found = new Set(events.map((e) => e.type as string));
    of(type).gold++;
    const beside = marks.filter((m) => m.role !== type).map((m) => m.role);
    for (const t of beside) found.delete(t);
    for (const t of found) of(t).predicted++;
    if (found.has(type)) of(type).right++;
    if (!found.has(type) || found.size > 1) wrong.push(`${type} but ${[...found]}: ${text}`);
    const told = marks.filter((m) => m.role === 'agent' || m.role === 'patient');
    roles.gold += told.length;
    const args = events
      .filter((e) => e.type === type)
      .flatMap((e) => e.args.filter((a) => a.role === 'agent' || a.role === 'patient'));
    roles.predicted += args.length;
    roles.right += told.filter((mark) =>
      args.some((a) => {
        const m = mentions.find(({ id }) => id === a.mention);
        return a.role === mark.role && m && m.start < mark.end && mark.start < m.end;
      }),
    ).length;
  }
  const each = new Map([...types].map(([type, t]) => [type, f1(t.right, t.predicted, t.gold)]));
  const wanted = [...new Set(cases.map((c) => c.type))];
  const macro = Math.round((10 * wanted.reduce((sum, t) => sum + (each.get(t) ?? 0), 0)) / wanted.length) / 10;
  return { macro, each, roles: f1(roles.right, roles.predicted, roles.gold), wrong };
}
