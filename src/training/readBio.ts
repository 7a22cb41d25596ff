/** Named-entity corpora in BIO columns: CrossNER (word, tag) and Universal NER (number, word, tag, …, with `# text`). */
export interface BioSentence {
  readonly text: string;
  readonly spans: readonly { readonly start: number; readonly end: number; readonly label: string }[];
}

/** @returns sentences with character spans; words that `# text` doesn't hold in order are joined by blanks. */
export function readBio(source: string): BioSentence[] {
  return source
    .split(/\n\s*\n/)
    .map((block) => sentenceOf(block.split('\n')))
    .filter((s) => s.text.trim() !== '');
}

function sentenceOf(lines: readonly string[]): BioSentence {
  const rows = lines.filter((l) => l && !l.startsWith('#')).map((l) => l.split('\t'));
  const numbered = rows.every((r) => /^\d+(?:-\d+)?$/.test(r[0]));
  const words = rows.map((r) => (numbered ? { word: r[1], tag: r[2] } : { word: r[0], tag: r[1] }));
  const given = lines.find((l) => l.startsWith('# text = '))?.slice(9);
  const text = given ?? words.map((w) => w.word).join(' ');
  const spans: { start: number; end: number; label: string }[] = [];
  let at = 0;
  for (const { word, tag } of words) {
    const start = text.indexOf(word, at);
    if (start < 0) return { text: '', spans: [] };
    at = start + word.length;
    if (!tag || tag === 'O') continue;
    const label = tag.slice(2);
    const before = spans.at(-1);
    if (tag[0] === 'I' && before?.label === label) spans[spans.length - 1] = { ...before, end: at };
    else spans.push({ start, end: at, label });
  }
  return { text, spans };
}
