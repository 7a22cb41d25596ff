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
  'HEAD',
  'TITLE',
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

// Browsers stop at 512 levels (WebKit's limit, which the others took over); the search for the main text takes the cube of the depth.
const DEEPEST = 200;

function isShallow(root: Node): boolean {
  let depth = 0;
  let node: Node | null = root;
  while (node) {
    if (node.firstChild) {
      node = node.firstChild;
      if (++depth > DEEPEST) return false;
    } else {
      while (node && node !== root && !node.nextSibling) {
        node = node.parentNode;
        depth--;
      }
      node = node && node !== root ? node.nextSibling : null;
    }
  }
  return true;
}

const parsed = (html: string): Document => (parseHTML(html) as unknown as { document: Document }).document;

/** A page as a tree with a body: what a page may leave out, the parser leaves out too. */
function treeOf(html: string): Document {
  const document = parsed(html);
  return document.querySelector('html > body') ? document : parsed(`<html><head></head><body>${html}</body></html>`);
}

/** The article on a page, where there is one. It takes the document apart. */
function articleIn(document: Document) {
  if (!isShallow(document.documentElement)) return null;
  try {
    return new Readability<Node>(document, { serializer: (node) => node, maxElemsToParse: 100_000 }).parse();
  } catch {
    // too many elements, or a tree that the library stumbles over: no page is lost for that
    return null;
  }
}

/** @throws Error where the page holds no text */
export function pageOf(html: string): Pick<BatchDocument, 'text' | 'date' | 'source'> {
  const document = treeOf(html);
  const content = (selector: string): string | null =>
    document.querySelector(selector)?.getAttribute('content')?.trim() || null;
  const [date, site] = [content(META_DATE), content(META_SITE)];
  const everything = paragraphs(document.documentElement);
  const article = articleIn(document);
  const main = article?.content ? paragraphs(article.content) : '';
  // of a page with a line or two, the library keeps nothing
  const text = main || everything;
  if (!text) throw new Error('the page holds no text');
  return { text, date: dayOf(article?.publishedTime ?? date), source: article?.siteName || site };
}
