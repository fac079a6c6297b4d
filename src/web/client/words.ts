/** What the script says; the page brings it along in its own language (`data-words` on the body). */
export interface Words {
  newAnswer: string;
  failed: string;
  offline: string;
  draftBack: string;
  discard: string;
  close: string;
  walk: string;
  people: string;
  peopleKeys: string;
}

export const words = JSON.parse(document.body.dataset.words ?? "{}") as Words;

let region: HTMLElement | undefined;

/** Says something to people who listen to the page instead of looking at it. */
export function announce(text: string): void {
  if (!region) {
    region = document.createElement("div");
    region.className = "unseen";
    region.setAttribute("role", "status");
    document.body.append(region);
  }
  region.textContent = text;
}
