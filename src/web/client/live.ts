import { lookAtQueue, showPresence } from "./desk.ts";
import { afterQuiet } from "./pauses.ts";
import { refresh } from "./refresh.ts";
import { announce, words } from "./words.ts";

/** How much longer than its page the stream may be on its way: so much older the page says that it is. */
const spareMs = 2000;
/** A place where something happens all the time is looked at this often all the same. */
const longestMs = 3000;

/**
 * New answers arrive while one reads, and the bell counts. The stream runs only while the page is looked at, because browsers allow
 * few connections to one host. It says how old is what is shown, and the server answers whether that has changed since.
 */
export function watchLive(): void {
  const ofPage = document.getElementById("main")?.dataset.live;
  const address = ofPage ?? document.body.dataset.bell;
  if (!address) return;
  let stream: EventSource | undefined;
  const [navigation] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
  let shownAt = navigation?.requestStart ?? 0;

  const queue = document.querySelector("[data-queue]") !== null;
  const catchUp = () =>
    refresh(async (_, show) => {
      const before = new Set([...document.querySelectorAll(".answer")].map((answer) => answer.id));
      await show();
      const fresh = [...document.querySelectorAll<HTMLElement>(".answer")].filter((answer) => !before.has(answer.id));
      for (const answer of fresh) answer.classList.add("fresh");
      if (fresh.length > 0) announce(words.newAnswer);
    });
  // Several changes at once are fetched once; the spread keeps a crowd of readers from asking at the same moment.
  const changed = afterQuiet((queue ? 800 : 100) + Math.random() * 200, longestMs, queue ? lookAtQueue : catchUp);
  const open = () => {
    if (stream) return;
    const askedAt = performance.now();
    stream = new EventSource(`${address}?shown=${Math.round(askedAt - shownAt + spareMs)}`);
    let isBack = false;
    stream.addEventListener("ready", () => {
      // It was on its way for longer than that, or the connection was cut and the browser made it again by itself.
      if (ofPage && (isBack || performance.now() - askedAt > spareMs)) changed();
      isBack = true;
    });
    stream.addEventListener("change", () => changed());
    stream.addEventListener("presence", (event) => showPresence(event.data));
    stream.addEventListener("unread", (event) => showUnread(event.data));
  };
  const close = () => {
    stream?.close();
    stream = undefined;
    shownAt = performance.now();
  };
  const look = () => (document.visibilityState === "visible" ? open() : close());
  document.addEventListener("visibilitychange", look);
  window.addEventListener("pagehide", close);
  // After everything else, so that the first view does not wait for it.
  const start = () => window.setTimeout(look, 200);
  if (document.readyState === "complete") start();
  else window.addEventListener("load", start);
}

/** Puts the number on the bell, and says it where it has grown. */
function showUnread(data: string): void {
  const { unread, label } = JSON.parse(data) as { unread: number; label: string };
  const bell = document.querySelector<HTMLElement>(".bell");
  const number = bell?.querySelector<HTMLElement>("[data-unread]");
  if (!bell || !number) return;
  if (unread > Number(number.textContent)) announce(label);
  number.textContent = String(unread);
  number.hidden = unread === 0;
  bell.setAttribute("aria-label", label);
}
