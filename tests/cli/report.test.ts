import type { Document } from 'sitrep';
import { describe, expect, it } from 'vitest';
import { annotate } from '../../src/cli/annotate.ts';
import { report } from '../../src/cli/report.ts';
import { coloured, plain, widthOf } from '../../src/cli/terminal.ts';
import { SAMPLE } from './sample.ts';

const EMPTY: Document = { ...SAMPLE, mentions: [], entities: [], relations: [], events: [] };

describe('tables', () => {
  it('show what is known, aligned', () => {
    expect(`\n${report(SAMPLE, 100, plain)}`).toMatchInlineSnapshot(`
      "
      ACTORS
        Pat Ryder     person               Maj. Gen.
        US soldiers   military personnel   US

      PLACES
        Tower 22   facility   JO
        Jordan     country    JO   31.00° N 36.50° W
        US         country    US

      WEAPONS AND VEHICLES
        drones   drone

      DATES
        Sunday   2024-01-28

      QUANTITIES
        two     2                      drones
        three   about 34,567 or more   US soldiers

      RELATIONS
        Tower 22   located in   Jordan

      EVENTS
        struck   assault/drone   patient      Tower 22
                                 instrument   drones
                                 time         Sunday (2024-01-28)
                                 killed       3 US soldiers
                                 source       Pat Ryder
                                 status       alleged
        denied   reject          agent        Pat Ryder (“He”)
                                 status       did not happen
      "
    `);
  });
  it('fit into a narrow line', () => {
    for (const line of report(SAMPLE, 60, plain).split('\n')) expect(widthOf(line)).toBeLessThanOrEqual(60);
  });
  it('are empty where nothing was found', () => {
    expect(report(EMPTY, 100, plain)).toBe('');
  });
  it('hold what names a foreign terminal could act on', () => {
    const name = 'Pat\u001b]0;owned\u0007 Ryder\n\u009b31m\u202e';
    const shown = report({ ...EMPTY, entities: [{ ...SAMPLE.entities[0], name }] as Document['entities'] }, 100, plain);
    expect(shown).toContain('Pat�]0;owned� Ryder �31m�');
  });
});

describe('annotated text', () => {
  it('marks mentions and triggers, nested ones inside', () => {
    expect(annotate(SAMPLE, plain)).toBe(
      'Maj. Gen. [Pat Ryder person] said [two quantity] [drones weapon] {struck assault/drone} [Tower 22 place] in ' +
        '[Jordan place] on [Sunday date], killing [three quantity] [[US place] soldiers group]. ' +
        '[He person] {denied reject} it.\n',
    );
  });
  it('colours what is inside with its own type', () => {
    expect(annotate(SAMPLE, coloured)).toContain('\u001b[32mUS\u001b[39m');
    expect(annotate(SAMPLE, coloured)).toContain('\u001b[35m soldiers\u001b[39m');
  });
  it('leaves out a span that crosses the end of another', () => {
    const [first] = SAMPLE.mentions;
    const mentions = [
      { ...first, start: 0, end: 9 },
      { ...first, start: 5, end: 14 },
    ];
    expect(annotate({ ...EMPTY, mentions }, plain)).toMatch(/^\[Maj\. Gen\. person\] Pat Ryder said/);
  });
  it('lets nothing through that drives a terminal', () => {
    const text = 'Rebels\u001b[31m attacked\u009b2J\r\nGoma\u202e.\ud800';
    expect(annotate({ ...EMPTY, text }, plain)).toBe('Rebels�[31m attacked�2J\nGoma�.�\n');
  });
});
