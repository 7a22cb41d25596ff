import type { Spot } from '../report/describe.ts';
import { type Html, html } from './page.ts';

/** A place in its text, the words in question marked, and whose text it is. */
export const contextOf = ({ document, start, end, before, words, after }: Spot): Html =>
  html`<p class="context">${before}<mark>${words}</mark>${after} <span title="characters ${start} to ${end}">— <code>${document}</code></span></p>`;
