import { asker } from "./asker.ts";
import { putHtml } from "./swap.ts";
import { announce, words } from "./words.ts";

/** Solved answers that fit show while one types: in the masthead, on the home page and where one asks. */

const fewestLetters = 2;
const longestText = 1000;
/** Letters that follow one another faster than this are asked for together; the first after a rest at once. */
const togetherMs = 60;

export function suggestWhileTyping(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>("form[data-suggest]")) suggestIn(form);
}

function suggestIn(form: HTMLFormElement): void {
  const place = form.querySelector<HTMLElement>("[data-suggestions]");
  if (!place) return;
  const isBrief = place.dataset.suggestions === "brief";
  const empty = [...place.childNodes];
  const ask = asker();
  let asked = "";
  let shown = "";
  /** Escape holds until something else is typed, also against an answer that is still on its way. */
  let isDismissed = false;

  const clear = () => {
    shown = "";
    place.replaceChildren(...empty);
    if (isBrief) place.hidden = true;
  };
  const look = async () => {
    const data = new FormData(form);
    const text = ["q", "title", "body"]
      .map((name) => data.get(name) ?? "")
      .join(" ")
      .trim()
      .slice(0, longestText);
    const group = String(data.get("group") ?? "");
    const wish = `${group} ${text}`;
    if (wish === asked) return;
    asked = wish;
    if (text.length < fewestLetters) return clear();
    const found = await ask(
      `${form.dataset.suggest}?${new URLSearchParams({ text, ...(group && { group }), ...(isBrief && { brief: "1" }) })}`,
      {},
    );
    if (found == null || wish !== asked) return;
    // Whoever walks through the list already keeps it; the next letter asks again.
    if (place.contains(document.activeElement)) {
      asked = "";
      return;
    }
    if (isBrief) place.hidden = isDismissed || !form.contains(document.activeElement);
    // What stands there already is left alone, so that nothing flickers and no focus is lost.
    if (found === shown) return;
    const had = place.querySelector("li") !== null;
    shown = found;
    putHtml(place, found);
    if (!had && place.querySelector("h2 ~ ol li"))
      announce(`${place.querySelector("h2")?.textContent ?? ""}. ${words.walk}`);
  };

  let timer = 0;
  let lastAt = 0;
  form.addEventListener("input", (event) => {
    if ((event.target as HTMLInputElement).name === "tags") return;
    isDismissed = false;
    clearTimeout(timer);
    const rested = event.timeStamp - lastAt > togetherMs;
    lastAt = event.timeStamp;
    if (rested) void look();
    else timer = window.setTimeout(look, togetherMs);
  });
  if (!isBrief) noteOpened(place, () => form);
  const dismiss = () => {
    isDismissed = true;
  };
  if (isBrief) closeWhenLeft(form, place, dismiss);
  else if (place.querySelector("li") === null) void look();
}

/** Which of them were opened goes along with the form, when the question is asked all the same or nothing helped. */
export function noteOpened(place: HTMLElement, formOf: () => HTMLFormElement | null): void {
  const opened = new Set<string>();
  const note = (event: Event) => {
    const link = (event.target as Element).closest("a");
    const id = /\/q\/(\d+)/.exec(link?.pathname ?? "")?.[1];
    if (!id) return;
    const form = formOf();
    if (!form) return;
    const before = form.querySelector<HTMLInputElement>("input[name=opened]");
    const field =
      before ?? form.appendChild(Object.assign(document.createElement("input"), { type: "hidden", name: "opened" }));
    field.value = [...opened.add(id)].join(",");
  };
  place.addEventListener("click", note);
  place.addEventListener("auxclick", note);
}

function closeWhenLeft(form: HTMLFormElement, place: HTMLElement, dismiss: () => void): void {
  form.addEventListener("focusout", (event) => {
    if (!form.contains(event.relatedTarget as Node | null)) place.hidden = true;
  });
  form.addEventListener("focusin", () => {
    place.hidden = place.childElementCount === 0;
  });
  form.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || place.hidden) return;
    event.preventDefault();
    form.querySelector("input")?.focus();
    place.hidden = true;
    dismiss();
  });
}
