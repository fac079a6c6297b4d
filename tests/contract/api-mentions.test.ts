import { afterAll, beforeAll, expect, test } from "vitest";
import { eventually } from "../factories/eventually.ts";
import { type ApiHouse, openApiHouse, publicUrl } from "./api-client.ts";

let house: ApiHouse;
beforeAll(async () => {
  house = await openApiHouse();
});
afterAll(() => house.close());

test("a program finds whom it means, mentions them by a path or a full address, and the event log says whom", async () => {
  const { village } = house;
  const bo = await village.member("Bo Berg");
  const cleo = await village.member("Cleo");
  const writer = await house.as(await village.member("Ada"), ["write"]);
  const admin = await house.as(village.admin);
  const { members } = (await writer("GET", "members?name=bo%20b")).json;
  expect(members).toMatchObject([{ id: bo.memberId, name: "Bo Berg" }]);

  const body = `Who knows? ${publicUrl}/c/lamps/m/${bo.memberId}, perhaps, or [Cleo](/c/lamps/m/${cleo.memberId})?`;
  const asked = (await writer("POST", "questions", { group: "help", title: "It is dark", body })).json;
  const edited = { body: `${body} Or [Admin](/c/lamps/m/${village.admin.memberId})?` };
  expect((await writer("PATCH", `questions/${asked.id}`, edited)).status).toBe(200);
  await eventually(async () => {
    const { events } = (await admin("GET", "events?limit=200")).json;
    const ofQuestion = events.filter((one: { subject: string }) => one.subject === "question");
    expect(ofQuestion).toMatchObject([
      { kind: "question.asked", subjectId: asked.id, data: { mentions: [bo.memberId, cleo.memberId] } },
      { kind: "question.edited", subjectId: asked.id, data: { mentions: [village.admin.memberId] } },
    ]);
  });
});
