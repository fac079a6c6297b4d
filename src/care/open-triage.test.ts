import { afterAll, expect, it } from "vitest";
import { createLog } from "../kernel/index.ts";
import { openTriage } from "./open-triage.ts";
import { triageByRules } from "./triage-rules.ts";

const opened = openTriage(createLog("silent"));
afterAll(() => opened.close());

it("judges by rules at once, and by the model as soon as that is trained", async () => {
  const text = "@brand been on hold for two hours, nobody helps and my internet is still down";
  expect(opened.triage(text)).toEqual(triageByRules(text));
  await opened.ready;
  const judged = opened.triage(text);
  expect(judged).not.toEqual(triageByRules(text));
  expect(["problem", "complaint"]).toContain(judged.kind);
  expect(opened.triage("Danke, das hat geholfen!")).toMatchObject({ kind: "praise", language: "de" });
  expect(opened.triage("").abstains).toBe(true);
}, 60_000);
