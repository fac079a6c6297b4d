import { announce } from "./words.ts";

const shownMs = 10_000;

/** When each one leaves: the next notice may come into the element of the one before, and stays as long. */
const leaving = new WeakMap<HTMLElement, number>();

/** Takes notices away after ten seconds, unless somebody is at them. */
export function watchNotices(): void {
  for (const notice of document.querySelectorAll<HTMLElement>(".notice:not([data-seen])")) {
    notice.dataset.seen = "";
    const leaveIn = (ms: number) => leaving.set(notice, window.setTimeout(leave, ms));
    const leave = () => {
      if (notice.matches(":hover, :focus-within")) leaveIn(1000);
      else notice.remove();
    };
    window.clearTimeout(leaving.get(notice));
    leaveIn(shownMs);
  }
}

/** Says something in the place where notices stand. */
export function notify(text: string): void {
  const region = document.getElementById("notice");
  if (!region) {
    announce(text);
    return;
  }
  const notice = document.createElement("div");
  notice.className = "notice";
  const sentence = document.createElement("p");
  sentence.textContent = text;
  notice.append(sentence);
  region.replaceChildren(notice);
  watchNotices();
}
