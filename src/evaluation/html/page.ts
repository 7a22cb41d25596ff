/** Parts of an HTML page: self-contained, readable in light and dark, and safe whatever the texts hold. */

/** Markup that is safe as it is. Only this module makes it. */
export class Html {
  readonly source: string;
  constructor(source: string) {
    this.source = source;
  }
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
// Controls have no place in HTML; marks of direction would turn the page's own words around.
const ODD = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]|\p{Cs}/gu;

export const escapeHtml = (text: string): string => text.replace(ODD, '�').replace(/[&<>"']/g, (c) => ENTITIES[c]);

type Part = Html | string | number | readonly Part[];
const partOf = (part: Part): string =>
  part instanceof Html ? part.source : Array.isArray(part) ? part.map(partOf).join('') : escapeHtml(String(part));

/** A template whose parts are escaped, unless they are `Html` themselves. */
export const html = (strings: TemplateStringsArray, ...parts: readonly Part[]): Html =>
  new Html(strings.map((string, i) => string + (i < parts.length ? partOf(parts[i]) : '')).join(''));

const CSS = `
:root { color-scheme: light dark; --line: #d8dce2; --soft: #6a7280; --ground: #fff; --panel: #f6f7f9; --ink: #1b1f24;
  --good: #1a7f4b; --bad: #c0342b; --change: #9a6700; --accent: #2f5fb3; --mark: #fff1b8; }
@media (prefers-color-scheme: dark) { :root { --line: #333a44; --soft: #98a2b0; --ground: #14171c; --panel: #1c2128;
  --ink: #e4e8ee; --good: #4cc38a; --bad: #ff7b72; --change: #e3b341; --accent: #7aa7ff; --mark: #54460f; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 15px/1.5 system-ui, sans-serif; }
main { max-width: 70rem; margin: 0 auto; padding: 2rem 1.25rem 4rem; }
h1 { font-size: 1.5rem; margin: 0; } h2 { font-size: 1.1rem; margin: 2.5rem 0 .75rem; }
.sub { color: var(--soft); margin: .25rem 0 1.5rem; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
th, td { padding: .35rem .75rem .35rem 0; text-align: left; vertical-align: baseline; border-bottom: 1px solid var(--line); }
th { color: var(--soft); font-weight: 500; font-size: .85rem; } td.n, th.n { text-align: right; white-space: nowrap; }
.wide td { white-space: nowrap; }
tr:last-child td { border-bottom: 0; }
.soft { color: var(--soft); } .good { color: var(--good); } .bad { color: var(--bad); } .change { color: var(--change); }
.bar { position: relative; width: 8rem; height: .55rem; background: var(--line); border-radius: .3rem; overflow: hidden; }
.bar i { position: absolute; inset: 0 auto 0 0; background: var(--accent); border-radius: .3rem; }
.bar b { position: absolute; top: 0; bottom: 0; background: var(--ink); opacity: .28; }
details { border: 1px solid var(--line); border-radius: .5rem; margin: .6rem 0; background: var(--panel); }
summary { cursor: pointer; padding: .55rem .9rem; font-weight: 500; } summary .soft { font-weight: 400; }
details > div { padding: 0 .9rem .7rem; }
.item { padding: .6rem 0; border-top: 1px solid var(--line); overflow-wrap: anywhere; } .item:first-child { border-top: 0; }
.item p { margin: 0; } .tag { display: inline-block; min-width: 5.2rem; font-weight: 600; font-size: .85rem; }
.context { color: var(--soft); font-size: .92rem; padding-left: 5.4rem; }
mark { background: var(--mark); color: inherit; padding: 0 .15em; border-radius: .2em; }
code { font: .88em ui-monospace, monospace; }
`;

export const page = (title: string, subtitle: string, body: readonly Html[]): string =>
  `<!doctype html>\n${
    html`<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${title}</title>
<style>${new Html(CSS)}</style>
</head>
<body>
<main>
<h1>${title}</h1>
<p class="sub">${subtitle}</p>
${body}
</main>
</body>
</html>
`.source
  }`;

export type Cell = Html | string | number;
/** What a cell shows, without its markup. */
const shown = (cell: Cell): string => (cell instanceof Html ? cell.source.replace(/<[^>]*>/g, '') : String(cell));
const NUMERIC = /^(?:[−+]?[\d.]+|–)?$/;

/** Columns of numbers are set to the right. */
export function table(heads: readonly string[], rows: readonly (readonly Cell[])[]): Html {
  const numeric = heads.map(
    (_, column) => rows.some((row) => shown(row[column])) && rows.every((row) => NUMERIC.test(shown(row[column]))),
  );
  const cls = (column: number): Html => html`${new Html(numeric[column] ? ' class="n"' : '')}`;
  return html`<div class="wide"><table><thead><tr>${heads.map((head, i) => html`<th${cls(i)}>${head}</th>`)}</tr></thead>
<tbody>${rows.map((row) => html`<tr>${row.map((cell, i) => html`<td${cls(i)}>${cell}</td>`)}</tr>\n`)}</tbody></table></div>\n`;
}

/** A part that opens on a click. */
export const fold = (title: string, note: string, body: Html | readonly Html[], open = false): Html =>
  html`<details${new Html(open ? ' open' : '')}><summary>${title} <span class="soft">${note}</span></summary><div>${body}</div></details>\n`;

/** A number from 0 to 100 as a bar, with its interval as a shade. */
export const bar = (percent: number, interval?: { readonly low: number; readonly high: number }): Html => {
  const shade = interval
    ? html`<b style="left:${interval.low}%;width:${Math.max(0.5, interval.high - interval.low)}%"></b>`
    : html``;
  return html`<div class="bar"><i style="width:${percent}%"></i>${shade}</div>`;
};

export const tenths = (value: number): string => value.toFixed(1);
export const plural = (count: number, word: string): string => `${count} ${word}${count === 1 ? '' : 's'}`;
