import { describe, expect, it } from 'vitest';
import { createLinker, extract, type Link, link } from '../../src/index.ts';
import { b3, entityAt, labelled } from './labels.ts';

const documents = labelled().map((item) => ({
  item,
  document: extract(item.text, { date: item.date, ...(item.source && { source: item.source }) }),
}));
const run = (options = {}): Map<string, readonly Link[]> => {
  const linker = createLinker(options);
  return new Map(documents.map(({ item, document }) => [item.id, linker.add(document)]));
};
const identityOf = (links: Map<string, readonly Link[]>, id: string, name: string): string | undefined => {
  const { item, document } = documents.find((d) => d.item.id === id)!;
  const start = item.text.indexOf(name);
  const entity = entityAt(document, { start, end: start + name.length, identity: '' });
  return links.get(id)?.find((l) => l.entity === entity)?.identity;
};

describe('entities over an archive', () => {
  const links = run();

  it('keep one identity: B³ on the labelled set only rises', () => {
    const items = documents.flatMap(({ item, document }) =>
      item.labels.map((label, i): [string, string] => {
        const entity = entityAt(document, label);
        const found = links.get(item.id)?.find((l) => l.entity === entity);
        return [label.identity, found?.identity ?? `none ${item.id} ${i}`];
      }),
    );
    const { p, r, f1 } = b3(items);
    expect(p).toBeGreaterThanOrEqual(98);
    expect(r).toBeGreaterThanOrEqual(91.5);
    expect(f1).toBeGreaterThanOrEqual(95);
  });

  it.each([
    ['masri-1', 'Khaled al-Masri', 'masri-2', 'al-Masri'],
    ['libya-1', 'Muammar Qaddafi', 'libya-3', 'Moammar Gadhafi'],
    ['hezb-1', 'Hezbollah', 'hezb-2', 'Hizbullah'],
    ['kurds-3', 'ISIS', 'kurds-4', 'Daesh'],
  ])('%s %s is %s %s', (a, name, b, other) => {
    expect(identityOf(links, a, name)).toBeDefined();
    expect(identityOf(links, a, name)).toBe(identityOf(links, b, other));
  });
  it.each([
    ['masri-1', 'Khaled al-Masri', 'masri-4', 'al-Masri'],
    ['masri-4', 'al-Masri', 'masri-5', 'Hassan al-Masri'],
    ['georgia-1', 'Georgia', 'georgia-3', 'Georgia'],
    ['taliban-1', 'Taliban', 'taliban-3', 'Pakistani Taliban'],
    ['rahman-2', 'Rahman', 'rahman-3', 'Mahbubur Rahman'],
    ['tripoli-1', 'Tripoli', 'tripoli-2', 'Tripoli'],
    ['smith-1', 'John Smith', 'smith-3', 'John Smith'],
  ])('%s %s is not %s %s', (a, name, b, other) => {
    expect(identityOf(links, a, name)).toBeDefined();
    expect(identityOf(links, a, name)).not.toBe(identityOf(links, b, other));
  });

  it('every link says what spoke for it', () => {
    for (const { score, evidence } of [...links.values()].flat()) {
      const sum = evidence.reduce((all, e) => all + e.weight, 0);
      expect(score).toBeCloseTo(sum, 1);
      if (evidence.length) expect(score).toBeGreaterThanOrEqual(3);
    }
  });
  it('the same documents in the same order give the same identities', () => {
    expect([...run()]).toEqual([...links]);
  });
});

describe('link', () => {
  const few = documents.slice(0, 6).map((d) => d.document);

  it('takes documents one by one from an iterable', () => {
    let taken = 0;
    function* source() {
      for (const document of few) {
        taken++;
        yield document;
      }
    }
    const linked = link(source());
    expect(linked.next().value?.document).toBe(few[0]);
    expect(taken).toBe(1);
  });
  it('and from an async iterable', async () => {
    async function* source() {
      yield* few;
    }
    const found = [];
    for await (const { links } of link(source())) found.push(links);
    expect(found).toEqual([...link(few)].map(({ links }) => links));
  });
  it('remembers no more than it may', () => {
    const linker = createLinker({ most: 5 });
    for (const document of few) linker.add(document);
    expect([...linker.identities()]).toHaveLength(5);
  });
  it('says what an identity is', () => {
    const linker = createLinker();
    linker.add(extract('Barack Obama spoke in Iraq.'));
    linker.add(extract('President Obama left Iraq.'));
    const [obama] = [...linker.identities()].filter((i) => i.type === 'person');
    expect(obama).toMatchObject({ name: 'Barack Obama', ids: { wikidata: 'Q76' } });
    const iraq = [...linker.identities()].find((i) => i.name === 'Iraq');
    expect(iraq).toMatchObject({ type: 'place', country: 'IQ', documents: 2 });
  });
  it('refuses what is wrong, and names it', () => {
    expect(() => link(5 as never)).toThrow(/documents: expected an iterable.*got 5/);
    expect(() => createLinker({ threshold: 'high' as never })).toThrow(
      /options\.threshold: expected a number, got "high"/,
    );
    expect(() => createLinker({ most: 0 })).toThrow(/options\.most: expected a whole number from 1, got 0/);
    expect(() => createLinker({ other: 1 } as never)).toThrow(/got 'other'/);
    expect(() => createLinker().add({} as never)).toThrow(/document: expected what extract returns/);
  });
});
