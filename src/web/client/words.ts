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

/**
 * Does `work` once it is quiet for `ms`, and `longest` ms after it was first asked for however busy it is. Never twice at a time: what is
 * asked for meanwhile is done afterwards.
 */
export function afterQuiet(ms: number, longest: number, work: () => Promise<void>): () => void {
  let timer: number | undefined;
  let since = 0;
  let isWorking = false;
  let again = false;
  const begin = async () => {
    timer = undefined;
    isWorking = true;
    try {
      await work();
    } finally {
      isWorking = false;
      if (again) wish();
      again = false;
    }
  };
  const wish = () => {
    if (isWorking) again = true;
    else {
      const now = performance.now();
      if (timer === undefined) since = now;
      clearTimeout(timer);
      timer = window.setTimeout(begin, Math.max(0, Math.min(ms, since + longest - now)));
    }
  };
  return wish;
}

/** Calls `work` once things have been quiet for `ms`. */
export function afterPause<Args extends unknown[]>(ms: number, work: (...args: Args) => void): (...args: Args) => void {
  let timer = 0;
  return (...args) => {
    clearTimeout(timer);
    timer = window.setTimeout(() => work(...args), ms);
  };
}
