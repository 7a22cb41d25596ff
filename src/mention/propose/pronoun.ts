import { DEP, POS } from '../../document/ud.ts';
import type { Pronoun } from '../../gazetteer/pronoun.ts';
import type { WordMap } from '../../gazetteer/wordMap.ts';
import { mentionOf, type Proposer } from '../proposal.ts';

/**
 * Pronouns that may refer. Their type is a first guess, which coreference replaces by their antecedent's:
 * "[person He] said [group they] fled."
 */
export const pronounProposer =
  (pronouns: WordMap<Pronoun>): Proposer =>
  (layers) => {
    const { tokens, tags, tree } = layers;
    const found = [];
    for (let i = 0; i < tokens.length; i++) {
      // "US" in capitals, "Mine clearance": only what was tagged as a pronoun or a determiner
      if (tags.pos[i] !== POS.PRON && tags.pos[i] !== POS.DET && tags.pos[i] !== POS.X) continue;
      const pronoun = pronouns.get(tokens.lower[i]);
      if (!pronoun || tree.dep[i] === DEP.expl) continue;
      if (tokens.form[i] === 'US' || tokens.lower[i] === 'mine') continue;
      const one = pronoun.number === 'singular';
      const type = one && pronoun.gender !== 'n' ? 'person' : one ? 'organization' : 'group';
      found.push(mentionOf(layers, i, i + 1, { type, level: 'pronoun', rule: 'pronoun' }));
    }
    return found;
  };
