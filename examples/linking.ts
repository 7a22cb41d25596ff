/** One identity for an entity over an archive, and why. */
import { createLinker, extract } from 'sitrep';

const texts = [
  'TRIPOLI - Muammar Qaddafi vowed to stay in Libya as protests spread.',
  'Fighters in Sirte killed Moammar Gadhafi, ending his rule over Libya.',
];

const linker = createLinker();
for (const text of texts) {
  const document = extract(text);
  for (const { entity, identity, score, evidence } of linker.add(document)) {
    const name = document.entities.find(({ id }) => id === entity)?.name;
    const why = evidence.map(({ kind, value }) => `${kind} ${value}`).join('; ');
    console.log(`${identity} ${name} ${score} ${why}`.trim());
  }
}
