/** The main text of a page of HTML, as plain paragraphs. Nothing is fetched and no script runs: the page is only parsed. */
import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import type { BatchDocument } from '../record.ts';

const BLOCK = new Set(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE DD DIV DL DT FIGCAPTION FIGURE FOOTER H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN NAV OL P PRE SECTION TABLE TR UL'.split(
    ' ',
  ),
);
const SILENT = new Set([
  'SCRIPT',
  'STYLE',
  'NOSCRIPT',
  'TEMPLATE',
  'IFRAME',
  'OBJECT',
  'SVG',
  'TEXTAREA',
  'SELECT',
  'BUTTON',
]);
const ELEMENT = 1;
const TEXT = 3;

/** The text under a node: blocks are paragraphs, everything else runs on. Without recursion: pages nest as deep as they like. */
function paragraphs(root: Node): string {
  const parts: string[] = [];
  const stack: (Node | string)[] = [root];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (typeof node === 'string') parts.push(node);
    else if (node.nodeType === TEXT) parts.push((node.textContent ?? '').replace(/\s+/g, ' '));
    else if (node.nodeType === ELEMENT && !SILENT.has(node.nodeName.toUpperCase())) {
      const name = node.nodeName.toUpperCase();
      if (name === 'BR') parts.push('\n');
      else if (name === 'TD' || name === 'TH') parts.push(' ');
      const block = BLOCK.has(name);
      if (block) parts.push('\n\n');
      if (block) stack.push('\n\n');
      for (let child = node.lastChild; child; child = child.previousSibling) stack.push(child);
    }
  }
  return tidy(parts.join(''));
}

const tidy = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.replace(/ {2,}/g, ' ').trim())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();

/** The day of a page's own date, where it is one. */
function dayOf(published: string | null | undefined): string | null {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)/.exec(published ?? '') ?? [];
  if (day === undefined) return null;
  const date = new Date(Date.UTC(+year, +month - 1, +day));
  return date.toISOString().slice(0, 10) === `${year}-${month}-${day}` ? `${year}-${month}-${day}` : null;
}

const META_DATE = 'meta[property="article:published_time"], meta[itemprop="datePublished"], meta[name="date"]';
const META_SITE = 'meta[property="og:site_name"]';

/** @throws Error where the page holds no text */
export function pageOf(html: string): Pick<BatchDocument, 'text' | 'date' | 'source'> {
  const { document } = parseHTML(html) as unknown as { document: Document };
  const content = (selector: string): string | null =>
    document.querySelector(selector)?.getAttribute('content')?.trim() || null;
  const [date, site] = [content(META_DATE), content(META_SITE)];
  const body = document.body ? paragraphs(document.body) : paragraphs(document.documentElement);
  const article = new Readability<Node>(document, { serializer: (node) => node }).parse();
  const main = article?.content ? paragraphs(article.content) : '';
  // of a page with a line or two, the library keeps nothing
  const text = main || body;
  if (!text) throw new Error('the page holds no text');
  return { text, date: dayOf(article?.publishedTime ?? date), source: article?.siteName || site };
}
