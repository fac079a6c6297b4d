import { asker } from "./asker.ts";
import { begunName, withMention } from "./begun-name.ts";
import { afterPause } from "./pauses.ts";
import { makePeopleList, type PeopleList, type Writing } from "./people-list.ts";
import { announce, words } from "./words.ts";

/** Offers people to mention behind an @ and the beginning of their name. Whoever types on without choosing has typed words. */

const togetherMs = 120;

export function offerMentions(): void {
  const address = document.body.dataset.people;
  if (!address) return;
  const list = makePeopleList();
  const ask = asker();
  /** Behind this @ nothing more is offered: nobody is called so, or somebody said that they mean none. */
  let ended: Writing | null = null;
  const isOver = ({ field, from, name }: Writing) =>
    ended?.field === field && ended.from === from && name.startsWith(ended.name);

  const look = afterPause(togetherMs, async (field: HTMLTextAreaElement) => {
    const begun = begunIn(field);
    if (!begun) return;
    const options = await ask(`${address}?${new URLSearchParams({ name: begun.name, here: peopleHere() })}`, {});
    const now = begunIn(field);
    if (options == null || now?.from !== begun.from || now.name !== begun.name || isOver(now)) return;
    const isNew = list.opened() === null;
    list.show(now, options);
    if (!list.opened()) ended = now;
    else if (isNew) announce(`${words.people}. ${words.peopleKeys}`);
  });

  document.addEventListener("input", ({ target }) => {
    if (!(target instanceof HTMLTextAreaElement) || !target.matches("[data-mentions]")) return;
    const begun = begunIn(target);
    if (begun && isOver(begun)) return list.close();
    ended = null;
    if (!begun) return list.close();
    if (list.opened()) list.narrow(begun);
    look(target);
  });
  const listen = (event: KeyboardEvent) => {
    const writing = list.opened();
    if (event.target !== writing?.field || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "ArrowDown") list.move(1);
    else if (event.key === "ArrowUp") list.move(-1);
    else if (event.key === "Enter" || (event.key === "Tab" && !event.shiftKey)) choose(list, list.chosen());
    else if (event.key === "Escape") {
      ended = writing;
      list.close();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  // Before all else that listens to keys.
  document.addEventListener("keydown", listen, { capture: true });
  list.element.addEventListener("mousedown", (event) => event.preventDefault());
  list.element.addEventListener("click", ({ target }) => choose(list, (target as Element).closest("[role=option]")));
  closeElsewhere(list);
}

/** Writes the mention in place of what was typed of the name. */
function choose(list: PeopleList, option: HTMLElement | null): void {
  const writing = list.opened();
  if (!writing || !option) return;
  const { field } = writing;
  const { text, caret } = withMention(field.value, writing, option.dataset.mention ?? "");
  list.close();
  field.value = text;
  field.setSelectionRange(caret, caret);
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

/** Closes the list where somebody goes on writing elsewhere; where only the page changes around it, it stays. */
function closeElsewhere(list: PeopleList): void {
  const look = () => {
    const writing = list.opened();
    if (writing && begunIn(writing.field)?.from !== writing.from) list.close();
  };
  document.addEventListener("selectionchange", look);
  document.addEventListener("focusout", look);
  document.addEventListener("htmx:after:swap", () => {
    if (list.opened()?.field.isConnected && list.element.isConnected) list.stand();
    else list.close();
  });
}

/** What is being typed behind an @ in a field, while somebody is there. */
function begunIn(field: HTMLTextAreaElement): Writing | null {
  const { selectionStart, selectionEnd, value } = field;
  if (document.activeElement !== field || selectionStart !== selectionEnd) return null;
  const begun = begunName(value, selectionStart);
  return begun && { field, ...begun };
}

/** Whoever stands on this page already is meant more often than others of the same name. */
function peopleHere(): string {
  const ids = [...document.querySelectorAll<HTMLAnchorElement>("main a.who")].flatMap(
    ({ pathname }) => /\/m\/(\d+)$/.exec(pathname)?.[1] ?? [],
  );
  return [...new Set(ids)].slice(0, 50).join(",");
}
