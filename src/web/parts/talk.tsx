import type { PrivateWord } from "../../care/index.ts";
import type { PageContext } from "../page-context.ts";
import { type Html, html, literal, printSafe, sanitised } from "../raw.tsx";
import { person, when } from "./small.tsx";

/** What people said to each other off a question's page, in order. */
export function talk(words: readonly PrivateWord[], context: PageContext): Html {
  return html`<ol class="talk">${words.map((word) => said(word, context))}</ol>`;
}

function said(word: PrivateWord, context: PageContext): Html {
  const own = word.author.memberId === context.reader?.memberId;
  return html`<li id="said-${word.id}"${own && literal` class="own"`}><div class="meta"><span>${person(word.author, context)}</span>${when(word.at, context)}</div><div class="prose">${printSafe(sanitised(word.html))}</div></li>`;
}
