/** Reads the record lines behind a marked text: `entity …`, `relation …`, `event …`. */
import type { Amount, CASUALTY_KINDS, Role, Status } from '../../document/schema.ts';
import { ROLES, STATUSES } from '../../document/schema.ts';

/** An entity by its key, or its nth mention (from 1): `troops`, `troops#2`. */
export interface Reference {
  readonly key: string;
  readonly nth?: number;
}
export interface EntityRecord {
  readonly key: string;
  readonly type: string;
  readonly kind?: string;
  readonly attributes: Readonly<Record<string, string>>;
}
export interface RelationRecord {
  readonly type: string;
  readonly from: Reference;
  readonly to: Reference;
}
export interface CasualtyRecord extends Amount {
  readonly kind: (typeof CASUALTY_KINDS)[number];
  readonly victims?: Reference;
  readonly partOf?: number;
}
export interface EventRecord {
  readonly key: string;
  readonly type: string;
  readonly mode?: string;
  readonly status: Status;
  readonly negative: boolean;
  readonly background: boolean;
  readonly count?: Amount;
  readonly args: readonly { readonly role: Role; readonly target: Reference }[];
  readonly casualties: readonly CasualtyRecord[];
}
export interface Records {
  readonly entities: readonly EntityRecord[];
  readonly relations: readonly RelationRecord[];
  readonly events: readonly EventRecord[];
}

const WORD = /[^\s"=]+(?:=(?:"[^"]*"|\S*))?/g;

const referenceOf = (word: string): Reference => {
  const [key, nth] = word.split('#');
  return nth === undefined ? { key } : { key, nth: Number(nth) };
};

/** `12` or `best:low-high`. */
function amountOf(word: string): Amount {
  const [best, range] = word.split(':');
  const [low, high] = range?.split('-') ?? [best, best];
  const amount = { best: Number(best), low: Number(low), high: Number(high) };
  if (Object.values(amount).some(Number.isNaN)) throw new Error(`expected an amount as 12 or 135:120-150, got ${word}`);
  return amount;
}

const typeOf = (word: string): { type: string; kind?: string } => {
  const [type, kind] = word.split('/');
  return kind === undefined ? { type } : { type, kind };
};

function pairOf(word: string): [string, string] {
  const at = word.indexOf('=');
  return [word.slice(0, at), word.slice(at + 1).replace(/^"|"$/g, '')];
}

function casualtyOf(value: string): CasualtyRecord {
  const [kind, amount, ...rest] = value.split('/');
  const part = rest.find((word) => /^part\d+$/.test(word));
  const victims = rest.find((word) => word !== part);
  return {
    kind: kind as CasualtyRecord['kind'],
    ...amountOf(amount),
    ...(victims === undefined ? {} : { victims: referenceOf(victims) }),
    ...(part === undefined ? {} : { partOf: Number(part.slice(4)) }),
  };
}

function entityOf([key, type, ...words]: string[]): EntityRecord {
  return { key, ...typeOf(type), attributes: Object.fromEntries(words.map(pairOf)) };
}

function eventOf([key, typeAndMode, ...words]: string[]): EventRecord {
  const { type, kind: mode } = typeOf(typeAndMode);
  const flags = new Set(words.filter((word) => !word.includes('=')));
  const pairs = words.filter((word) => word.includes('=')).map(pairOf);
  const status = STATUSES.find((s) => flags.has(s));
  for (const flag of flags)
    if (flag !== status && flag !== 'negative' && flag !== 'background') throw new Error(`unknown word ${flag}`);
  for (const [name] of pairs)
    if (name !== 'count' && name !== 'casualty' && !ROLES.includes(name as Role))
      throw new Error(`unknown role ${name}`);
  const count = pairs.find(([name]) => name === 'count')?.[1];
  return {
    key,
    type,
    ...(mode === undefined ? {} : { mode }),
    status: status ?? 'actual',
    negative: flags.has('negative'),
    background: flags.has('background'),
    ...(count === undefined ? {} : { count: amountOf(count) }),
    args: pairs
      .filter(([name]) => ROLES.includes(name as Role))
      .map(([name, value]) => ({ role: name as Role, target: referenceOf(value) })),
    casualties: pairs.filter(([name]) => name === 'casualty').map(([, value]) => casualtyOf(value)),
  };
}

/** @throws Error that quotes the line that can't be read */
export function readRecords(lines: readonly string[]): Records {
  const entities: EntityRecord[] = [];
  const relations: RelationRecord[] = [];
  const events: EventRecord[] = [];
  for (const line of lines) {
    if (!line.trim() || line.startsWith('#')) continue;
    const [kind, ...words] = line.match(WORD) ?? [];
    try {
      if (kind === 'entity') entities.push(entityOf(words));
      else if (kind === 'event') events.push(eventOf(words));
      else if (kind === 'relation')
        relations.push({ type: words[0], from: referenceOf(words[1]), to: referenceOf(words[2]) });
      else throw new Error('expected entity, relation or event');
    } catch (error) {
      throw new Error(`"${line}": ${(error as Error).message}`);
    }
  }
  return { entities, relations, events };
}
