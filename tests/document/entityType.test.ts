import { expect, test } from 'vitest';
import { isOfTypes, numberOfType, OWN_TYPES, typesOf } from '../../src/document/entityType.ts';
import { type BuiltInEntityType, ENTITY_KINDS } from '../../src/document/schema.ts';

test('every type has its place among the kinds as number', () => {
  const types = Object.keys(ENTITY_KINDS) as BuiltInEntityType[];
  expect(types.map(numberOfType)).toEqual(types.map((_, i) => i + 1));
});

test("a type of one's own is in a set with all such only", () => {
  const actors = typesOf('person', 'group');
  expect(isOfTypes(actors, 'group')).toBe(true);
  expect(isOfTypes(actors, 'place')).toBe(false);
  expect(isOfTypes(actors, 'health:disease')).toBe(false);
  expect(isOfTypes(actors | OWN_TYPES, 'health:disease')).toBe(true);
});
