/** A text in; who did what to whom, where and when out. */
import { extract } from 'sitrep';

const text =
  'Two drones struck an air base in Jordan on Sunday, killing three US soldiers and wounding 34 others, the Pentagon said.';
const document = extract(text, { date: '2024-01-29' });

console.log('Entities');
for (const entity of document.entities) console.log(`  ${entity.type}: ${entity.name}`);

console.log('Events');
for (const event of document.events) {
  const trigger = event.triggers.map(({ start, end }) => text.slice(start, end)).join(', ');
  console.log(`  ${event.type} (${trigger}), ${event.status}`);
  for (const { role, mention: id } of event.args) {
    const mention = document.mentions.find((m) => m.id === id)!;
    console.log(`    ${role}: ${text.slice(mention.start, mention.end)}`);
  }
}
