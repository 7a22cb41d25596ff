/** A suite to copy: what your texts must yield, as tests. `npx vitest run` runs it; for jest change the imports. */
import { extract } from 'sitrep';
import { matchers, meaningSerializer } from 'sitrep/testing/vitest'; // jest: 'sitrep/testing/jest'
import { describe, expect, it } from 'vitest'; // jest: '@jest/globals'

// Once for all suites: put these two lines into a file that `setupFiles` (jest: `setupFilesAfterEnv`) names.
expect.extend(matchers);
expect.addSnapshotSerializer(meaningSerializer);

const DATE = '2024-04-24';

describe('who did what to whom', () => {
  const document = extract('Hamas attacked Sderot on Monday. Three civilians were killed by rockets.', { date: DATE });

  it('finds entities by name, or by what they are', () => {
    expect(document).toHaveEntity('Hamas');
    expect(document).toHaveEntity({ name: 'Sderot', type: 'place', country: 'IL', latitude: expect.closeTo(31.5, 1) });
    expect(document).toHaveEntity({ type: 'date', value: '2024-04-22' });
    expect(document).not.toHaveEntity({ type: 'vehicle' });
  });

  it('finds events with their roles', () => {
    expect(document).toHaveEvent({ type: 'assault', agent: 'Hamas', patient: 'Sderot', time: 'Monday' });
    expect(document).toHaveEvent({ type: 'assault', trigger: /^kill/, killed: 'civilians', status: 'actual' });
    expect(document).not.toHaveEvent({ type: 'aid' });
  });

  it('finds relations', () => {
    expect(document).toHaveRelation({ type: 'counts', from: 'Three', to: { type: 'group', kind: 'civilians' } });
  });
});

describe('annotated sentences', () => {
  // What stands in brackets must be found with these labels: types, levels, roles, events. What has none may be anything.
  it.each([
    '[actor Hamas] [trigger attacked] [place Sderot] on [date Monday].',
    '[agent,group Rebels] [assault fired] [instrument,weapon/rocket rockets] at the [place/facility base].',
    '[actor#1 Hezbollah] said [pronoun#1 it] had [assault attacked] [place Israel].',
  ])('%s', (sentence) => {
    expect(extract).toMatchAnnotation(sentence, { date: DATE });
  });

  it('can be complete: nothing else is found', () => {
    expect(extract).toMatchAnnotation('[group Rebels] [assault attacked] the [place base].', { complete: true });
  });
});

describe('meaning', () => {
  it('stays the same while ids, offsets and confidence change', () => {
    expect(extract('Rebels attacked the base.')).toMatchInlineSnapshot(`
      entities
        group/militants Rebels: “Rebels” (nominal)
        place/facility base: “base” (nominal)
      events
        assault “attacked”: agent Rebels, patient base
    `);
  });
});
