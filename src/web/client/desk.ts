import { refresh } from "./refresh.ts";
import { announce } from "./words.ts";

/** The desk by keyboard, live without jumping under the reader, and who else is at a problem. */

const queue = () => document.querySelector<HTMLElement>("[data-queue]");
const rows = (root: ParentNode = document) => [...root.querySelectorAll<HTMLElement>(".row.case")];
const ticks = () => [...document.querySelectorAll<HTMLInputElement>(".row.case > input")];

/** The row that the reader is at. */
function currentTick(): HTMLInputElement | undefined {
  return ticks().find((tick) => tick.parentElement?.contains(document.activeElement));
}

/** Whether a key means something at the desk; what it does is written at the element that has it as `data-key`. */
export function deskKey(key: string): boolean {
  if (key === "x" && queue()) {
    const tick = currentTick();
    if (tick) tick.checked = !tick.checked;
    return tick !== undefined;
  }
  const target = document.querySelector<HTMLElement>(`main [data-key="${CSS.escape(key)}"]`);
  if (!target) return false;
  const tick = currentTick();
  if (tick && !ticks().some((one) => one.checked)) tick.checked = true;
  for (let fold = target.closest("details"); fold; fold = fold.parentElement?.closest("details") ?? null)
    fold.open = true;
  if (target instanceof HTMLButtonElement || target instanceof HTMLAnchorElement) target.click();
  else {
    target.scrollIntoView({ block: "nearest" });
    target.focus();
  }
  return true;
}

export function watchDesk(): void {
  document.addEventListener("click", (event) => {
    if ((event.target as Element).closest("[data-show]")) void refresh((_, show) => showRows(show));
    const insert = (event.target as Element).closest<HTMLElement>("[data-insert]");
    if (insert && putMacro(insert)) event.preventDefault();
  });
}

/** Puts the chosen macro's words where the answer is written. */
function putMacro(button: HTMLElement): boolean {
  const select = button.closest("form")?.querySelector<HTMLSelectElement>("select[name=macro]");
  const field = document.querySelector<HTMLTextAreaElement>("#answer-body");
  const words = select?.selectedOptions[0]?.dataset.words;
  if (!field || !words) return false;
  field.setRangeText(words, field.selectionStart, field.selectionEnd, "end");
  field.dispatchEvent(new Event("input", { bubbles: true }));
  field.focus();
  return true;
}

/** The queue as it is now: the same rows are brought up to date where they stand; other rows wait until the reader asks for them. */
export function lookAtQueue(): Promise<void> {
  const ids = (root: ParentNode) =>
    rows(root)
      .map((row) => row.id)
      .join();
  return refresh(async (page, show) => {
    if (ids(page) === ids(document)) return showRows(show);
    const moved = document.querySelector<HTMLElement>("[data-moved]");
    if (!moved?.hidden) return;
    moved.hidden = false;
    announce(moved.firstChild?.textContent ?? "");
  });
}

/** Rows keep their ticks, and the reader stays at theirs. */
async function showRows(show: () => Promise<void>): Promise<void> {
  const ticked = new Set(ticks().flatMap((tick) => (tick.checked ? [tick.id] : [])));
  const at = currentTick()?.closest(".row")?.id;
  await show();
  for (const tick of ticks()) tick.checked = ticked.has(tick.id);
  if (at && !currentTick()) document.querySelector<HTMLElement>(`#${at} .row-title`)?.focus({ preventScroll: true });
}

/** Says who else is here, where the page has a place for it. */
export function showPresence(sentence: string): void {
  const place = document.querySelector<HTMLElement>("[data-there]");
  if (place && place.textContent !== sentence) place.textContent = sentence;
}

const typingEveryMs = 4000;

/** Lets others at the same problem know that an answer is being written. */
export function tellTyping(): void {
  let last = 0;
  document.addEventListener("input", (event) => {
    const field = event.target as HTMLElement;
    const address = field.dataset.typing ?? field.closest<HTMLElement>("[data-typing]")?.dataset.typing;
    if (!address || Date.now() - last < typingEveryMs) return;
    last = Date.now();
    const csrf = document.querySelector<HTMLInputElement>("input[name=csrf]")?.value ?? "";
    void fetch(address, { method: "POST", body: new URLSearchParams({ csrf }) }).catch(() => {});
  });
}
