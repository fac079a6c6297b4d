import { expect, it } from "vitest";
import { readMessage } from "./read-message.ts";

it("reads a line by the names of the API, and by those of archives", () => {
  const own = { id: 7, from: "carla", text: "Hello", at: "2026-01-02T03:04:05Z", inReplyTo: "6" };
  expect(readMessage(JSON.stringify(own), "chat")).toEqual({
    message: { ...own, id: "7", channel: "chat", staff: false, name: undefined, at: new Date(own.at) },
  });
  const archived = '{"id":"1","author":"brand","fromCustomer":false,"at":"Tue Oct 31 22:10:47 +0000 2017","text":null}';
  expect(readMessage(archived, "chat")).toMatchObject({
    message: { from: "brand", staff: true, text: "", inReplyTo: null, at: new Date("2017-10-31T22:10:47Z") },
  });
});

it.each([
  ["{", "This is no JSON."],
  ['{"id":"1","text":"x"}', "It does not say whom it is from."],
  ['{"id":"1","from":"a","at":"soon"}', "at: soon is no time."],
  ['{"from":"a"}', "id: "],
])("says what is wrong with %s", (line, says) => {
  expect(readMessage(line, "chat")).toMatchObject({ problem: expect.stringContaining(says) });
});
