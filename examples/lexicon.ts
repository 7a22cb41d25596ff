/** Names and nouns of your own, beside the library's. */
import { createExtractor } from 'sitrep';

// Compile once, run on as many texts as you like.
const extract = createExtractor({
  lexicon: [
    { term: 'Zorlag Brigade', type: 'organization', kind: 'armed-group', country: 'SD' },
    { term: 'skyhook', type: 'weapon', kind: 'launcher' },
  ],
});

const { entities } = extract('Fighters of the Zorlag Brigade left two skyhooks behind.');
for (const { name, type, kind } of entities) console.log(`${name}: ${type}${kind ? `, ${kind}` : ''}`);
