/** How often rules were right: what their confidence is made from. */
import { expect, it } from 'vitest';
import type { Annotation } from '../../src/evaluation/annotation.ts';
import { readCases } from '../../src/evaluation/readCases.ts';
import { countCaseRules, countEventRules, type RuleCounts } from '../../src/evaluation/ruleCounts.ts';
import { extract } from '../../src/index.ts';

const counted = (counts: RuleCounts): string[] =>
  [...counts.values()].map(({ rule, right, fired }) => `${rule} ${right}/${fired}`);

it('case files tell of events by a trigger, by a line below, or of none', () => {
  expect(readCases('# ours\n== assault\nRebels [trigger attacked] [patient a town].\n')).toEqual([
    { text: 'Rebels attacked a town.', events: [{ type: 'assault', trigger: { start: 7, end: 15 } }] },
  ]);
  expect(readCases('It rained.\nPolice came.\n> mobilize/deploy actual\n> consult\n')).toEqual([
    { text: 'It rained.', events: [] },
    { text: 'Police came.', events: [{ type: 'mobilize' }, { type: 'consult' }] },
  ]);
});

it('an event is right where gold has one of its type at its trigger, once', () => {
  const text = 'Rebels attacked the town. Turkey condemned the rebels.';
  const found = extract(text);
  const [attack] = found.events.filter((e) => e.type === 'assault');
  const gold: Annotation = { ...found, events: [attack] };
  const counts: RuleCounts = new Map();
  countEventRules(counts, gold, found);
  expect(counted(counts)).toEqual(['event:assault/attack verb 1/1', 'event:accuse/condemn verb 0/1']);
});

it('a case says nothing of other types, and a sentence without events that all are wrong', () => {
  const found = extract('Rebels attacked the town. Turkey condemned the rebels.');
  const [told, none]: RuleCounts[] = [new Map(), new Map()];
  countCaseRules(told, { text: found.text, events: [{ type: 'assault' }] }, found);
  countCaseRules(none, { text: found.text, events: [] }, found);
  expect(counted(told)).toEqual(['event:assault/attack verb 1/1']);
  expect(counted(none)).toEqual(['event:assault/attack verb 0/1', 'event:accuse/condemn verb 0/1']);
});

it('events carry the confidence of their rule, where it fired often enough', () => {
  const { events } = extract('Rebels attacked the town.');
  expect(events[0]?.rule).toBe('event:assault/attack verb');
  expect(events[0]?.confidence).toBeGreaterThan(0.5);
});
