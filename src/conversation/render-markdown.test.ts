import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import sanitizeHtml from "sanitize-html";
import { describe, expect, it } from "vitest";
import { leastCpuMs } from "../../tests/factories/cpu.ts";
import { fc } from "../../tests/factories/draws.ts";
import { allowed, renderMarkdown } from "./render-markdown.ts";

const safety = path.resolve(import.meta.dirname, "../../../shared/data/safety");
/** Anything in HTML that could run, load or post: tags outside the list, or any attribute that is not one of ours. */
const allowedTag =
  /^<\/?(p|br|hr|h[3-6]|blockquote|pre|code( class="language-[^"<>]*")?|ul|ol( start="\d+")?|li|strong|em|s|del|table|thead|tbody|tr|th|td|a( (href="((https?:|mailto:)[^"<>]*|(\/(?!\/)|#)[^"<>]*)"|rel="nofollow ugc noopener"|title="[^"<>]*"))*)( \/)?>$/;

/** What Markdown and HTML take for a sign, and a few words that could become dangerous between them. */
const typed = fc.constantFrom(
  ..."<>&\"'()[]!#*_`~|:/\\\n\t =-1aé漢\u202e",
  "javascript:",
  "<a href=",
  "script",
  "http://",
  "on",
);

function tagsOutside(html: string): string[] {
  return (html.match(/<[^>]*>?/g) ?? []).filter((tag) => !allowedTag.test(tag));
}

describe("Markdown", () => {
  it("becomes paragraphs, lists, code, tables and links", () => {
    expect(renderMarkdown("A **bold** word.")).toBe("<p>A <strong>bold</strong> word.</p>\n");
    expect(renderMarkdown("- one\n- two")).toContain("<li>one</li>");
    expect(renderMarkdown("```js\nlet a;\n```")).toContain('<code class="language-js">let a;');
    expect(renderMarkdown("| a |\n|---|\n| 1 |")).toContain("<td>1</td>");
    expect(renderMarkdown("https://example.org")).toContain(
      '<a href="https://example.org" rel="nofollow ugc noopener">',
    );
  });

  it("shows a picture as a link, and by its words within a link", () => {
    const link = (to: string, words: string) => `<a href="${to}" rel="nofollow ugc noopener">${words}</a>`;
    const picture = "![plan](https://example.org/p.png)";
    expect(renderMarkdown(picture)).toBe(`<p>${link("https://example.org/p.png", "plan")}</p>\n`);
    expect(renderMarkdown(`[see ${picture}](https://example.org) and ${picture}`)).toBe(
      `<p>${link("https://example.org", "see plan")} and ${link("https://example.org/p.png", "plan")}</p>\n`,
    );
  });

  it("begins its headings below those of the page", () => {
    expect(renderMarkdown("# One\n\n## Two")).toBe("<h3>One</h3>\n<h4>Two</h4>\n");
  });

  it("shows HTML as it was typed, so that nothing typed is lost", () => {
    expect(renderMarkdown("Use List<String> <b>now</b>")).toBe(
      "<p>Use List&lt;String&gt; &lt;b&gt;now&lt;/b&gt;</p>\n",
    );
  });

  it("links to pictures from elsewhere in place of loading them", () => {
    const html = renderMarkdown("![a cat](https://example.org/cat.png)");
    expect(html).toContain('<a href="https://example.org/cat.png" rel="nofollow ugc noopener">a cat</a>');
    expect(html).not.toContain("<img");
  });

  it("lets nothing through that could run, whatever is typed", () => {
    fc.assert(
      fc.property(fc.string({ unit: typed, maxLength: 200 }), (text) => {
        expect(tagsOutside(renderMarkdown(text))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it("is what a parser of HTML leaves letter for letter as it is, plain posts too", () => {
    fc.assert(
      fc.property(fc.string({ unit: typed, maxLength: 200 }), (text) => {
        const html = renderMarkdown(text);
        // What links bear changes places each time.
        if (!html.includes("<a ")) expect(sanitizeHtml(html, allowed)).toBe(html);
      }),
      { numRuns: 500 },
    );
    const posts = [
      "A *lamp* & a **kettle**:\n\n- one\n- 2 < 3\n\n> quoted\n\n    code <b>",
      "# Title\n\n1. a\n2. ~~b~~ `c`",
    ];
    for (const html of posts.map(renderMarkdown)) expect(sanitizeHtml(html, allowed)).toBe(html);
  });

  it.skipIf(!existsSync(safety))("lets none of the collected payloads through (skipped without ../shared/data)", () => {
    const payloads: string[] = [
      ...readFileSync(path.join(safety, "xss-payloads.jsonl"), "utf8").trim().split("\n"),
      ...(JSON.parse(readFileSync(path.join(safety, "naughty-strings.json"), "utf8")) as string[]),
    ];
    expect(payloads.length).toBeGreaterThan(700);
    for (const payload of payloads) {
      for (const text of [payload, `[a](${payload})`, `![${payload}](${payload})`, `# ${payload}`, `<${payload}>`]) {
        expect(tagsOutside(renderMarkdown(text)), text).toEqual([]);
      }
    }
  });

  it("is rendered in time, however it nests", async () => {
    const nested = ["[".repeat(30_000), "*a ".repeat(10_000), ">".repeat(30_000), "`".repeat(30_000)];
    expect(await leastCpuMs(() => nested.forEach((text) => void renderMarkdown(text)), 5_000)).toBeLessThan(5_000);
  });
});
