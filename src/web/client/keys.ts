import { fetchBehind } from "./behind.ts";
import { deskKey } from "./desk.ts";
import { words } from "./words.ts";

/** Keyboard shortcuts. They can be switched off in their help, for people whose tools type letters on their own. */

const offKey = "kith:shortcuts-off";
const isOff = () => localStorage.getItem(offKey) !== null;

function go(selector: string): void {
  document.querySelector<HTMLAnchorElement>(selector)?.click();
}

function focus(selector: string): boolean {
  const field = document.querySelector<HTMLElement>(selector);
  field?.scrollIntoView({ block: "center" });
  field?.focus();
  return field !== null;
}

/** Moves to the next or previous row of a list, or answer of a question. */
function move(by: 1 | -1): void {
  const items = [...document.querySelectorAll<HTMLElement>("main .row-title, main .answer")];
  if (items.length === 0) return;
  const at = items.findIndex((item) => item.contains(document.activeElement));
  const next = at === -1 ? (by === 1 ? 0 : items.length - 1) : Math.min(Math.max(at + by, 0), items.length - 1);
  items[next]?.focus({ preventScroll: true });
  items[next]?.scrollIntoView({ block: "nearest" });
}

async function help(): Promise<void> {
  const link = document.querySelector<HTMLAnchorElement>("[data-help]");
  if (!link) return;
  const open = document.querySelector<HTMLDialogElement>("dialog[open]");
  if (open) return open.close();
  const response = await fetchBehind(link.href);
  if (!response?.ok) return location.assign(link.href);
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  // Asked for twice meanwhile, it opens once.
  if (document.querySelector("dialog[open]")) return;
  const dialog = document.createElement("dialog");
  dialog.setAttribute("aria-labelledby", "shortcuts-title");
  dialog.append(...page.querySelectorAll("[data-shortcuts]"));
  const close = document.createElement("button");
  close.textContent = words.close;
  close.addEventListener("click", () => dialog.close());
  dialog.append(close);
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  offerSwitch(dialog);
  dialog.showModal();
}

function offerSwitch(root: ParentNode): void {
  const box = root.querySelector<HTMLInputElement>("[data-shortcuts-on]");
  if (!box) return;
  box.closest<HTMLElement>("[hidden]")?.removeAttribute("hidden");
  box.checked = !isOff();
  box.addEventListener("change", () => {
    if (box.checked) localStorage.removeItem(offKey);
    else localStorage.setItem(offKey, "1");
  });
}

const afterG: Record<string, string> = { h: ".place", d: "[data-desk]" };

export function listenToKeys(): void {
  let gAt = 0;
  offerSwitch(document);
  document.addEventListener("keydown", (event) => {
    const { key, target } = event;
    const at = target as HTMLElement;
    if ((event.ctrlKey || event.metaKey) && key === "Enter" && at instanceof HTMLTextAreaElement) {
      event.preventDefault();
      return at.form?.requestSubmit();
    }
    if (key === "Escape") for (const menu of document.querySelectorAll(".menu[open]")) menu.removeAttribute("open");
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || isOff()) return;
    if (key === "Enter" && at instanceof HTMLSelectElement && at.dataset.key) {
      event.preventDefault();
      at.parentElement?.querySelector("button")?.click();
      return;
    }
    if (at.isContentEditable || at.matches("input:not([type=radio], [type=checkbox]), textarea, select")) return;
    const follows = Date.now() - gAt < 1500;
    gAt = key === "g" ? Date.now() : 0;
    if (follows && afterG[key]) go(afterG[key]);
    else if (deskKey(key)) return event.preventDefault();
    else if (key === "/") focus("#q, #find");
    else if (key === "a") focus("#answer-body");
    else if (key === "c") go("[data-key=ask]");
    else if (key === "j") move(1);
    else if (key === "k") move(-1);
    else if (key === "?") void help();
    else return;
    event.preventDefault();
  });
  document.addEventListener("click", (event) => {
    const at = event.target as Element;
    for (const menu of document.querySelectorAll(".menu[open]")) if (!menu.contains(at)) menu.removeAttribute("open");
    if (at.closest("[data-help]") && event.button === 0 && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      void help();
    }
  });
}
