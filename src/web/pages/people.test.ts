import { describe, expect, it } from "vitest";
import { fc } from "../../../tests/factories/draws.ts";
import { context } from "../../../tests/preview/samples.ts";
import { renderMarkdown } from "../../conversation/index.ts";
import { mentionOf, peopleFragment } from "./people.tsx";

describe("people to mention", () => {
  it("are options with their names, their labels and the words that mention them", () => {
    const joinedAt = new Date("2024-03-05T12:00:00Z");
    const member = { id: 12, name: "Anna <Berg>", staff: true, roles: [], joinedAt };
    const shown = peopleFragment([member], context()).toString();
    expect(shown).toContain('<li role="option" id="person-12" aria-selected="false"');
    expect(shown).toContain('data-mention="[@Anna \\&lt;Berg\\&gt;](/c/');
    expect(shown).toContain('<span>Anna &lt;Berg&gt; <span class="staff"');
    expect(shown).toContain("2024");
    expect(peopleFragment([], context()).toString()).toBe("");
  });

  it("are mentioned by a link that shows their name as it is, whatever is in it", () => {
    const entities: Record<string, string> = { "&lt;": "<", "&gt;": ">", "&quot;": '"', "&amp;": "&" };
    const piece = fc.constantFrom("Anna", "Ö", " ", ..."[]()<>*_~`\\!|&#:.'\"-/@", "&amp;", "http://a.example", "1");
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 8 }), (pieces) => {
        const name = `A${pieces.join("").replace(/ +/g, " ").trimEnd()}`;
        const [, href, text = ""] =
          /^<p><a href="([^"]*)"[^>]*>(.*)<\/a> knows<\/p>\n$/s.exec(
            renderMarkdown(`${mentionOf(name, "/c/lamps/m/12")} knows`),
          ) ?? [];
        expect(href).toBe("/c/lamps/m/12");
        expect(text.replace(/&(lt|gt|quot|amp);/g, (entity) => entities[entity] ?? entity)).toBe(`@${name}`);
      }),
    );
  });
});
