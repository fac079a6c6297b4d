import type { PrivateWord } from "../../care/index.ts";
import type { PageContext } from "../page-context.ts";
import { type Html, html, literal, printSafe, sanitised } from "../raw.tsx";
import { withQuery } from "../url.ts";
import { pager, person, when } from "./small.tsx";

/** A stretch of what people said to each other off a question's page, in order. */
export interface TalkStretch {
  words: readonly PrivateWord[];
  /** Before which word older ones stand; null where there are none. */
  older: number | null;
  /** Whether it is an older stretch than the newest: nobody writes below that. */
  paged: boolean;
}

/** A stretch of a conversation, with the way to what was said before; `here` is the page's address. */
export function talk({ words, older, paged }: TalkStretch, here: string, context: PageContext): Html {
  return html`${talkPager(older, paged, here, context)}<ol class="talk">${words.map((word) => said(word, context))}</ol>`;
}

/** Stands above a conversation, because what is older does. */
export function talkPager(older: number | null, paged: boolean, here: string, context: PageContext): Html {
  return pager(older === null ? null : withQuery(here, { before: older }), paged ? here : null, context);
}

function said(word: PrivateWord, context: PageContext): Html {
  const own = word.author.memberId === context.reader?.memberId;
  return html`<li id="said-${word.id}"${own && literal` class="own"`}><div class="meta"><span>${person(word.author, context)}</span>${when(word.at, context)}</div><div class="prose">${printSafe(sanitised(word.html))}</div></li>`;
}
