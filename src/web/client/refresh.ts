import htmx from "htmx.org";
import { fetchBehind } from "./behind.ts";
import { keptAsItIs, sendsSoFar, sent } from "./swaps.ts";

/** Shows a page that was fetched, when it may be shown now. */
type Show = () => Promise<void>;

let turn: Promise<void> = Promise.resolve();

/**
 * Fetches this page again and morphs the part that people talk on: beside a rail, or in a column of its own. `around` may do something
 * before and after it is shown, or not show it. One after the other, so that what was fetched first is not shown last.
 */
export function refresh(around: (page: Document, show: Show) => Promise<void>): Promise<void> {
  const look = async () => {
    const text = await pageNow();
    const part = [".split", ".column"].find((one) => document.querySelector(`#main ${one}`));
    const page = text && part ? new DOMParser().parseFromString(text, "text/html") : undefined;
    // Another page comes where this one is gone, and another reader's where this one was signed out: then what stands here stays.
    if (!text || !part || !page?.querySelector(`#main ${part}`) || readerOf(page) !== readerOf(document)) return;
    await around(page, () => show(text, page, part));
  };
  turn = turn.then(look, look);
  return turn;
}

const readerOf = (page: Document) => page.querySelector(".masthead .name")?.textContent;

/** The page as the server shows it now: newer than every answer to what the reader has sent from here. */
async function pageNow(): Promise<string | undefined> {
  for (;;) {
    await sent();
    const before = sendsSoFar();
    const response = await fetchBehind(location.pathname + location.search);
    const text = await response?.text().catch(() => undefined);
    if (sendsSoFar() === before) return response?.ok ? text : undefined;
  }
}

async function show(text: string, page: Document, part: string): Promise<void> {
  const main = document.getElementById("main");
  const target = main?.querySelector(part);
  if (!main || !target) return;
  // A form that is left as it is still hears what its hidden fields say by now, such as what its writer has seen.
  for (const form of target.querySelectorAll<HTMLFormElement>(`form[${keptAsItIs}]`)) {
    const now = page.querySelector(`form[action="${CSS.escape(form.getAttribute("action") ?? "")}"]`);
    for (const field of now?.querySelectorAll<HTMLInputElement>("input[type=hidden]") ?? []) {
      const own = form.elements.namedItem(field.name);
      if (own instanceof HTMLInputElement && own.type === "hidden") own.value = field.value;
    }
  }
  const chosen = choicesIn(target);
  await htmx.swap({ text, sourceElement: main, target, select: part, swap: "outerMorph show:none" });
  for (const [select, value] of chosen)
    if ([...select.options].some((one) => one.value === value)) select.value = value;
}

/** What the reader has chosen and not sent: morphing goes by the place of an option in its list, and lists change. */
function choicesIn(part: Element): [HTMLSelectElement, string][] {
  return [...part.querySelectorAll("select")].flatMap((select) => {
    const usual = select.querySelector<HTMLOptionElement>("option[selected]") ?? select.options[0];
    return usual && usual.value !== select.value ? [[select, select.value] as [HTMLSelectElement, string]] : [];
  });
}
