import { afterPause } from "./pauses.ts";
import { words } from "./words.ts";

/** What is being written is kept on this device until it has been sent, so that nothing typed is lost. */

const prefix = "kith:draft:";
const sentKey = "kith:sent";
const keptMs = 30 * 24 * 3600_000;

type Writing = HTMLTextAreaElement | HTMLInputElement;

function writings(root: ParentNode): Writing[] {
  return [...root.querySelectorAll<Writing>("textarea[data-draft], [data-draft-form] input[type=text]")];
}

/** By where its form is sent to: the page's own address changes with its title, and where a form was refused. */
function keyOf(field: Writing): string {
  return `${prefix}${field.form?.getAttribute("action") ?? location.pathname}#${field.id}`;
}

function store(key: string, text: string): void {
  try {
    if (text.trim() === "") localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify({ text, at: Date.now() }));
  } catch {
    // Storage may be full or switched off; writing goes on without it.
  }
}

function stored(key: string): { text: string; at: number } | undefined {
  try {
    return JSON.parse(localStorage.getItem(key) ?? "null") ?? undefined;
  } catch {
    return undefined;
  }
}

const changed = new Set<Writing>();

function keepChanged(): void {
  for (const field of changed) if (field.isConnected) store(keyOf(field), field.value);
  changed.clear();
}

const saveChanged = afterPause(250, keepChanged);

/** Puts drafts back into empty fields of the page, or of a part that was swapped in. */
export function restoreDrafts(): void {
  // A field that was emptied a moment ago is to stay empty.
  keepChanged();
  for (const field of writings(document)) {
    const draft = stored(keyOf(field));
    if (!draft || field.value !== "" || field.dataset.restored === draft.text) continue;
    field.value = draft.text;
    field.dataset.restored = draft.text;
    field.closest("details")?.setAttribute("open", "");
    if (field instanceof HTMLTextAreaElement) offerDiscard(field);
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }
}

function offerDiscard(field: HTMLTextAreaElement): void {
  const line = document.createElement("p");
  line.className = "hint";
  line.textContent = `${words.draftBack} `;
  const discard = document.createElement("button");
  discard.type = "button";
  discard.className = "quiet";
  discard.textContent = words.discard;
  discard.addEventListener("click", () => {
    store(keyOf(field), "");
    field.value = "";
    field.dispatchEvent(new Event("input", { bubbles: true }));
    line.remove();
    field.focus();
  });
  line.append(discard);
  field.after(line);
}

/** Called once a form has arrived: its drafts are not needed any more. */
export function forgetDrafts(form: ParentNode): void {
  for (const field of writings(form)) {
    changed.delete(field);
    store(keyOf(field), "");
  }
}

/** Whether somebody went on writing in a form after it was sent with these values. */
export function typedSince(form: ParentNode, sent: URLSearchParams | null | undefined): boolean {
  return writings(form).some((field) => field.value !== sent?.get(field.name)?.replaceAll("\r\n", "\n"));
}

export function keepDrafts(): void {
  // A form that was sent the plain way has arrived when it led to the next page, and that is neither an error page nor the form, refused.
  const sent = sessionStorage.getItem(sentKey);
  if (sent !== null) {
    sessionStorage.removeItem(sentKey);
    const [navigation] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
    const refused =
      "keepDrafts" in document.body.dataset || document.querySelector("[data-problem], [aria-invalid]") !== null;
    if (!refused && navigation?.type === "navigate") for (const key of JSON.parse(sent)) localStorage.removeItem(key);
  }
  for (const key of Object.keys(localStorage)) {
    if (key.startsWith(prefix) && Date.now() - (stored(key)?.at ?? 0) > keptMs) localStorage.removeItem(key);
  }
  restoreDrafts();
  document.addEventListener("input", (event) => {
    const field = event.target;
    if (field instanceof HTMLElement && field.matches("textarea[data-draft], [data-draft-form] input[type=text]")) {
      changed.add(field as Writing);
      saveChanged();
    }
  });
  // Whoever leaves in the middle of a word has not paused.
  window.addEventListener("pagehide", keepChanged);
  document.addEventListener("submit", (event) => {
    const form = event.target as HTMLFormElement;
    if (form.action.endsWith("/sign-out")) {
      changed.clear();
      for (const key of Object.keys(localStorage)) if (key.startsWith(prefix)) localStorage.removeItem(key);
    } else if (!form.hasAttribute("hx-boost")) {
      for (const field of writings(form)) {
        changed.delete(field);
        store(keyOf(field), field.value);
      }
      const keys = writings(form).map(keyOf);
      if (keys.length > 0) sessionStorage.setItem(sentKey, JSON.stringify(keys));
    }
  });
}
