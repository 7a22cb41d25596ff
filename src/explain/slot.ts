/** What the places that arguments are read from are called, in words: the rules of an event's arguments. */
const SLOTS: Readonly<Record<string, string>> = {
  nsubj: 'the subject',
  obj: 'the object (the subject of a passive)',
  iobj: 'the indirect object',
  poss: 'the possessor of the noun',
  owner: 'the possessor of a noun with an "of" phrase',
  compound: 'a modifier of the noun',
  bare: 'a phrase without a preposition',
  undergo: 'the subject of a verb of undergoing ("came under")',
  culprit: 'whom a word of blame names',
  xcomp: 'a clause without a subject of its own',
  ccomp: 'a clause that says what',
  advcl: 'an adverbial clause',
  clause: 'a date of the same clause',
  says: 'who says so',
  member: 'those named behind a group',
  'instrument/owner': 'whose weapon or vehicle it is',
  'place/wider': 'the place that a place lies in',
  'patient/place': 'where what it is done to stands',
  'obj/agent': 'who did the event that the word is about',
};

/** `nsubj: the subject`, `near: behind "near"`. */
export const slotName = (rule: string): string =>
  `${rule}, ${SLOTS[rule] ?? (/^[a-z]+$/.test(rule) ? `behind "${rule}"` : "a stage's own rule")}`;
