import { describe, expect, it } from "vitest";
import { fc } from "../../../../tests/factories/draws.ts";
import { sharedData, withoutSharedData } from "../../../../tests/factories/shared-data.ts";
import { visibleText } from "../../../../tests/factories/visible-text.ts";
import { renderMarkdown } from "../../../conversation/index.ts";
import type { DumpFile } from "./dump-files.ts";
import { commentToMarkdown, escapeMarkdown } from "./escape-markdown.ts";
import { createConverter } from "./html-to-markdown.ts";
import { readRows } from "./read-rows.ts";
import { readPost } from "./rows.ts";

const convert = createConverter("https://tea.example");

describe("HTML becomes Markdown", () => {
  it.each([
    ["<p>I <strong>do</strong> like <em>tea</em>.</p><p>You?</p>", "I **do** like *tea*.\n\nYou?"],
    ["<h2>Two<br>lines</h2>", "## Two lines"],
    ['<ul><li>one</li><li>two<ol start="3"><li>three</li></ol></li></ul>', "- one\n- two\n\n  3. three"],
    [
      '<pre class="lang-py prettyprint-override"><code>a = 1\n\nb = ```2```\n</code></pre>',
      "````py\na = 1\n\nb = ```2```\n````",
    ],
    ["<ul><li><p>a</p></li><li><p>b</p><p>c</p></li></ul>", "- a\n\n- b\n\n  c"],
    ["<ol><li>a<ul><li>b</li></ul></li></ol><ol><li>c</li></ol>", "1. a\n   - b\n\n1) c"],
    ["<p>Run <code>a `b` c</code></p>", "Run ``a `b` c``"],
    [
      '<p><a href="/q/1_(x)" title="a &quot;b&quot;">this_</a></p>',
      '[this\\_](https://tea.example/q/1_\\(x\\) "a \\"b\\"")',
    ],
    [
      '<p><a href="https://a.example/x_y">https://a.example/x_y</a></p>',
      "[https://a.example/x\\_y](https://a.example/x_y)",
    ],
    [
      '<a href="https://a.example/p.png"><img src="https://a.example/p.png" alt="a cup"></a>',
      "![a cup](https://a.example/p.png)",
    ],
    [
      '<a href="https://a.example/"><img src="https://b.example/p.png" alt=""></a>',
      "[![](https://b.example/p.png)](https://a.example/)",
    ],
    ["<p>10<sup>2</sup> H<sub>2</sub>O 1<sup>st</sup></p>", "10² H₂O 1st"],
    ["<blockquote><p>so</p></blockquote><hr>", "> so\n\n---"],
    ["<p><s>old</s> <del>older</del> <strike>oldest</strike></p>", "~~old~~ ~~older~~ ~~oldest~~"],
    [
      '<table><thead><tr><th>a</th><th style="text-align: right">b|c</th></tr></thead><tbody><tr><td>1<br>2</td></tr></tbody></table>',
      "| a | b\\|c |\n| --- | --: |\n| 1 2 |  |",
    ],
    ["<p>wo<b>r(</b>d and <em>x</em><strong>y</strong></p>", "wo**r**(d and *x*y"],
    [
      "<p>&lt;b&gt; &amp;amp; a*b 2 * 3 snake_case _x_ [y](z) `q` \\* \\alpha #x</p>",
      "\\<b> \\&amp; a\\*b 2 \\* 3 snake_case \\_x\\_ \\[y\\](z) \\`q\\` \\\\\\* \\alpha #x",
    ],
    [
      "<p># no heading</p><p>1) no list</p><p>- neither</p><p>--- </p>",
      "\\# no heading\n\n1\\) no list\n\n\\- neither\n\n\\---",
    ],
  ])("%s", (html, markdown) => {
    expect(convert(html)).toBe(markdown);
    expect(visibleText(renderMarkdown(markdown))).toBe(visibleText(html));
  });

  it("shows any text as it was", () => {
    const signs = fc.constantFrom(..."*_`[]()<>#+-=|~!&\\.:;'\"1a é/");
    const text = fc
      .string({ unit: signs, minLength: 1, maxLength: 40 })
      .map((typed) => typed.replace(/ +/g, " ").trim());
    fc.assert(
      fc.property(text, (typed) => {
        fc.pre(typed !== "");
        expect(visibleText(renderMarkdown(escapeMarkdown(typed)))).toBe(typed);
      }),
      { numRuns: 2_000 },
    );
  });

  it("opens no block from a comment, and leaves its emphasis, code and links", () => {
    expect(visibleText(renderMarkdown(commentToMarkdown("# x\n> y\n1. z\n- a\n    b")))).toBe("# x > y 1. z - a b");
    expect(commentToMarkdown("*x* `y` [z](https://z.example)")).toBe("*x* `y` [z](https://z.example)");
  });

  it("survives nesting that no page has", () => {
    const deep = `${"<blockquote>".repeat(500)}x${"</blockquote>".repeat(500)}`;
    expect(convert(deep)).toContain("x");
  });
});

it.each(["blockquote", "ul><li", "sup", "table><tr><td"])(
  "keeps the words of a text of <%s> in itself 20,000 times over",
  (tags) => {
    const html = `<p>Before</p>${`<${tags}>`.repeat(20_000)}Tea &amp; milk<p>After</p>`;
    expect(createConverter()(html)).toBe("Before\n\nTea & milk\n\nAfter");
  },
);

const dump = sharedData("community/quantumcomputing/Posts.xml");
describe.skipIf(!dump)(`the posts of a real site (${dump ? "" : withoutSharedData})`, () => {
  it("read the same after conversion, 99 of 100 at least", async () => {
    const toMarkdown = createConverter();
    const file = { name: "Posts.xml", path: dump, root: "posts", bytes: 0 } as DumpFile;
    const different: number[] = [];
    let posts = 0;
    for await (const rows of readRows(file, { onBroken: (line, why) => expect.fail(`line ${line}: ${why}`) })) {
      for (const row of rows.map(readPost)) {
        if (!("row" in row) || (row.row.type !== "question" && row.row.type !== "answer")) continue;
        posts += 1;
        const after = visibleText(renderMarkdown(toMarkdown(row.row.body)));
        if (after !== visibleText(row.row.body)) different.push(row.row.id);
      }
    }
    expect(posts).toBe(1_672);
    if (different.length > 0) console.info(`posts that read differently: ${different.join(", ")}`);
    expect(different.length).toBeLessThanOrEqual(posts / 100);
  });
});
