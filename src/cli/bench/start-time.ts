import { type Figure, figure, runs } from "./measure.ts";
import { type Launch, type OnEnd, startServed } from "./served.ts";

/** Seconds from starting Kith on existing data, its PostgreSQL included, to a whole answer to its first page. */
export async function measureStart(dataFolder: string, launch: Launch, path: string, onEnd: OnEnd): Promise<Figure> {
  const seconds: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const begun = performance.now();
    const served = await startServed(dataFolder, onEnd, launch);
    try {
      const answer = await fetch(new URL(path, served.address), { redirect: "error" });
      await answer.text();
      if (answer.status !== 200) throw new Error(`the first page answered ${answer.status}`);
      seconds.push((performance.now() - begun) / 1000);
    } finally {
      await served.stop();
    }
  }
  return figure(seconds);
}
