/** Calls `work` once things have been quiet for `ms`. */
export function afterPause<Args extends unknown[]>(ms: number, work: (...args: Args) => void): (...args: Args) => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return (...args) => {
    clearTimeout(timer);
    timer = setTimeout(() => work(...args), ms);
  };
}

/**
 * Does `work` once it is quiet for `ms`, and `longest` ms after it was first asked for however busy it is. Never twice at a time: what is
 * asked for meanwhile is done afterwards.
 */
export function afterQuiet(ms: number, longest: number, work: () => Promise<void>): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
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
      timer = setTimeout(begin, Math.max(0, Math.min(ms, since + longest - now)));
    }
  };
  return wish;
}
