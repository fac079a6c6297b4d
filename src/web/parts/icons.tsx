import { type Html, literal } from "../raw.tsx";

/**
 * Icons are drawn once a page (in `iconSheet`) and used by name, so that they cost no request and few bytes.
 * 20 units square, one stroke; the colour is that of the text around them.
 */
export const iconSheet: Html = literal`<svg class="sheet" aria-hidden="true"><symbol id="i-waiting" viewBox="0 0 20 20"><circle cx="10" cy="10" r="7.25"/><path d="M10 5.75V10l2.75 2"/></symbol><symbol id="i-answered" viewBox="0 0 20 20"><path d="M3 4.25h14v9.5H9l-3.5 3v-3H3z"/></symbol><symbol id="i-solved" viewBox="0 0 20 20"><circle cx="10" cy="10" r="7.25"/><path d="m6.6 10.3 2.4 2.4 4.5-5"/></symbol><symbol id="i-reopened" viewBox="0 0 20 20"><circle cx="10" cy="10" r="7.25"/><path d="M10 5.9v5M10 13.6v.3"/></symbol><symbol id="i-duplicate" viewBox="0 0 20 20"><path d="M7 3h10v10h-4M3 7h10v10H3z"/></symbol><symbol id="i-search" viewBox="0 0 20 20"><circle cx="8.75" cy="8.75" r="5.5"/><path d="m13 13 4 4"/></symbol><symbol id="i-menu" viewBox="0 0 20 20"><path d="M3 5.5h14M3 10h14M3 14.5h14"/></symbol><symbol id="i-more" viewBox="0 0 20 20"><path d="m5 8 5 5 5-5"/></symbol><symbol id="i-bell" viewBox="0 0 20 20"><path d="M4 14.5c1.2-1.2 1.5-2.5 1.5-5.5a4.5 4.5 0 0 1 9 0c0 3 .3 4.3 1.5 5.5zM8.25 17.25h3.5"/></symbol><symbol id="i-close" viewBox="0 0 20 20"><path d="m5.5 5.5 9 9m0-9-9 9"/></symbol><symbol id="i-note" viewBox="0 0 20 20"><circle cx="10" cy="10" r="7.25"/><path d="M10 9v5M10 6.1v.3"/></symbol></svg>`;

export const icons = {
  waiting: literal`<svg class="i" aria-hidden="true"><use href="#i-waiting"/></svg>`,
  answered: literal`<svg class="i" aria-hidden="true"><use href="#i-answered"/></svg>`,
  solved: literal`<svg class="i" aria-hidden="true"><use href="#i-solved"/></svg>`,
  reopened: literal`<svg class="i" aria-hidden="true"><use href="#i-reopened"/></svg>`,
  duplicate: literal`<svg class="i" aria-hidden="true"><use href="#i-duplicate"/></svg>`,
  search: literal`<svg class="i" aria-hidden="true"><use href="#i-search"/></svg>`,
  menu: literal`<svg class="i" aria-hidden="true"><use href="#i-menu"/></svg>`,
  more: literal`<svg class="i" aria-hidden="true"><use href="#i-more"/></svg>`,
  bell: literal`<svg class="i" aria-hidden="true"><use href="#i-bell"/></svg>`,
  close: literal`<svg class="i" aria-hidden="true"><use href="#i-close"/></svg>`,
  note: literal`<svg class="i" aria-hidden="true"><use href="#i-note"/></svg>`,
} as const;
