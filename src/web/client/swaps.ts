import htmx from "htmx.org";
import { forgetDrafts, restoreDrafts } from "./drafts.ts";
import { notify, watchNotices } from "./notice.ts";
import { showTimes } from "./times.ts";
import { words } from "./words.ts";

/**
 * Forms marked `hx-boost` are sent behind the page, and the part of the answer that is `main` is morphed into place, so
 * that the reader's place, focus and half-written texts stay. The server answers as it does without scripts.
 */
interface Swap {
  sourceElement: Element;
  request: { method: string };
  response?: { raw: Response; status: number };
  text?: string;
}

/** Morphing leaves an element with this attribute alone. */
const keptAsItIs = "hx-morph-skip";

const detail = (event: Event) => (event as CustomEvent<{ ctx: Swap }>).detail.ctx;

let sending: Promise<void> = Promise.resolve();
/** How often something has been sent from this page. */
let sends = 0;
/** `sends` when the page was last fetched again. */
let sendsAtRefresh = 0;

/** Resolves when nothing that the reader sent is under way. */
export function sent(): Promise<void> {
  return sending;
}

export function watchSwaps(): void {
  document.addEventListener("htmx:before:request", (event) => {
    const { request, sourceElement } = detail(event);
    if (request.method === "GET") return;
    sends += 1;
    sourceElement.removeAttribute(keptAsItIs);
    sending = new Promise((resolve) => {
      sourceElement.addEventListener("htmx:finally:request", () => resolve(), { once: true });
      window.setTimeout(resolve, 10_000);
    });
  });
  document.addEventListener("htmx:after:request", (event) => {
    const { response, sourceElement, request } = detail(event);
    if (!response || request.method === "GET") return;
    const { status, raw } = response;
    // The server may lead elsewhere: to the sign-in page, or to a page whose address has changed. htmx goes there.
    const elsewhere = raw.headers.get("hx-redirect");
    if (elsewhere) {
      if (!elsewhere.startsWith("/sign-in")) forgetDrafts(sourceElement);
    } else if (status >= 400 && status !== 422) {
      event.preventDefault();
      notify(reasonIn(detail(event).text) ?? words.failed);
    } else if (status < 400) {
      forgetDrafts(sourceElement);
      if (sourceElement instanceof HTMLFormElement) sourceElement.reset();
      sourceElement.closest("details")?.removeAttribute("open");
    }
  });
  document.addEventListener("htmx:error", () => notify(navigator.onLine ? words.failed : words.offline));
  document.addEventListener("htmx:before:swap", (event) => {
    // What the reader sent meanwhile has been answered, or will be: the page as it was before is old by now.
    const { request, sourceElement } = detail(event);
    if (request.method === "GET" && sourceElement.id === "main" && sends !== sendsAtRefresh) event.preventDefault();
  });
  document.addEventListener("htmx:after:swap", (event) => {
    watchNotices();
    restoreDrafts();
    showTimes();
    keepRefused();
    if (detail(event).request.method !== "GET") document.querySelector<HTMLElement>("[data-problem]")?.focus();
  });
  keepRefused();
}

/** What was wrong with a form stays said while the page around it is brought up to date, until the form is sent again. */
function keepRefused(): void {
  for (const problem of document.querySelectorAll("[data-problem]")) {
    problem.closest("form")?.setAttribute(keptAsItIs, "");
  }
}

/** What an error page says happened: its heading and first sentence. */
function reasonIn(text: string | undefined): string | undefined {
  if (!text) return undefined;
  const page = new DOMParser().parseFromString(text, "text/html");
  const parts = [page.querySelector("main h1"), page.querySelector("main .lead")];
  return parts.map((part) => part?.textContent ?? "").join(". ") || undefined;
}

/** Fetches this page again and morphs the part that people talk on: beside a rail, or in a column of its own. */
export async function refresh(): Promise<void> {
  const part = [".split", ".column"].find((one) => document.querySelector(`#main ${one}`));
  // What stands there now is neither: an answer to what the reader has just sent, and newer than what would be fetched.
  if (!part) return;
  sendsAtRefresh = sends;
  await htmx.ajax("GET", location.pathname + location.search, {
    source: "#main",
    target: part,
    select: part,
    swap: "outerMorph show:none",
  });
  if (sends === sendsAtRefresh) return;
  await sent();
  await refresh();
}
