import { asker } from "./asker.ts";
import { behind } from "./behind.ts";
import { afterPause } from "./pauses.ts";
import { noteOpened } from "./suggest.ts";
import { putHtml } from "./swap.ts";
import { showTimes } from "./times.ts";
import { announce } from "./words.ts";

/**
 * Results change in place while the address keeps the search: as one types, with the lists, by the links that narrow it and
 * through its pages. The server answers with the whole page; what differs is taken from it.
 */
export function searchInPlace(): void {
  const form = document.querySelector<HTMLFormElement>("form[data-search]");
  if (!form) return;
  const ask = asker();
  const box = form.querySelector<HTMLInputElement>("[name=q]");
  /** The search that is shown, or is on its way. */
  let asked = location.href;

  /** Fetches and shows; false where the browser should go there by itself, null where something newer was asked for. */
  async function show(address: string, keepBox: boolean): Promise<boolean | null> {
    asked = address;
    const typedBefore = box?.value;
    const text = await ask(address, { headers: behind });
    if (text == null) return text === null ? null : false;
    const page = new DOMParser().parseFromString(text, "text/html");
    const next = page.getElementById("found");
    const place = document.getElementById("found");
    if (!next || !place) return false;
    const unfolded = place.querySelector(".facets[open]") !== null;
    const at = place.contains(document.activeElement) ? document.activeElement?.getAttribute("href") : undefined;
    putHtml(place, next.innerHTML);
    // Whoever walks through the results is still at the same one, or at the first.
    if (at) (linkTo(place, at) ?? place.querySelector<HTMLElement>(".row-title"))?.focus({ preventScroll: true });
    if (unfolded) place.querySelector(".facets")?.setAttribute("open", "");
    document.title = page.title;
    for (const field of page.querySelectorAll<HTMLSelectElement | HTMLInputElement>("form[data-search] [name]")) {
      const own = form?.elements.namedItem(field.name);
      if (own === box && (keepBox || box?.value !== typedBefore)) continue;
      if (own instanceof HTMLInputElement || own instanceof HTMLSelectElement) own.value = field.value;
    }
    showTimes();
    announce(next.dataset.words ?? "");
    return true;
  }

  async function go(address: string): Promise<boolean> {
    const done = await show(address, false);
    if (done) history.pushState(null, "", address);
    else if (done === false) location.assign(address);
    return done === true;
  }

  const typed = afterPause(150, async () => {
    const address = addressOf(form);
    // What was sent with Enter a moment ago is on its way.
    if (address === asked || !(await show(address, true))) return;
    history.replaceState(null, "", address);
  });

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void go(addressOf(form));
  });
  form.addEventListener("change", (event) => {
    if (event.target !== box) void go(addressOf(form));
  });
  form.addEventListener("input", (event) => {
    if (event.target === box && !(event as InputEvent).isComposing) typed();
  });
  document.addEventListener("click", async (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>("a[data-swap]");
    if (!link || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    if (!(await go(link.href))) return;
    // The link is gone; whoever used it goes on at what it led to.
    const heading = document.querySelector<HTMLElement>("#found h2[tabindex]");
    heading?.focus({ preventScroll: true });
    if (link.rel === "next" || link.rel === "prev") heading?.scrollIntoView({ block: "start" });
  });
  const place = document.getElementById("found");
  if (place) noteOpened(place, () => place.querySelector<HTMLFormElement>("form[data-none]"));
  window.addEventListener("popstate", async () => {
    if ((await show(location.href, false)) === false) location.reload();
  });
}

function linkTo(place: Element, address: string): HTMLElement | null {
  return place.querySelector<HTMLElement>(`a[href="${CSS.escape(address)}"]`);
}

function addressOf(form: HTMLFormElement): string {
  const query = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === "string" && value !== "") query.set(name, value);
  const address = new URL(form.action);
  address.search = query.toString();
  return address.href;
}
