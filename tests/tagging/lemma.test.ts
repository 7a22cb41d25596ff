import { describe, expect, it } from 'vitest';
import { packageAssets } from '../../src/assets.ts';
import { clustersOf } from '../../src/perceptron/index.ts';
import { lemmatizerOf, parseIrregular } from '../../src/tagging/lemma.ts';
import { FINE_TAGS } from '../../src/tagging/tagset.ts';

const lemmatizer = lemmatizerOf(packageAssets, clustersOf(packageAssets));

describe('base forms', () => {
  it.each(
    `
    VERB.VBD killed kill · VERB.VBN killed kill · VERB.VBD fled flee · VERB.VBD shot shoot · VERB.VBD led lead
    VERB.VBG bombing bomb · NOUN bombing bombing · VERB.VBG firing fire · VERB.VBG planning plan · VERB.VBD raided raid
    VERB.VBD stopped stop · VERB.VBD seized seize · VERB.VBD carried carry · VERB.VBN controlled control · VERB.VBG dying die
    VERB.VBD attacked attack · VERB.VBD wounded wound · VERB.VBD destroyed destroy · VERB.VBD injured injure
    VERB.VBD fired fire · VERB.VBN backed back · VERB.VBD ambushed ambush · VERB.VBD agreed agree · VERB.VBN held hold
    VERB.VBZ crosses cross · VERB.VBZ denies deny · VERB.VBZ launches launch · VERB.VBZ uses use · VERB.VBZ goes go
    VERB.VBD targeted target · VERB.VBG threatening threaten · VERB.VBD condemned condemn · VERB.VBG retaking retake
    NOUN.NNS fighters fighter · NOUN.NNS men man · NOUN.NNS cities city · NOUN.NNS bases base · NOUN.NNS buses bus
    NOUN.NNS militias militia · NOUN.NNS forces force · NOUN.NNS houses house · NOUN.NNS churches church · NOUN.NNS lives life
    NOUN.NNS gunmen gunman · NOUN.NNS losses loss · NOUN.NNS heroes hero · NOUN.NNS crises crisis · NOUN.NNS people people
    NOUN.NNS attacks attack · NOUN.NNS vehicles vehicle · NOUN.NNS casualties casualty · NOUN.NNS series series
    ADJ.JJR larger large · ADJ.JJR biggest big · ADJ.JJR easier easy · ADJ.JJR worst bad
    AUX.VBD was be · AUX.VBZ has have · PART n't not · PROPN Marines marines
    `
      .split(/[·\n]/)
      .map((line) => line.trim().split(' '))
      .filter((cells) => cells.length === 3),
  )('%s %s is %s', (tag, form, base) => {
    expect(lemmatizer.lemma(form.toLowerCase(), FINE_TAGS.indexOf(tag))).toBe(base);
  });

  it('of irregular words are a table', () => {
    const irregular = parseIrregular('base\tpos\tforms\nstrike\tVERB\tstruck stricken\n');
    expect(irregular[FINE_TAGS.indexOf('VERB.VBN')].get('stricken')).toBe('strike');
    expect(irregular[FINE_TAGS.indexOf('NOUN.NNS')].get('stricken')).toBeUndefined();
  });
});
