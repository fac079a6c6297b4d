import sanitizeHtml from "sanitize-html";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aCommunity, aMember } from "../../tests/factories/accounts.ts";
import { fc } from "../../tests/factories/draws.ts";
import { buildVillage, type Village } from "../../tests/factories/people.ts";
import { openTestStore, type TestStore } from "../../tests/factories/store.ts";
import { type Actor, postingAllowance } from "../accounts/index.ts";
import { renderMarkdown } from "../conversation/index.ts";
import { type Result, unwrap } from "../kernel/index.ts";
import type { Transaction } from "../store/index.ts";
import { addComment, askQuestion, editAnswer, editComment, editQuestion, giveAnswer } from "./index.ts";
import { memberLinksIn } from "./mentions.ts";

const publicUrl = "https://help.example.org";
const idsIn = (markdown: string) => memberLinksIn(renderMarkdown(markdown), publicUrl).map(({ memberId }) => memberId);

describe("links to members' pages", () => {
  it("are found as a path, as an address copied from the browser, with what follows, and each once", () => {
    expect(idsIn("Ask [@Anna Berg](/c/lamps/m/12), she knows. [Anna](/c/lamps/m/12#helped)")).toEqual([12]);
    expect(idsIn(`See ${publicUrl}/c/lamps/m/7?tab=answers and [her][1].\n\n[1]: /c/lamps/m/8 "Her page"`)).toEqual([
      7, 8,
    ]);
  });

  it("are none in code, elsewhere, or where no page of a member would open", () => {
    expect(idsIn("`[a](/c/lamps/m/12)`\n\n    [a](/c/lamps/m/12)")).toEqual([]);
    expect(idsIn("https://elsewhere.example/c/lamps/m/12 [a](//elsewhere.example/c/lamps/m/12)")).toEqual([]);
    expect(idsIn("[a](/c/lamps/m/012) [a](/c/lamps/m/12/edit) [a](/c/lamps/m/) [a](m/12) /c/lamps/m/12")).toEqual([]);
    expect(memberLinksIn(renderMarkdown(`${publicUrl}/c/lamps/m/12`))).toEqual([]);
  });

  it("are exactly those that are shown, whatever Markdown says", () => {
    const piece = fc.constantFrom(
      ...[
        "[@Anna Berg](/c/lamps/m/12)",
        "/c/lamps/m/",
        "(/c/lamps/m/3)",
        `${publicUrl}/c/lamps/m/4`,
        "[a]",
        "12",
        "<a href=",
      ],
      ...[
        "/c/other/m/5",
        "`",
        "```\n",
        "\n\n",
        "    ",
        "[",
        "](",
        ")",
        '"',
        "<",
        ">",
        "&",
        "&amp;",
        "\\",
        "!",
        "*",
        "../",
        "?",
        "#",
        " ",
      ],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
        const html = renderMarkdown(pieces.join(""));
        const shown = anchorsIn(html).flatMap((href) => {
          const to = URL.parse(href, publicUrl);
          const parts = to?.origin === publicUrl ? to.pathname.split("/") : [];
          const isPage =
            parts.length === 5 &&
            parts[1] === "c" &&
            /^[a-z0-9-]{1,60}$/.test(`${parts[2]}`) &&
            parts[3] === "m" &&
            /^[1-9]\d{0,14}$/.test(`${parts[4]}`);
          return isPage ? [`${parts[2]} ${parts[4]}`] : [];
        });
        const found = memberLinksIn(html, publicUrl).map(({ community, memberId }) => `${community} ${memberId}`);
        expect(found).toEqual([...new Set(shown)]);
      }),
    );
  });
});

/** Where the links of some HTML lead, by a parser. */
function anchorsIn(html: string): string[] {
  const hrefs: string[] = [];
  const note = (tagName: string, attribs: sanitizeHtml.Attributes) => {
    if (attribs.href !== undefined) hrefs.push(attribs.href);
    return { tagName, attribs };
  };
  sanitizeHtml(html, { transformTags: { a: note } });
  return hrefs;
}

