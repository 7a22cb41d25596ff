import { describe, expect, it } from 'vitest';
import { type Entity, extract } from '../../src/index.ts';

function entity<T extends Entity['type']>(
  text: string,
  type: T,
  name: string,
): Extract<Entity, { type: T }> | undefined {
  const found = extract(text, { date: '2024-04-24' }).entities.find((e) => e.type === type && e.name === name);
  return found as Extract<Entity, { type: T }> | undefined;
}

describe('attributes', () => {
  it('a rank in front of a name is the title, a description behind it the role', () => {
    const ryder = entity('Air Force Maj. Gen. Pat Ryder, the Pentagon press secretary, spoke.', 'person', 'Pat Ryder');
    expect(ryder).toMatchObject({ title: 'Air Force Maj. Gen.', role: expect.stringContaining('press secretary') });
  });
  it('an office in front of a name is title and role', () => {
    const austin = entity('U.S. Defense Secretary Lloyd Austin arrived in Kyiv.', 'person', 'Lloyd Austin');
    expect(austin).toMatchObject({ title: 'Defense Secretary', role: 'Defense Secretary' });
  });
  it('a demonym inside a description is the country, a backer is not', () => {
    const text = 'The Iraqi government blamed Iranian-backed militias for the attack.';
    expect(entity(text, 'organization', 'Iraqi government')?.country).toBe('IQ');
    const militias = entity(text, 'organization', 'Iranian-backed militias');
    expect(militias?.country).toBeUndefined();
    const sponsor = extract(text).entities.find((e) => e.id === militias?.sponsor);
    expect(sponsor).toMatchObject({ type: 'nationality', country: 'IR' });
  });
  it('a quantity says what it counts', () => {
    const text = 'About 2,500 troops are stationed in Iraq.';
    const doc = extract(text);
    const quantity = doc.entities.find((e) => e.type === 'quantity');
    expect(quantity).toMatchObject({ value: 2500, approximate: true });
    const counted = doc.mentions.find((m) => quantity?.type === 'quantity' && m.id === quantity.of);
    expect(counted && text.slice(counted.start, counted.end)).toBe('troops');
  });
  it('a date has value and interval', () => {
    expect(entity('The raid took place on 22 April 2024.', 'date', '22 April 2024')).toMatchObject({
      value: '2024-04-22',
      interval: { start: '2024-04-22', end: '2024-04-23' },
    });
  });
});

describe('ids and positions', () => {
  it('countries, bodies and leaders have their Wikidata id', () => {
    const text = 'Barack Obama said NATO would leave Iraq, as the Soviet Union left Afghanistan.';
    expect(entity(text, 'person', 'Barack Obama')?.ids).toEqual({ wikidata: 'Q76' });
    expect(entity(text, 'organization', 'NATO')?.ids).toEqual({ wikidata: 'Q7184' });
    expect(entity(text, 'place', 'Iraq')?.ids).toMatchObject({ iso: 'IQ', wikidata: 'Q796' });
    expect(entity(text, 'place', 'Soviet Union')?.ids?.wikidata).toBe('Q15180');
  });
  it.each([
    ['35°01′57″N 43°38′47″E', 35.0325, 43.646389],
    ['35.0325, 43.6463', 35.0325, 43.6463],
    ['38S MB 44060 88450', 33.333766, 44.398909],
  ])('coordinates have a value: %s', (written, latitude, longitude) => {
    const found = entity(`Troops moved to ${written} at dawn.`, 'identifier', written);
    expect(found?.latitude).toBeCloseTo(latitude, 5);
    expect(found?.longitude).toBeCloseTo(longitude, 5);
  });
  it('one name, two places: the capital that acts and the state', () => {
    const text = 'Washington warned Tehran. Fires burned in Washington state, near Spokane. Washington sent no troops.';
    expect(entity(text, 'place', 'Washington')).toMatchObject({ kind: 'city', country: 'US' });
    expect(entity(text, 'place', 'Washington state')).toMatchObject({ kind: 'region', country: 'US' });
  });
});
