import { describe, expect, it } from "vitest";
import { begunName, withMention } from "./begun-name.ts";

const begun = (text: string) => begunName(text, text.length);

describe("a begun name", () => {
  it("stands behind an @ that begins a word, and holds spaces", () => {
    expect(begun("@an")).toEqual({ from: 0, name: "an" });
    expect(begun("Perhaps\n(@Anna Be")).toEqual({ from: 9, name: "Anna Be" });
    expect(begun("@Jürgen d'Arc-O’Neil")?.name).toBe("Jürgen d'Arc-O’Neil");
    expect(begun("one @two @three")?.name).toBe("three");
    expect(begunName("@anna and more", 3)).toEqual({ from: 0, name: "an" });
  });

  it("is none without a letter, within an address, in a mention that is there, and on the next line", () => {
    for (const text of [
      "",
      "@",
      "@ an",
      "@1",
      "anna@lamps",
      "[@Anna Berg](/c/lamps/m/12) and",
      "@anna\nand",
      `@${"a".repeat(70)}`,
    ]) {
      expect(begun(text), text).toBeNull();
    }
  });

  it("becomes a mention, behind which writing goes on", () => {
    const mention = "[@Anna](/c/lamps/m/1)";
    const from = (text: string, rest: string) => {
      const name = begun(text);
      return name && withMention(text + rest, name, mention);
    };
    expect(from("Ask @an", "")).toEqual({ text: `Ask ${mention} `, caret: 4 + mention.length + 1 });
    expect(from("Ask @an", ", please")).toEqual({ text: `Ask ${mention}, please`, caret: 4 + mention.length + 1 });
    expect(from("@an", "d you")?.text).toBe(`${mention} d you`);
  });
});
