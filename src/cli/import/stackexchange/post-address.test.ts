import { expect, it } from "vitest";
import { postAt } from "./post-address.ts";

it.each([
  ["/q/12", 12, null],
  ["/q/12/345", 12, null],
  ["https://www.Tea.example/a/34/7?x=1#34", 34, null],
  ["//tea.example/questions/12", 12, 12],
  ["https://tea.example/questions/12/how-is-tea-made?noredirect=1#comment9_12", 12, 12],
  ["http://tea.example/questions/12/how-is-tea-made/34#34", 34, 12],
  ["/questions/12/how-is-tea-made#34", 34, 12],
])("%s is post %i", (address, postId, questionId) => {
  expect(postAt(address, "tea.example")).toEqual({ postId, questionId });
});

it.each([
  "https://meta.tea.example/q/12",
  "https://coffee.example/questions/12/how",
  "https://tea.example/questions/tagged/12",
  "https://tea.example/users/12",
  "/q/12abc",
  "mailto:q@tea.example",
  "",
])("%j is no post of the site", (address) => {
  expect(postAt(address, "tea.example")).toBeNull();
});

it("without a host only paths are the site's", () => {
  expect(postAt("https://tea.example/q/12", null)).toBeNull();
  expect(postAt("/a/34", null)).toEqual({ postId: 34, questionId: null });
});
