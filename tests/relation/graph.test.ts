/** What the graph adds to a dependency tree, on trees written by hand: word/head/relation, heads counted from 1. */
import { expect, test } from 'vitest';
import type { Tags, Tokens, Tree } from '../../src/document/tokens.ts';
import { DEP, type Deprel, POS, type Upos } from '../../src/document/ud.ts';
import { addArguments } from '../../src/relation/clause.ts';
import { Graph, labelNamed, type Vocabulary } from '../../src/relation/graph.ts';
import { addCopulas, addTree, prepositions } from '../../src/relation/tree.ts';

function wordsOf(source: string) {
  const rows = source.split(' ').map((word) => word.split('/'));
  const form = rows.map((row) => row[0]);
  const tokens = { length: rows.length, lower: form.map((f) => f.toLowerCase()) } as unknown as Tokens;
  const tree: Tree = {
    head: Int32Array.from(rows, (row) => Number(row[2]) - 1),
    dep: Uint8Array.from(rows, (row) => DEP[row[3] as Deprel]),
  };
  const tags: Tags = { pos: Uint8Array.from(rows, (row) => POS[row[1] as Upos]), lemma: form };
  return { form, words: { tokens, tags, tree, home: Int32Array.from(rows, (_, i) => i) } };
}

test.each([
  [
    'conjuncts share a governor and its preposition',
    'troops/NOUN/0/root in/ADP/3/case Iraq/PROPN/1/nmod and/CCONJ/5/cc Syria/PROPN/3/conj',
    'Syria nmod:in troops',
  ],
  [
    'verbs that are joined share a subject',
    'Rebels/NOUN/2/nsubj attacked/VERB/0/root and/CCONJ/4/cc burned/VERB/2/conj villages/NOUN/4/obj',
    'Rebels nsubj burned',
  ],
  [
    'joined passives share a passive subject',
    'He/PRON/3/nsubj:pass was/AUX/3/aux:pass shot/VERB/0/root and/CCONJ/5/cc killed/VERB/3/conj',
    'He nsubj:pass killed',
  ],
  [
    'who tries to do something does it',
    'Rebels/NOUN/2/nsubj tried/VERB/0/root to/PART/4/mark seize/VERB/2/xcomp Mosul/PROPN/4/obj',
    'Rebels nsubj seize',
  ],
  [
    'who is urged to do something does it',
    'US/PROPN/2/nsubj urged/VERB/0/root Iraq/PROPN/2/obj to/PART/5/mark protect/VERB/2/xcomp troops/NOUN/5/obj',
    'Iraq nsubj protect',
  ],
  [
    'who is asked to do something does it, though the parser may take him for an indirect object',
    'Mali/PROPN/2/nsubj asked/VERB/0/root Paris/PROPN/2/iobj to/PART/5/mark send/VERB/2/xcomp planes/NOUN/5/obj',
    'Paris nsubj send',
  ],
  [
    'a noun is the passive subject of the participle behind it',
    'troops/NOUN/0/root stationed/VERB/1/acl in/ADP/4/case Iraq/PROPN/2/obl',
    'troops nsubj:pass stationed',
  ],
  [
    'a noun is the subject of the -ing form behind it',
    'men/NOUN/0/root carrying/VERB/1/acl guns/NOUN/2/obj',
    'men nsubj carrying',
  ],
  [
    'efforts are made by their possessor',
    'Its/PRON/2/nmod:poss efforts/NOUN/0/root to/PART/4/mark defeat/VERB/2/acl ISIL/PROPN/4/obj',
    'Its nsubj defeat',
  ],
  [
    'a noun takes the place of the relative pronoun',
    'group/NOUN/0/root which/PRON/4/obj Iran/PROPN/4/nsubj supports/VERB/1/acl:relcl',
    'group obj supports',
  ],
  [
    'whose',
    'people/NOUN/0/root whose/PRON/3/nmod:poss boat/NOUN/4/nsubj sank/VERB/1/acl:relcl',
    'people nmod:poss boat',
  ],
  [
    'a relative clause without a pronoun leaves its object out',
    'men/NOUN/0/root they/PRON/3/nsubj saw/VERB/1/acl:relcl',
    'men obj saw',
  ],
  [
    'a predicate behind a copula keeps its preposition',
    'base/NOUN/4/nsubj is/AUX/4/cop in/ADP/4/case Jordan/PROPN/0/root',
    'base copula:in Jordan',
  ],
  [
    'who does one thing while doing another does both',
    'Troops/NOUN/2/nsubj advanced/VERB/0/root ,/PUNCT/4/punct killing/VERB/2/advcl rebels/NOUN/4/obj',
    'Troops nsubj killing',
  ],
])('%s', (_, source, expected) => {
  const { form, words: read } = wordsOf(source);
  const vocabulary: Vocabulary = new Map();
  const [dependent, name, governor] = expected.split(' ');
  const label = labelNamed(name, vocabulary);
  const graph = new Graph(form.length);
  const words = { ...read, preposition: prepositions(read, (t) => vocabulary.get(read.tokens.lower[t]) ?? 0) };
  addTree(graph, words, vocabulary);
  addArguments(graph, words, vocabulary);
  addCopulas(graph, words);
  const edges = Array.from({ length: graph.size }, (_, e) => [
    form[graph.dependent[e]],
    graph.label[e],
    form[graph.governor[e]],
  ]);
  expect(edges).toContainEqual([dependent, label, governor]);
});

test('a participle inside a compound shares no subject', () => {
  const { form, words } = wordsOf(
    'They/PRON/2/nsubj attacked/VERB/0/root rebel/NOUN/5/nsubj -/PUNCT/5/punct held/VERB/2/advcl Goma/PROPN/5/obj',
  );
  const bare = { ...words, tree: { ...words.tree, dep: words.tree.dep.with(2, DEP.compound) } };
  const vocabulary: Vocabulary = new Map();
  const graph = new Graph(form.length);
  const all = { ...bare, preposition: prepositions(bare, (t) => vocabulary.get(bare.tokens.lower[t]) ?? 0) };
  addTree(graph, all, vocabulary);
  addArguments(graph, all, vocabulary);
  expect(graph.has(4, DEP.nsubj)).toBe(false);
});
