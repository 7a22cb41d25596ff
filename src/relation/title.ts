/** What stands before a person's name: "Iraqi Prime Minister Mustafa al-Kadhimi", "State Department spokesman Patel". */
import type { DraftMention } from '../document/layers.ts';
import type { Tags, Tokens } from '../document/tokens.ts';
import { POS } from '../document/ud.ts';
import { type Graph, label, REL, relationOf } from './graph.ts';

/** The longest run of words that is read as a title: "former Iraqi Deputy Prime Minister and Finance Minister Ali Allawi". */
const TITLE = 10;
const HYPHEN = /^[-‐‑–]$/;

const isNamed = ({ type, level }: DraftMention): boolean => type === 'person' && level === 'name';

export function addTitles(graph: Graph, tokens: Tokens, tags: Tags, mentions: readonly DraftMention[]): void {
  for (let i = 0; i < mentions.length; i++) if (isNamed(mentions[i])) addTitle(graph, tokens, tags, mentions[i]);
}

/** Every noun in front of a person's name, up to whatever cannot be part of a title. */
function addTitle(graph: Graph, tokens: Tokens, tags: Tags, person: DraftMention): void {
  const first = Math.max(0, person.first - TITLE);
  for (let t = person.first - 1; t >= first && tokens.sentence[t] === tokens.sentence[person.first]; t--) {
    const pos = tags.pos[t];
    const link = tokens.lower[t] === 'of' || HYPHEN.test(tokens.form[t]) || pos === POS.PART;
    if (pos === POS.NOUN || pos === POS.PROPN || pos === POS.ADJ) graph.add(t, person.head, label(REL.title, 0));
    // "Secretary of State Kerry", "Iraq's Prime Minister al-Abadi", but not "the government of Aung San Suu Kyi"
    else if (!link || t === person.first - 1) return;
  }
}

/**
 * Whoever bears a title stands where the title stands, whichever of the two the parser made the head: in "Secretary of
 * State Antony Blinken met" it may be the secretary who met.
 */
export function addBearers(graph: Graph, mentions: readonly DraftMention[]): void {
  const given = graph.size; // what is added here is not handed on: a row of titles would double it each time
  for (let i = 0; i < mentions.length; i++) {
    const { head } = mentions[i];
    if (!isNamed(mentions[i]) || !graph.has(head, REL.title)) continue;
    const titles = graph.dependents(head, REL.title);
    for (const title of titles)
      for (let e = graph.up[title]; e >= 0; e = graph.nextUp[e]) {
        const governor = graph.governor[e];
        if (e >= given || governor === head || titles.includes(governor)) continue;
        if (relationOf(graph.label[e]) === REL.title) continue;
        graph.add(head, governor, graph.label[e]);
      }
  }
}
