import { describe, expect, test } from 'vitest';
import type { LexiconEntry } from '../../src/document/layers.ts';
import { inflect, inflectNoun, inflectVerb } from '../../src/morphology/index.ts';

const PLURALS = `
army armies
militia militias
child children
gunman gunmen
servicewoman servicewomen
human humans
knife knives
torpedo torpedoes
crisis crises
hero heroes
passer-by passers-by
passerby passersby
oligarch oligarchs
mother-in-law mothers-in-law
commander-in-chief commanders-in-chief
hostage-taker hostage-takers
aircraft aircraft
corps corps
personnel personnel
police police
IED IEDs
AK-47 AK-47s
Humvee Humvees
F/A-18 F/A-18s
`;
const PHRASES: readonly (readonly [string, string])[] = [
  ['armored vehicle', 'armored vehicles'],
  ['surface-to-air missile', 'surface-to-air missiles'],
  ['government-in-exile', 'governments-in-exile'],
  ['police officer', 'police officers'],
  ['chief of staff', 'chiefs of staff'],
  ['weapon of mass destruction', 'weapons of mass destruction'],
  ['commander in chief', 'commanders in chief'],
  ['attorney general', 'attorneys general'],
  ['major general', 'major generals'],
  ['stick of dynamite', 'sticks of dynamite'],
];

describe('nouns', () => {
  const words = PLURALS.trim()
    .split('\n')
    .map((line) => line.split(' ') as [string, string]);
  test.each([...words, ...PHRASES])('%s → %s', (singular, plural) => {
    expect(inflectNoun(singular)).toEqual({ singular, plural });
  });
});

describe('verbs', () => {
  test.each([
    ['attack', 'attacks', 'attacked', 'attacked', 'attacking'],
    ['shoot down', 'shoots down', 'shot down', 'shot down', 'shooting down'],
    ['blow up', 'blows up', 'blew up', 'blown up', 'blowing up'],
    ['withdraw', 'withdraws', 'withdrew', 'withdrawn', 'withdrawing'],
    ['flee', 'flees', 'fled', 'fled', 'fleeing'],
    ['deploy', 'deploys', 'deployed', 'deployed', 'deploying'],
    ['carry out', 'carries out', 'carried out', 'carried out', 'carrying out'],
    ['kidnap', 'kidnaps', 'kidnapped', 'kidnapped', 'kidnapping'],
    ['gun down', 'guns down', 'gunned down', 'gunned down', 'gunning down'],
    ['open fire', 'opens fire', 'opened fire', 'opened fire', 'opening fire'],
    ['loot', 'loots', 'looted', 'looted', 'looting'],
    ['rip', 'rips', 'ripped', 'ripped', 'ripping'],
    ['strafe', 'strafes', 'strafed', 'strafed', 'strafing'],
    ['torpedo', 'torpedoes', 'torpedoed', 'torpedoed', 'torpedoing'],
    ['hit', 'hits', 'hit', 'hit', 'hitting'],
    ['be', 'is', 'was', 'been', 'being'],
  ])('%s', (infinitive, present, past, pastParticiple, presentParticiple) => {
    expect(inflectVerb(infinitive)).toEqual({ infinitive, present, past, pastParticiple, presentParticiple });
  });
});

describe('entries', () => {
  const entry = (term: string, more: Partial<LexiconEntry> = {}): LexiconEntry => ({
    term,
    type: 'weapon',
    level: 'nominal',
    ...more,
  });

  test('are followed by their plurals, which keep what the entry knows', () => {
    expect(inflect([entry('drone', { kind: 'drone', weak: true }), entry('RPG-7', { level: 'name' })])).toEqual([
      entry('drone', { kind: 'drone', weak: true }),
      entry('drones', { kind: 'drone', weak: true, canonical: 'drone' }),
      entry('RPG-7', { level: 'name' }),
      entry('RPG-7s', { level: 'name', canonical: 'RPG-7' }),
    ]);
  });

  test('stay as they are where there is no plural', () => {
    const entries = [entry('aircraft', { type: 'vehicle' }), entry('Hamas', { type: 'organization', level: 'name' })];
    expect(inflect(entries)).toEqual(entries);
  });
});

test.each([[''], ['  '], [undefined], [7]])('%j is no word', (word) => {
  expect(() => inflectNoun(word as string)).toThrow(
    new TypeError(`singular: expected a word, got ${JSON.stringify(word)}`),
  );
  expect(() => inflectVerb(word as string)).toThrow(TypeError);
});
