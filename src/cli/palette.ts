import type { BuiltInEntityType, EntityType } from '../document/schema.ts';
import type { Format } from './terminal.ts';

const COLOURS: Readonly<Record<BuiltInEntityType, Format>> = {
  person: 'cyan',
  organization: 'blueBright',
  group: 'magenta',
  place: 'green',
  nationality: 'greenBright',
  weapon: 'red',
  vehicle: 'redBright',
  date: 'yellow',
  quantity: 'yellowBright',
  conflict: 'magentaBright',
  identifier: 'gray',
};
/** The colour of an entity's type; a type of one's own is underlined. */
export const colourOf = (type: EntityType): Format =>
  Object.hasOwn(COLOURS, type) ? COLOURS[type as BuiltInEntityType] : 'underline';
