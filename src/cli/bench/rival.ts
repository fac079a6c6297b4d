import type { Case } from "./cases.ts";
import type { Running } from "./installation.ts";

/** Of a rival's cases those that it answers as the target does: a yardstick knows only some pages, and may not compress. */
export async function sharedCases(target: Running, rival: Running): Promise<Running> {
  const shared: [string, Case][] = [];
  for (const [name, one] of rival.cases) {
    const ours = target.cases.get(name);
    if (ours && (await kindOfAnswer(target.port, ours)) === (await kindOfAnswer(rival.port, one)))
      shared.push([name, one]);
  }
  return { ...rival, cases: new Map(shared) };
}

/** Status and coding of the answer to a case's first request. */
async function kindOfAnswer(port: number, { requests }: Case): Promise<string> {
  const [first] = requests(0);
  if (!first) return "none";
  const { method = "GET", path, headers, body } = first;
  const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
    method,
    redirect: "manual",
    headers: { "accept-encoding": "identity", ...headers },
    ...(body !== undefined && { body }),
  });
  await answer.arrayBuffer();
  return `${answer.status} ${answer.headers.get("content-encoding")}`;
}
