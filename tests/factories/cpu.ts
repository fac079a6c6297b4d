/** Milliseconds of CPU that this process has used. */
function usedMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/**
 * What a piece of work costs in milliseconds of CPU: the least of some runs, because compiling, collecting garbage and what others
 * do to the caches of a busy machine are only ever added to it. Runs until it was cheap `enough`, and 30 times at most.
 */
export async function leastCpuMs(
  work: () => unknown,
  enough: number,
  used: () => number | Promise<number> = usedMs,
): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let run = 0; run < 30 && least >= enough; run += 1) {
    const before = await used();
    await work();
    least = Math.min(least, (await used()) - before);
  }
  return least;
}
