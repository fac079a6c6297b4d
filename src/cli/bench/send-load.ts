import { connect, type Socket } from "node:net";
import { decoded, type HttpAnswer, readAnswer } from "./http-answer.ts";
import type { Plan, Sent, Wanted } from "./load-plan.ts";

/** Nothing on loopback takes this long; a plan that does is given up. */
const patienceMs = 60_000;
const mostTold = 5;

/**
 * Sends a plan's requests over keep-alive connections, each connection its next one as soon as it has its answer, and looks at
 * every answer. On bare sockets: the client shares the machine with what it measures, so it must cost little.
 */
export async function sendLoad(plan: Plan): Promise<Sent> {
  const { requests } = plan;
  const latencies = new Float64Array(requests.length);
  const wrong: string[] = [];
  const ids: number[] = [];
  let bodyBytes = 0;
  let next = 0;

  function judge(wanted: Wanted, answer: HttpAnswer): void {
    bodyBytes += answer.body.length;
    const problem = whatIsWrong(wanted, answer);
    if (problem && wrong.length < mostTold) wrong.push(`${wanted.path}: ${problem}`);
    const id = plan.ids && !problem ? /"id":(\d+)/.exec(answer.body.toString("latin1", 0, 200))?.[1] : undefined;
    if (id) ids.push(Number(id));
  }

  async function work(): Promise<void> {
    const line = await openLine(plan.port);
    try {
      while (next < requests.length) {
        const index = next++;
        const wanted = requests[index] as Wanted;
        const begun = performance.now();
        const answer = await line.ask(messageOf(wanted));
        latencies[index] = performance.now() - begun;
        judge(wanted, answer);
      }
    } finally {
      line.close();
    }
  }

  const begun = performance.now();
  await Promise.all(Array.from({ length: Math.min(plan.connections, requests.length) }, work));
  const seconds = (performance.now() - begun) / 1000;
  latencies.sort();
  const at = (share: number) => latencies[Math.min(latencies.length - 1, Math.ceil(latencies.length * share) - 1)] ?? 0;
  return { requests: requests.length, seconds, p50Ms: at(0.5), p99Ms: at(0.99), bodyBytes, ids, wrong };
}

/** What is not as it should be; null where all is well. */
export function whatIsWrong(wanted: Wanted, answer: HttpAnswer): string | null {
  const status = wanted.status ?? 200;
  if (answer.status !== status) {
    return `${answer.status} instead of ${status}: ${decoded(answer).toString("utf8", 0, 300)}`;
  }
  if (wanted.contains === undefined || decoded(answer).includes(wanted.contains)) return null;
  return `the answer does not hold "${wanted.contains}"`;
}

function messageOf(wanted: Wanted): string {
  const body = wanted.body ?? "";
  const lines = [`${wanted.method ?? "GET"} ${wanted.path} HTTP/1.1`, "host: 127.0.0.1"];
  for (const [name, value] of Object.entries(wanted.headers ?? {})) lines.push(`${name}: ${value}`);
  if (body !== "") lines.push(`content-length: ${Buffer.byteLength(body)}`);
  return `${lines.join("\r\n")}\r\n\r\n${body}`;
}

interface Line {
  ask(message: string): Promise<HttpAnswer>;
  close(): void;
}

async function openLine(port: number): Promise<Line> {
  const socket: Socket = connect({ port, host: "127.0.0.1", noDelay: true });
  let held: Buffer[] = [];
  let waiting: PromiseWithResolvers<HttpAnswer> | undefined;
  await new Promise<void>((resolve, reject) => {
    socket.once("connect", resolve);
    socket.once("error", reject);
  });
  socket.setTimeout(patienceMs, () => socket.destroy(new Error("no answer in a minute")));
  socket.on("error", (error) => waiting?.reject(error));
  socket.on("close", () => waiting?.reject(new Error("the connection was closed before the answer was whole")));
  socket.on("data", (bytes) => {
    held.push(bytes);
    const all = held.length === 1 ? bytes : Buffer.concat(held);
    const answer = readAnswer(all);
    held = answer ? [] : [all];
    if (answer) waiting?.resolve(answer);
  });
  return {
    ask(message) {
      waiting = Promise.withResolvers<HttpAnswer>();
      socket.write(message);
      return waiting.promise;
    },
    close: () => void socket.destroy(),
  };
}
