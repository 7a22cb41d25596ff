import { describe, expect, it } from 'vitest';
import { packageAssets } from '../../src/assets.ts';
import { defaultSettings } from '../../src/document/settings.ts';
import { tagMentions, unpackMention } from '../../src/mention/tagger.ts';
import {
  columnMaker,
  exampleOf,
  MENTION_TRAINING,
  namesExample,
  trainMention,
  underMention,
} from '../../src/training/mention.ts';
import { readBio } from '../../src/training/readBio.ts';
import { readBracketed } from '../../src/training/readBracketed.ts';

const SOURCE = `# one 2010-05-01
[per Ana Ruiz], a [per~ doctor], fled [pla:city Mendoza] with two [grp:other~ nurses].

The [org:military~ [pla:country US] navy] sank a [veh:ship~ fishing boat] near [pla:city Cadiz].

# two
[grp:militants~ Rebels] fired [wea:rocket~ rockets] at [pla:city Aleppo], said [per Omar Said].
`;
const articles = readBracketed(SOURCE, 'toy.txt');

describe('reading', () => {
  it('takes mentions out of brackets, with offsets into the bare text', () => {
    const [one, two] = articles;
    expect([one.id, one.date, two.id, two.date]).toEqual(['one', '2010-05-01', 'two', null]);
    expect(one.mentions.map((m) => [m.type, m.kind, m.level, one.text.slice(m.start, m.end)])).toEqual([
      ['person', undefined, 'name', 'Ana Ruiz'],
      ['person', undefined, 'nominal', 'doctor'],
      ['place', 'city', 'name', 'Mendoza'],
      ['group', 'other', 'nominal', 'nurses'],
      ['organization', 'military', 'nominal', 'US navy'],
      ['place', 'country', 'name', 'US'],
      ['vehicle', 'ship', 'nominal', 'fishing boat'],
      ['place', 'city', 'name', 'Cadiz'],
    ]);
  });
  it('takes a place that acts for its government', () => {
    const [{ mentions }] = readBracketed('# x\n[pla:city! Paris] denied it in [pla:city Rome].', 'toy');
    expect(mentions.map((m) => m.actsAs)).toEqual(['government', undefined]);
  });
  it.each([
    ['# x\nA [foo:bar thing].', /toy: x: expected "\[type:kind~ words\]"/],
    ['# x\nA [per Ana.', /a bracket stays open/],
    ['# x\nA thing].', /a bracket closes that none opened/],
  ])('refuses %j', (source, message) => {
    expect(() => readBracketed(source, 'toy')).toThrow(message);
  });
  it('reads BIO with and without numbers', () => {
    expect(readBio('Ana\tB-person\nRuiz\tI-person\nfled\tO\n\n')).toEqual([
      { text: 'Ana Ruiz fled', spans: [{ start: 0, end: 8, label: 'person' }] },
    ]);
    expect(readBio('# text = In Rome.\n1\tIn\tO\t-\n2\tRome\tB-LOC\t-\n3\t.\tO\t-\n')).toEqual([
      { text: 'In Rome.', spans: [{ start: 3, end: 7, label: 'LOC' }] },
    ]);
  });
});

describe('training the mention tagger', () => {
  const settings = defaultSettings(packageAssets);
  const under = underMention(settings);
  const columns = columnMaker(packageAssets, settings);
  const examples = articles.map((a) => {
    const layers = under(a.text, a.date ?? null);
    return exampleOf(a, layers, columns(layers));
  });
  const options = { ...MENTION_TRAINING, bits: 14, cutoff: 1, passes: 20, unit: 0.02, least: 0 };

  it('fits a small corpus and gives the same bytes twice', () => {
    const bytes = trainMention(examples, options);
    expect(trainMention(examples, options)).toEqual(bytes);
    const model = unpackMention(bytes);
    articles.forEach((article, i) => {
      const { layers, columns: c } = examples[i];
      c.outer.fill(0);
      const found = tagMentions(model, layers, c).map((m) => `${m.start}:${m.end} ${m.type} ${m.level} ${m.kind}`);
      expect(new Set(found)).toEqual(
        new Set(article.mentions.map((m) => `${m.start}:${m.end} ${m.type} ${m.level} ${m.kind}`)),
      );
    });
  });
  it('takes names from sentences where nothing else is marked', () => {
    const [sentence] = readBio('Bela\tB-person\nKun\tI-person\nspoke\tO\n');
    const layers = under(sentence.text, null);
    const example = namesExample(sentence, layers, columns(layers), 0.5);
    expect(example.outer.map(({ first, last }) => [first, last])).toEqual([[0, 2]]);
    expect(() => trainMention([...examples, example], options)).not.toThrow();
  });
});
