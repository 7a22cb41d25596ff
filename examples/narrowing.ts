/** Entities are a union discriminated by `type`: inside a case the compiler knows the attributes. */
import { type Entity, extract } from 'sitrep';

function describe(entity: Entity): string | undefined {
  switch (entity.type) {
    case 'person':
      return [entity.title, entity.name, entity.role && `(${entity.role})`].filter(Boolean).join(' ');
    case 'place':
      return entity.latitude === undefined ? entity.name : `${entity.name} at ${entity.latitude}, ${entity.longitude}`;
    case 'date':
      return `${entity.name} = ${entity.value}`;
    case 'quantity':
      return `${entity.name} = ${entity.value ?? `${entity.minimum ?? ''}…${entity.maximum ?? ''}`}`;
    default:
      return undefined;
  }
}

const document = extract('Gen. Pat Ryder said on Tuesday that about 2,500 troops were in Iraq.', {
  date: '2024-04-24',
});
for (const entity of document.entities) {
  const line = describe(entity);
  if (line) console.log(line);
}
