/** Your own gold: written with brackets, and scored by layer, type and rule. */
import { extract } from 'sitrep';
import { evaluate, readNotation } from 'sitrep/evaluation';

// [key words] is a name, [key~ words] a nominal, {event words} a trigger. Records behind the line say what the keys are.
const { text, annotation } = readNotation(`[hamas Hamas] {raid attacked} [sderot Sderot] on [d Monday].
---
entity hamas organization/armed-group
entity sderot place/city country=IL
entity d date/date value=2024-04-22
event raid assault agent=hamas patient=sderot time=d
`);
const gold = [{ id: 'sderot', text, date: '2024-04-24', source: null, ...annotation }];

const report = evaluate(gold, (document) => extract(document.text, { date: '2024-04-24' }), { errors: 10 });

for (const layer of ['mentions', 'events', 'arguments'] as const) {
  const { f1, correct, gold: all } = report[layer].overlap;
  console.log(`${layer}: F1 ${f1.toFixed(1)}, ${correct} of ${all}`);
}
for (const { layer, problem, wanted, got } of report.findings) console.log(`${layer}: ${problem} ${wanted ?? got}`);
