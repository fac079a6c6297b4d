import { tellActive } from "./active.ts";
import { tellTyping, watchDesk } from "./desk.ts";
import { keepDrafts } from "./drafts.ts";
import { listenToKeys } from "./keys.ts";
import { watchLive } from "./live.ts";
import { offerMentions } from "./mentions.ts";
import { goToNamedPost } from "./named-post.ts";
import { watchNotices } from "./notice.ts";
import { searchInPlace } from "./search.ts";
import { suggestWhileTyping } from "./suggest.ts";
import { watchSwaps } from "./swaps.ts";
import { keepTimes } from "./times.ts";
import { walkLists } from "./walk.ts";
import { previewWhileWriting } from "./writing.ts";
import { offerOwnZone } from "./zone.ts";

// What the pages gain with a script; without it they are complete. Each starts in a turn of its own, so that a slow
// phone stays ready for touches in between.
const helps = [
  goToNamedPost,
  watchSwaps,
  listenToKeys,
  previewWhileWriting,
  suggestWhileTyping,
  offerMentions,
  walkLists,
  searchInPlace,
  keepDrafts,
  watchNotices,
  keepTimes,
  offerOwnZone,
  watchDesk,
  tellTyping,
  tellActive,
  watchLive,
];
for (const help of helps) window.setTimeout(help);
// For tests, and for whoever drives the pages by a program: from here on keys and forms are listened to.
window.setTimeout(() => {
  document.documentElement.dataset.ready = "";
});

// A form that is on its way is not sent twice; those that are sent behind the page see to it themselves.
let gone = new WeakSet<HTMLFormElement>();
document.addEventListener("submit", (event) => {
  const form = event.target as HTMLFormElement;
  if (form.hasAttribute("hx-boost") || form.method === "get") return;
  if (gone.has(form)) event.preventDefault();
  gone.add(form);
});
window.addEventListener("pageshow", () => {
  gone = new WeakSet();
});
document.querySelector<HTMLElement>("[data-problem]")?.focus();
