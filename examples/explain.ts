/** Why a record is there: the sentence, the tree, the rule, each argument and the slot that it came from. */
import { explain, extract } from 'sitrep';

const document = extract('Rebels shelled the town of Nyala on Monday, the army said.', { date: '2024-04-24' });
console.log(explain(document, document.events[0].id));
