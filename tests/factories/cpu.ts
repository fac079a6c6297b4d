/** Milliseconds of CPU that this process has used. */
function usedMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/**
 * What a piece of work costs in milliseconds of CPU: the least of some runs, because compiling, collecting garbage and what others
 * do to the caches of a busy machine are only ever added to it. Runs until it was cheap `enough`, and 30 times at most.
 */
export function leastCpuMs(
  work: () => unknown,
  enough: number,
  used: () => number | Promise<number> = usedMs,
): Promise<number> {
  return least(30, work, enough, used);
}

/** How long a piece of work takes by the clock on the wall, in milliseconds: the least of up to ten runs, for the same reasons. */
export function leastWallMs(work: () => unknown, enough: number): Promise<number> {
  return least(10, work, enough, () => performance.now());
}

async function least(
  most: number,
  work: () => unknown,
  enough: number,
  reading: () => number | Promise<number>,
): Promise<number> {
  let found = Number.POSITIVE_INFINITY;
  for (let run = 0; run < most && found >= enough; run += 1) {
    const before = await reading();
    await work();
    found = Math.min(found, (await reading()) - before);
  }
  return found;
}
