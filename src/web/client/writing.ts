import { asker } from "./asker.ts";
import { putHtml } from "./swap.ts";
import { afterPause } from "./words.ts";

/** Shows while writing how the text will look. */

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
    if (html == null || !prose) return;
    putHtml(prose, html);
    place.hidden = false;
  });
  document.addEventListener("input", (event) => {
    const text = event.target;
    const address = (text as HTMLElement).closest<HTMLElement>("[data-preview]")?.dataset.preview;
    if (address && text instanceof HTMLTextAreaElement) show(text, address);
  });
}
