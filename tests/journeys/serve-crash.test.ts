import { afterAll, expect, it } from "vitest";
import { makeDataFolder } from "../factories/data-folder.ts";
import { eventually } from "../factories/eventually.ts";
import { type Kith, postgresPid, runKith, setUpKith, startKith } from "../factories/kith.ts";

const kills = 20;
const writers = 4;
const victims = ["kith", "postgres", "both"] as const;

const folder = makeDataFolder("crash");
let kith: Kith | undefined;
afterAll(() => kith?.stop());

/** Posts answers until told to stop, and notes the id of every one that was acknowledged. */
function keepPosting(address: () => string, token: string, questionId: number, acknowledged: Set<number>) {
  let stopped = false;
  let sent = 0;
  const post = async () => {
    while (!stopped) {
      sent += 1;
      try {
        const response = await fetch(`${address()}/api/v1/communities/lamps/questions/${questionId}/answers`, {
          method: "POST",
          headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
          body: JSON.stringify({ body: `Answer ${sent}: turn it off and on again.` }),
          signal: AbortSignal.timeout(30_000),
        });
        if (response.status === 201) acknowledged.add(((await response.json()) as { id: number }).id);
        else expect(response.status, await response.text()).toBe(503);
      } catch {
        // The server was killed in the middle of this one: it was not acknowledged.
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    }
  };
  const running = Promise.all(Array.from({ length: writers }, post));
  return {
    async stop() {
      stopped = true;
      await running;
    },
  };
}

async function untilReady(address: string): Promise<void> {
  await eventually(async () => expect((await fetch(`${address}/ready`)).status).toBe(200));
}

it("loses no acknowledged answer when Kith, its PostgreSQL or both are killed 20 times over, and starts without a hand", async () => {
  kith = await startKith(folder);
  await setUpKith(kith);
  const { token } = JSON.parse(
    runKith(folder, ["token", "create", "--member", "admin@example.org", "--scopes", "admin", "--json"]),
  );
  // biome-ignore lint/suspicious/noExplicitAny: answers of every shape
  const call = async (path: string, body?: object): Promise<any> => {
    // What was killed is on its way back: the answer says so, and to come again.
    const response = await eventually(async () => {
      const answered = await fetch(`${kith?.address}/api/v1/communities/lamps${path}`, {
        method: body ? "POST" : "GET",
        headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
        ...(body ? { body: JSON.stringify(body) } : {}),
      });
      expect(answered.status).not.toBe(503);
      return answered;
    }, 250);
    if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
    return response.json();
  };
  await call("/groups", { slug: "help", name: "Help", purpose: "", rules: "", charter: "help" });

  const acknowledged = new Set<number>();
  for (let round = 0; round < kills; round += 1) {
    const question = await call("/questions", { group: "help", title: `Round ${round}`, body: "It is dark." });
    const before = acknowledged.size;
    const posting = keepPosting(() => kith?.address ?? "", token, question.id, acknowledged);
    await eventually(() => expect(acknowledged.size).toBeGreaterThan(before));
    // Not a pause to wait for something: it decides how far the writers have come when the blow falls.
    await new Promise((resolve) => setTimeout(resolve, 10 + 23 * (round % 7)));
    const victim = victims[round % victims.length];
    if (victim !== "kith") process.kill(postgresPid(folder), "SIGKILL");
    if (victim !== "postgres") {
      await kith.kill();
      kith = await startKith(folder);
    }
    await untilReady(kith.address);
    await posting.stop();
  }

  const events = await allEvents(call);
  const given = new Set(events.filter((event) => event.kind === "answer.given").map((event) => event.subjectId));
  expect(acknowledged.size).toBeGreaterThanOrEqual(kills);
  expect([...acknowledged].filter((id) => !given.has(id))).toEqual([]);
  expect(await allAnswers(call, events)).toEqual([...given].sort((a, b) => a - b));
});

type Call = (
  path: string,
) => Promise<{ events: Event[]; next: string; answers: { id: number }[]; answerCount: number }>;
interface Event {
  kind: string;
  subjectId: number;
}

async function allEvents(call: Call): Promise<Event[]> {
  const all: Event[] = [];
  for (let after = "0"; ; ) {
    const { events, next } = await call(`/events?after=${after}&limit=200`);
    all.push(...events);
    if (events.length === 0) return all;
    after = next;
  }
}

/** Every answer that can be read, over all questions and their pages, by id. */
async function allAnswers(call: Call, events: readonly Event[]): Promise<number[]> {
  const ids: number[] = [];
  for (const { kind, subjectId } of events) {
    if (kind !== "question.asked") continue;
    for (let page = 1; ; page += 1) {
      const { answers, answerCount } = await call(`/questions/${subjectId}?page=${page}`);
      ids.push(...answers.map(({ id }) => id));
      if (page * 50 >= answerCount) break;
    }
  }
  return ids.sort((a, b) => a - b);
}
