import "htmx.org";
import { forgetDrafts, restoreDrafts, typedSince } from "./drafts.ts";
import { notify, watchNotices } from "./notice.ts";
import { showTimes } from "./times.ts";
import { words } from "./words.ts";

/**
 * Forms marked `hx-boost` are sent behind the page, and the part of the answer that is `main` is morphed into place, so
 * that the reader's place, focus and half-written texts stay. The server answers as it does without scripts.
 */
interface Swap {
  sourceElement: Element;
  /** None where a page was fetched to bring this one up to date. */
  request?: { body?: URLSearchParams | null };
  response?: { raw: Response; status: number };
  text?: string;
}

/** Morphing leaves an element with this attribute alone. */
export const keptAsItIs = "hx-morph-skip";

const detail = (event: Event) => (event as CustomEvent<{ ctx: Swap }>).detail.ctx;

const underWay = new Set<Promise<void>>();
let sends = 0;

/** Resolves when nothing that the reader sent is under way. */
export async function sent(): Promise<void> {
  while (underWay.size > 0) await Promise.all(underWay);
}

/** How often something has been sent from this page. */
export function sendsSoFar(): number {
  return sends;
}

export function watchSwaps(): void {
  document.addEventListener("htmx:before:request", (event) => {
    const { sourceElement } = detail(event);
    sends += 1;
    const answered = new Promise<void>((resolve) => {
      sourceElement.addEventListener("htmx:finally:request", () => resolve(), { once: true });
    });
    underWay.add(answered);
    void answered.then(() => underWay.delete(answered));
  });
  document.addEventListener("htmx:after:request", (event) => {
    const { response, sourceElement, request } = detail(event);
    if (!response) return;
    const { status, raw } = response;
    // The server may lead elsewhere: to the sign-in page, or to a page whose address has changed. htmx goes there.
    const elsewhere = raw.headers.get("hx-redirect");
    if (elsewhere) {
      if (!elsewhere.startsWith("/sign-in")) forgetDrafts(sourceElement);
    } else if (status >= 400 && status !== 422) {
      event.preventDefault();
      notify(reasonIn(detail(event).text) ?? words.failed);
    } else if (status === 422) {
      sourceElement.removeAttribute(keptAsItIs);
    } else if (!typedSince(sourceElement, request?.body)) {
      sourceElement.removeAttribute(keptAsItIs);
      forgetDrafts(sourceElement);
      if (sourceElement instanceof HTMLFormElement) sourceElement.reset();
      sourceElement.closest("details")?.removeAttribute("open");
    }
  });
  document.addEventListener("htmx:error", () => notify(navigator.onLine ? words.failed : words.offline));
  document.addEventListener("htmx:after:swap", (event) => {
    watchNotices();
    restoreDrafts();
    showTimes();
    keepRefused();
    const { response, sourceElement } = detail(event);
    if (response?.status === 422) (wrongIn(sourceElement) ?? wrongIn(document))?.focus();
  });
  keepRefused();
}

const wrong = "[data-problem], [aria-invalid]";
const wrongIn = (place: ParentNode) => place.querySelector<HTMLElement>(wrong);

/** What was wrong with a form stays said while the page around it is brought up to date, until the form is sent again. */
function keepRefused(): void {
  for (const one of document.querySelectorAll(wrong)) one.closest("form")?.setAttribute(keptAsItIs, "");
}

/** What an error page says happened: its heading and first sentence. */
function reasonIn(text: string | undefined): string | undefined {
  if (!text) return undefined;
  const page = new DOMParser().parseFromString(text, "text/html");
  const parts = [page.querySelector("main h1"), page.querySelector("main .lead")];
  return parts.map((part) => part?.textContent ?? "").join(". ") || undefined;
}
