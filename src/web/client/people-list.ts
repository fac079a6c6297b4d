import type { BegunName } from "./begun-name.ts";
import { placeInText } from "./caret.ts";
import { putHtml } from "./swap.ts";
import { words } from "./words.ts";

/** A name that is being typed in a field. */
export interface Writing extends BegunName {
  readonly field: HTMLTextAreaElement;
}

/** The list of people below an @. Focus stays in the field, which says to those who listen whom the list points to. */
export interface PeopleList {
  readonly element: HTMLElement;
  /** What it is open for; null while it is closed. */
  opened(): Writing | null;
  /** Shows options, as far as they fit; without any it is closed. */
  show(writing: Writing, options: string): void;
  /** Leaves those whom the name still fits. */
  narrow(writing: Writing): void;
  /** Goes to where the @ is now, where the page around it has changed. */
  stand(): void;
  move(by: 1 | -1): void;
  /** The option that it points to. */
  chosen(): HTMLElement | null;
  close(): void;
}

export function makePeopleList(): PeopleList {
  const element = document.createElement("ul");
  element.id = element.className = "people";
  element.setAttribute("role", "listbox");
  element.setAttribute("aria-label", words.people);
  let writing: Writing | null = null;

  const chosen = () => element.querySelector<HTMLElement>("[aria-selected=true]");
  const select = (option: Element | null) => {
    for (const one of element.children) one.setAttribute("aria-selected", String(one === option));
    if (option) writing?.field.setAttribute("aria-activedescendant", option.id);
    option?.scrollIntoView({ block: "nearest" });
  };
  const close = () => {
    element.remove();
    element.replaceChildren();
    for (const name of ["autocomplete", "controls", "activedescendant"]) writing?.field.removeAttribute(`aria-${name}`);
    writing = null;
  };
  const narrow = (now: Writing) => {
    const name = now.name.toLowerCase();
    for (const one of [...element.children]) if (!one.textContent?.toLowerCase().startsWith(name)) one.remove();
    if (element.childElementCount === 0) return close();
    writing = now;
    select(chosen() ?? element.firstElementChild);
  };
  const stand = () => {
    if (!writing) return;
    place(element, writing);
    writing.field.setAttribute("aria-autocomplete", "list");
    writing.field.setAttribute("aria-controls", element.id);
    select(chosen());
  };

  return {
    element,
    opened: () => writing,
    narrow,
    stand,
    chosen,
    close,
    show(now, options) {
      const before = chosen()?.id;
      putHtml(element, options);
      if (before) element.querySelector(`#${before}`)?.setAttribute("aria-selected", "true");
      narrow(now);
      if (!writing) return;
      // Not beside the field: that part of the page changes when something new comes in.
      document.getElementById("main")?.append(element);
      stand();
      element.scrollIntoView({ block: "nearest" });
    },
    move(by) {
      const next = by === 1 ? chosen()?.nextElementSibling : chosen()?.previousElementSibling;
      select(next ?? (by === 1 ? element.firstElementChild : element.lastElementChild));
    },
  };
}

/** Puts the list below the @ that it belongs to, within the width of the field. */
function place(list: HTMLElement, { field, from }: Writing): void {
  const { left, below } = placeInText(field, from);
  const corner = field.getBoundingClientRect();
  const furthest = Math.max(0, field.offsetWidth - list.offsetWidth);
  list.style.top = `${corner.top + window.scrollY + Math.min(Math.max(below, 0), field.offsetHeight)}px`;
  list.style.left = `${corner.left + window.scrollX + Math.min(left, furthest)}px`;
}
