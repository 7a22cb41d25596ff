import { describe, expect, it } from 'vitest';
import { packageAssets } from '../../src/assets.ts';
import { defaultSettings } from '../../src/document/settings.ts';
import { posName } from '../../src/document/tokens.ts';
import { tagging } from '../../src/tagging/index.ts';
import { tokenization } from '../../src/tokenization/index.ts';

const settings = defaultSettings(packageAssets);
const [words, tag] = [tokenization.prepare(settings), tagging.prepare(settings)];
function tagged(text: string): string[] {
  const given = { text, date: null, source: null };
  const { tokens, sentences } = words(given);
  const { tags } = tag({ ...given, tokens, sentences });
  return tokens.form.map((form, i) => `${form}/${posName(tags, i)}`);
}

describe('tags', () => {
  it.each([
    'Rebels/NOUN attacked/VERB the/DET town/NOUN ./PUNCT',
    'The/DET attack/NOUN killed/VERB three/NUM soldiers/NOUN ./PUNCT',
    'He/PRON did/AUX n’t/PART leave/VERB Baghdad/PROPN on/ADP Monday/PROPN ./PUNCT',
    'REBELS/NOUN ATTACK/VERB THE/DET TOWN/NOUN',
    'The/DET US/PROPN will/AUX bomb/VERB the/DET base/NOUN ./PUNCT',
    'A/DET bomb/NOUN killed/VERB two/NUM men/NOUN in/ADP Iraq/PROPN ./PUNCT',
  ])('%s', (line) => {
    const text = line
      .replace(/\/[A-Z]+/g, '')
      .replace(' .', '.')
      .replace('did n’t', 'didn’t');
    expect(tagged(text)).toEqual(line.split(' '));
  });
});
