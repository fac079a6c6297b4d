import { putHtml } from "./swap.ts";
import { afterPause, announce } from "./words.ts";

/** Two helps while writing: solved answers that fit, and how the text will look. Each asks again only after a pause. */

function asker(): (address: string, init: RequestInit) => Promise<string | undefined> {
  let running: AbortController | undefined;
  return async (address, init) => {
    running?.abort();
    running = new AbortController();
    try {
      const response = await fetch(address, { ...init, signal: running.signal });
      return response.ok ? await response.text() : undefined;
    } catch {
      return undefined;
    }
  };
}

const fewestLetters = 8;

export function suggestWhileTyping(): void {
  const form = document.querySelector<HTMLFormElement>("form[data-suggest]");
  const place = form?.querySelector<HTMLElement>("[data-suggestions]");
  if (!form || !place) return;
  const empty = [...place.childNodes];
  const ask = asker();
  let asked = "";
  const look = afterPause(120, async () => {
    const data = new FormData(form);
    const text = [data.get("title"), data.get("body")].join(" ").trim().slice(0, 1000);
    if (text === asked) return;
    asked = text;
    if (text.length < fewestLetters) return place.replaceChildren(...empty);
    const found = await ask(`${form.dataset.suggest}?${new URLSearchParams({ text })}`, {});
    if (found === undefined || text !== asked) return;
    const had = place.querySelector("li") !== null;
    putHtml(place, found);
    if (!had && place.querySelector("li")) announce(place.querySelector("h2")?.textContent ?? "");
  });
  form.addEventListener("input", (event) => {
    if ((event.target as HTMLInputElement).name !== "tags") look();
  });
  if (place.querySelector("li") === null) look();
}

export function previewWhileWriting(): void {
  const asks = new WeakMap<Element, ReturnType<typeof asker>>();
  const show = afterPause(300, async (text: HTMLTextAreaElement, address: string) => {
    const place = document.querySelector<HTMLElement>(`[data-preview-of="${text.id}"]`);
    if (!place) return;
    const ask = asks.get(text) ?? asker();
    asks.set(text, ask);
    if (text.value.trim() === "") {
      place.hidden = true;
      return;
    }
    const body = new URLSearchParams({ body: text.value });
    const mark = text.form?.elements.namedItem("csrf");
    if (mark instanceof HTMLInputElement) body.set("csrf", mark.value);
    const html = await ask(address, { method: "POST", body });
    const prose = place.querySelector(".prose");
    if (html === undefined || !prose) return;
    putHtml(prose, html);
    place.hidden = false;
  });
  document.addEventListener("input", (event) => {
    const text = event.target;
    const address = (text as HTMLElement).closest<HTMLElement>("[data-preview]")?.dataset.preview;
    if (address && text instanceof HTMLTextAreaElement) show(text, address);
  });
}
