// Measures the triage that Kith starts with: npx node scripts/evaluate/starter-triage.ts. Its own examples in five parts; then, with nothing
// learned from them, the public complaints and a look at what it makes of real customers' messages. The data is in ../shared/data or KITH_DATA.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { seededRandom, shuffle } from "../../src/statistics/index.ts";
import {
  type Classification,
  classify,
  type MessageKind,
  messageKinds,
  qualityOf,
  starterExamples,
  starterTriage,
  trainTriage,
  triageText,
} from "../../src/text/index.ts";
import { trainKinds } from "../../src/text/triage.ts";

const data = process.env.KITH_DATA ?? join(import.meta.dirname, "../../../shared/data");
const read = (path: string) =>
  readFileSync(join(data, path), "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
const percent = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(1)} %`;

const examples = shuffle(starterExamples(), seededRandom(3));
const answers: Classification[] = [];
const labels: string[] = [];
for (let part = 0; part < 5; part++) {
  const model = trainKinds(
    examples.filter((_one, at) => at % 5 !== part),
    1,
    "1970-01-01T00:00:00.000Z",
  );
  for (const { text, label } of examples.filter((_one, at) => at % 5 === part)) {
    answers.push(classify(model, text));
    labels.push(label);
  }
}
console.log("own examples, five parts", qualityOf(answers, labels));

const before = process.cpuUsage().user;
starterTriage();
console.log(`training: ${Math.round((process.cpuUsage().user - before) / 1000)} ms of CPU`);

if (existsSync(data)) {
  complaints();
  customers();
}

/** A complaint of that set is, in ours, a complaint or a problem. */
function complaints(): void {
  const lines = read("triage/complaints.jsonl");
  const raised = lines
    .map(({ text }) => triageText(text))
    .map(({ kind }) => kind === "complaint" || kind === "problem");
  const right = lines.map(({ label }) => label === "complaint");
  const hits = raised.filter((one, at) => one && right[at]).length;
  const f1 = (2 * hits) / (raised.filter(Boolean).length + right.filter(Boolean).length);
  console.log(`complaints.jsonl: n ${lines.length}, F1 of "problem or complaint" ${f1.toFixed(3)}`);
}

function customers(): void {
  const opening = read("care/support-tweets.jsonl").filter(({ fromCustomer }) => fromCustomer);
  const found = opening.map(({ text }) => triageText(text));
  const share = (kind: MessageKind) => percent(found.filter((one) => one.kind === kind).length, found.length);
  console.log(
    `support-tweets.jsonl: n ${found.length}`,
    Object.fromEntries(messageKinds.map((kind) => [kind, share(kind)])),
  );
  console.log("abstains", percent(found.filter(({ abstains }) => abstains).length, found.length));
  const reasons = new Map<string, number>();
  for (const { urgency, urgencyReason } of found) {
    const key = `${urgency}: ${urgencyReason}`;
    reasons.set(key, (reasons.get(key) ?? 0) + 1);
  }
  const history = found.map(({ kind }, at) => ({ text: opening[at].text as string, kind }));
  const started = process.cpuUsage().user;
  const { texts } = trainTriage(history, { seed: 1, trainedAt: "1970-01-01T00:00:00.000Z" }).about;
  console.log(`learning from ${texts} messages: ${Math.round((process.cpuUsage().user - started) / 1000)} ms of CPU`);
  console.log("urgency", Object.fromEntries([...reasons].sort((a, b) => b[1] - a[1])));
}