describe("mentions", () => {
  let test: TestStore;
  let village: Village;
  let ann: Actor;
  let ben: Actor;
  let cleo: Actor;
  beforeAll(async () => {
    test = await openTestStore();
    village = await buildVillage(test.store);
    [ann, ben, cleo] = [await village.member("Ann"), await village.member("Ben"), await village.member("Cleo")];
  });
  afterAll(() => test?.close());

  const run = async <T>(work: (tx: Transaction) => Promise<Result<T>>) => unwrap(await test.store.transact(work));
  const link = ({ memberId }: { memberId: number }) => `[@them](/c/${village.slug}/m/${memberId})`;
  const ask = async (by: Actor, body: string) =>
    (await run((tx) => askQuestion(tx, by, { group: "help", title: "It is dark", body, tags: [] }))).id;
  /** The kinds of the latest events, with the mentions that each carries. */
  async function latest(count: number) {
    const rows = await test.store.database
      .selectFrom("event")
      .where("community_id", "=", village.communityId)
      .select(["kind", "data"])
      .orderBy("id", "desc")
      .limit(count)
      .execute();
    return rows.reverse().map(({ kind, data }) => [kind, (data as { mentions?: number[] }).mentions]);
  }

  it("stand in the events of questions, answers and comments, and in no event of words without any", async () => {
    const questionId = await ask(ann, `Perhaps ${link(ben)} knows?`);
    const { id } = await run((tx) =>
      giveAnswer(tx, ben, { questionId, body: `So does ${link(cleo)}, and ${link(ann)}.` }),
    );
    await run((tx) => addComment(tx, cleo, { answerId: id }, `Not I. ${link(ben)}?`));
    await run((tx) => addComment(tx, cleo, { questionId }, "Look at /c/x/m/ first."));
    expect(await latest(4)).toEqual([
      ["question.asked", [ben.memberId]],
      ["answer.given", [cleo.memberId, ann.memberId]],
      ["comment.made", [ben.memberId]],
      ["comment.made", undefined],
    ]);
  });

  it("of a change are only those that were not there before", async () => {
    const questionId = await ask(ann, `Perhaps ${link(ben)} knows?`);
    const { id } = await run((tx) => giveAnswer(tx, ben, { questionId, body: "No." }));
    const comment = await run((tx) => addComment(tx, cleo, { answerId: id }, "Sure?"));
    const wish = { questionId, title: "It is dark", tags: [] };
    await run((tx) => editQuestion(tx, ann, { ...wish, body: `Perhaps ${link(ben)} or ${link(cleo)} knows?` }));
    await run((tx) => editQuestion(tx, ann, { ...wish, body: `Do ${link(ben)} or ${link(cleo)} know?` }));
    await run((tx) => editAnswer(tx, ben, id, `No, but ${link(cleo)} does.`));
    await run((tx) => editComment(tx, cleo, comment.id, `Sure, ${link(ben)}?`));
    expect(await latest(4)).toEqual([
      ["question.edited", [cleo.memberId]],
      ["question.edited", undefined],
      ["answer.edited", [cleo.memberId]],
      ["comment.edited", [ben.memberId]],
    ]);
  });

  it("are of members of this community who are still here, not of oneself, and ten at most", async () => {
    const elsewhere = await aMember(test.store, await aCommunity(test.store), { name: "Else" });
    const gone = await village.member("Gone");
    const erased = { erased_at: test.clock.now() };
    await test.store.database.updateTable("member").set(erased).where("id", "=", gone.memberId).execute();
    await ask(
      ann,
      `${link(ann)} ${link(gone)} ${link({ memberId: 999_999_999 })} ${link(elsewhere)} [b](/c/other/m/${ben.memberId})`,
    );
    expect(await latest(1)).toEqual([["question.asked", undefined]]);
    const many = await Promise.all(Array.from({ length: 12 }, (_, n) => village.member(`Many ${n}`)));
    await ask(ann, many.map(link).join(" "));
    expect(await latest(1)).toEqual([["question.asked", many.slice(0, 10).map(({ memberId }) => memberId)]]);
  });

  it("that edits add are as many as posts may be", async () => {
    const eager = await village.member("Eager");
    const questionId = await ask(eager, "Since today.");
    const edit = (body: string) =>
      test.store.transact((tx) => editQuestion(tx, eager, { questionId, title: "It is dark", tags: [], body }));
    for (let n = 0; n < postingAllowance.most; n += 1) unwrap(await edit(n % 2 === 0 ? link(ben) : link(cleo)));
    expect(await edit(link(ben).repeat(2))).toMatchObject({ ok: false, error: { code: "too-many-requests" } });
    expect(await edit("Without anybody.")).toMatchObject({ ok: true });
  });

  it("count where this Kith's own address stands before the path", async () => {
    const body = `Ask ${publicUrl}/c/${village.slug}/m/${ben.memberId}`;
    await ask({ ...ann, publicUrl }, body);
    await ask({ ...ann, publicUrl: "https://other.example" }, body);
    expect(await latest(2)).toEqual([
      ["question.asked", [ben.memberId]],
      ["question.asked", undefined],
    ]);
  });
});
