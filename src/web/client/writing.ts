import { asker } from "./asker.ts";
import { afterPause } from "./pauses.ts";
import { putHtml } from "./swap.ts";

/** Shows while writing how the text will look, and goes on showing it where the page around it changes. */

interface Preview {
  readonly of: string;
  readonly html: string;
}

export function previewWhileWriting(): void {
  const asks = new WeakMap<Element, ReturnType<typeof asker>>();
  /** By the field's id, what was shown last. */
  const previews = new Map<string, Preview>();
  const show = afterPause(300, async (text: HTMLTextAreaElement, address: string) => {
    const place = placeOf(text);
    if (!place) return;
    const ask = asks.get(text) ?? asker();
    asks.set(text, ask);
    if (text.value.trim() === "") {
      place.hidden = true;
      return;
    }
    const of = text.value;
    const body = new URLSearchParams({ body: of });
    const mark = text.form?.elements.namedItem("csrf");
    if (mark instanceof HTMLInputElement) body.set("csrf", mark.value);
    const html = await ask(address, { method: "POST", body });
    // Whoever went on writing is asked about what they have written by then.
    if (html == null || text.value !== of) return;
    previews.set(text.id, { of, html });
    put(text, html);
  });
  document.addEventListener("input", (event) => {
    const text = event.target;
    const address = (text as HTMLElement).closest<HTMLElement>("[data-preview]")?.dataset.preview;
    if (address && text instanceof HTMLTextAreaElement) show(text, address);
  });
  // The server sends the page as somebody sees it who writes nothing.
  document.addEventListener("htmx:after:swap", () => {
    for (const text of document.querySelectorAll<HTMLTextAreaElement>("[data-preview] textarea")) {
      const preview = previews.get(text.id);
      if (preview && preview.of === text.value) put(text, preview.html);
    }
  });
}

function placeOf(text: HTMLTextAreaElement): HTMLElement | null {
  return document.querySelector<HTMLElement>(`[data-preview-of="${text.id}"]`);
}

function put(text: HTMLTextAreaElement, html: string): void {
  const place = placeOf(text);
  const prose = place?.querySelector(".prose");
  if (!place || !prose) return;
  putHtml(prose, html);
  place.hidden = false;
}
