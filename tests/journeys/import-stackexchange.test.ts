import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { findCommunity, listQuestions, readQuestion } from "../../src/community/index.ts";
import { createManualClock } from "../../src/kernel/index.ts";
import { killedAt } from "../factories/cut-off.ts";
import { type DumpRows, inventSite, minute, writeDump } from "../factories/dumps.ts";
import { readExported, withoutIds } from "../factories/exports.ts";
import { beginKith, runKith, startKith, tryKith } from "../factories/kith.ts";
import { searchByPostgres } from "../factories/search.ts";
import { sharedData, withoutSharedData } from "../factories/shared-data.ts";
import { createTestDatabase, openStoreOn } from "../factories/store.ts";

const folder = mkdtempSync(path.join(os.tmpdir(), "kith-import-"));
afterAll(() => rmSync(folder, { recursive: true }));
const place = (name: string) => path.join(folder, name);

/** A database of its own, the command on it, and a store to look into it. */
async function aDatabase() {
  const { databaseUrl, drop } = await createTestDatabase();
  const environment = { DATABASE_URL: databaseUrl };
  const store = await openStoreOn(databaseUrl, createManualClock(new Date("2026-01-01T00:00:00Z")));
  const importDump = (dump: string, ...more: string[]) => {
    const args = ["import", "stackexchange", dump, "--community", "site", "--json", ...more];
    return JSON.parse(runKith(folder, args, environment));
  };
  const content = (name: string) => {
    runKith(folder, ["export", place(name), "--community", "site"], environment);
    return withoutIds(readExported(place(name)));
  };
  const close = async () => {
    await store.close();
    await drop();
  };
  return { environment, store, importDump, content, close };
}

const dump = sharedData("community/quantumcomputing");

describe.skipIf(!dump)(`a whole site (${dump ? "real" : withoutSharedData})`, () => {
  it("arrives with every question, answer, comment, vote, tag and link, at its own time, and is found", async () => {
    const { store, importDump, content, close } = await aDatabase();
    const figures = importDump(dump ?? "");
    const whole = (read: number, skipped = 0) => ({ read, imported: read - skipped, alreadyThere: 0, skipped });
    expect(figures).toMatchObject({
      ...{ users: whole(3_461), questions: whole(612), answers: whole(1_060), comments: whole(3_413) },
      ...{ tags: whole(154), tagDescriptions: whole(139), accepted: whole(390, 1), links: whole(327, 22) },
      ...{ votes: { read: 12_560 }, formerMembers: 3, duplicates: 6, closed: 30, otherPosts: 175, skippedTotal: 23 },
    });
    expect(figures.skipped).toHaveLength(23);
    // The aim is 20 s on a machine that does nothing else.
    console.info(`a site of 612 questions, 1,060 answers and 3,461 members took ${figures.seconds} s`);

    const imported = content("real");
    expect(imported.confirmations).toHaveLength(389);
    expect(imported.questions?.filter(({ state }) => state === "solved")).toHaveLength(389);
    expect(imported.members).toHaveLength(3_464);
    expect(imported.members?.every(({ email }) => email === null)).toBe(true);
    const asked = imported.events?.filter(({ kind }) => kind === "question.asked").map(({ at }) => at);
    expect(asked).toEqual(imported.questions?.map(({ askedAt }) => askedAt));
    const answeredAt = new Map(
      imported.answers?.map(({ answeredAt }, index) => [`answers ${index}`, String(answeredAt)]),
    );
    for (const { answerId, confirmedAt } of imported.confirmations ?? []) {
      expect(String(confirmedAt) >= (answeredAt.get(String(answerId)) ?? "")).toBe(true);
    }

    const community = await findCommunity(store.database, "site");
    const where = { communityId: community?.id ?? 0, locale: "en" };
    const wish = { ...where, text: "quantum annealing", limit: 5 };
    expect((await searchByPostgres(store).questions(wish)).found).toHaveLength(5);

    // Its texts address one another by a host that nobody named.
    const bodies = [imported.questions, imported.answers, imported.comments].flatMap((rows) => rows ?? []);
    const linking = (link: RegExp) => bodies.filter(({ body }) => link.test(String(body))).length;
    expect(linking(/\]\(\/c\/site\/q\/questions \d+(#answer-answers \d+)?\)/)).toBeGreaterThan(250);
    expect(linking(/quantumcomputing\.stackexchange\.com\/(q|a|questions)\/\d/)).toBeLessThan(15);

    const again = importDump(dump ?? "");
    expect(again.answers).toEqual({ read: 1_060, imported: 0, alreadyThere: 1_060, skipped: 0 });
    expect(content("real-again")).toEqual(imported);
    await close();
  });
});

describe("an import that is killed", () => {
  it("goes on when it runs again, wherever it was, and doubles nothing", async () => {
    const site = writeDump(place("killed"), inventSite(120));
    const undisturbed = await aDatabase();
    undisturbed.importDump(site);
    const wanted = undisturbed.content("undisturbed");
    await undisturbed.close();

    const { environment, store, importDump, content, close } = await aDatabase();
    const args = ["import", "stackexchange", site, "--community", "site"];
    for (const table of ["member", "tag", "question", "answer", "question_link", "search_document"]) {
      expect(await killedAt("writing", table, store, () => beginKith(folder, args, environment)), table).toBe(true);
    }
    importDump(site);
    expect(content("killed-content")).toEqual(wanted);
    await close();
  });

  it("runs beside itself without doubling anything", async () => {
    const site = writeDump(place("twice"), inventSite(40));
    const { environment, content, close } = await aDatabase();
    const run = () => beginKith(folder, ["import", "stackexchange", site, "--community", "site"], environment).ended;
    expect(await Promise.all([run(), run()])).toEqual([0, 0]);
    const { members, questions, answers, comments } = content("twice-content");
    expect([members, questions, answers, comments].map((rows) => rows?.length)).toEqual([161, 40, 80, 160]);
    await close();
  });
});

it("a community that an import made is administered by whom the command names, in the browser at once", async () => {
  const site = writeDump(place("administered"), inventSite(5));
  const { environment, importDump, close } = await aDatabase();
  const { administrator } = importDump(site, "--admin", "ada@example.org");
  const kith = await startKith(folder, environment);
  const { pathname, search } = new URL(administrator.signIn);
  const entered = await fetch(kith.address + pathname + search, { redirect: "manual" });
  expect(entered.status).toBe(303);
  const cookie = entered.headers.getSetCookie().map((header) => header.split(";")[0]);
  const page = await fetch(`${kith.address}/c/site/admin`, { headers: { cookie: cookie.join("; ") } });
  expect(page.status).toBe(200);
  await kith.stop();
  const again = tryKith(
    folder,
    ["import", "stackexchange", site, "--community", "site", "--admin", "ada"],
    environment,
  );
  expect(again.stderr).toContain("(email-invalid)");
  await close();
});

const tiny: DumpRows = {
  users: [
    { Id: -1, CreationDate: minute(0), DisplayName: "Community" },
    { Id: 1, CreationDate: minute(1), DisplayName: "Ann" },
    { Id: 2, CreationDate: "2020-02-30T00:00:00.000", DisplayName: "No such day" },
    { CreationDate: minute(1), DisplayName: "No id" },
  ],
  tags: [
    { Id: 1, TagName: "tea", Count: 1, ExcerptPostId: 50 },
    { Id: 2, TagName: "long".repeat(13), Count: 1 },
  ],
  posts: [
    { Id: 11, PostTypeId: 2, ParentId: 10, CreationDate: minute(9), Body: "<p>Early.</p>", OwnerUserId: 1 },
    {
      ...{ Id: 10, PostTypeId: 1, AcceptedAnswerId: 11, CreationDate: minute(5), Title: "How is tea made?" },
      ...{ Body: '<p>See <a href="/q/1">this</a>.</p>', Tags: "<tea>", OwnerDisplayName: "gone" },
    },
    { Id: 12, PostTypeId: 2, ParentId: 999, CreationDate: minute(9), Body: "<p>Nowhere.</p>" },
    { Id: 13, PostTypeId: 1, CreationDate: minute(9), Title: "x", Body: "<p>The title is short.</p>" },
    { Id: 14, PostTypeId: 2, ParentId: 10, CreationDate: minute(10), Body: "<p>Unknown.</p>", OwnerUserId: 777 },
    { Id: 50, PostTypeId: 4, CreationDate: minute(6), Body: "All about tea." },
    // Told of once, however often the file is read.
    { Id: 15, PostTypeId: 2, ParentId: 10, CreationDate: "once", Body: "<p>Without a date.</p>" },
    { Id: 16, PostTypeId: 2, ParentId: 10, CreationDate: minute(11), Body: "<p></p>" },
  ],
  comments: [
    { Id: 1, PostId: 10, Text: "# no heading", CreationDate: minute(8), UserId: 1 },
    { Id: 2, PostId: 404, Text: "Lost.", CreationDate: minute(8) },
    { Id: 3, PostId: 10, Text: "", CreationDate: minute(8) },
  ],
  votes: [{ Id: 1, PostId: 10, VoteTypeId: 2, CreationDate: minute(8) }],
  postlinks: [{ Id: 1, PostId: 14, RelatedPostId: 10, LinkTypeId: 1, CreationDate: minute(8) }],
};

it("texts lead to the posts that they link where those are here, whatever the addresses look like", async () => {
  const site = "https://tea.example";
  const question = (id: number, title: string, body: string) => ({
    ...{ Id: id, PostTypeId: 1, CreationDate: minute(id), Title: title, Body: body, Tags: "<tea>", OwnerUserId: 1 },
  });
  const bare = `${site}/questions/10/how-is-tea-made`;
  const rows: DumpRows = {
    ...tiny,
    posts: [
      question(10, "How is *tea* made?", `<p>Before <a href="${site}/q/14">that</a>.</p>`),
      { Id: 11, PostTypeId: 2, ParentId: 10, CreationDate: minute(11), Body: "<p>With water.</p>", OwnerUserId: 1 },
      question(14, "How is it drunk?", `<p>See <a href="${bare}">${bare}</a>, <a href="/a/11">its answer</a>.</p>`),
      // Longer than anybody may type here.
      { Id: 15, PostTypeId: 2, ParentId: 14, CreationDate: minute(15), Body: `<p>${"Slowly. ".repeat(5000)}</p>` },
    ],
    comments: [
      { Id: 1, PostId: 14, Text: `Like ${site}/a/11/3? Or [this](${bare}#11).`, CreationDate: minute(20), UserId: 1 },
      { Id: 2, PostId: 14, Text: `Not ${site}/q/99, nor https://meta.tea.example/q/10.`, CreationDate: minute(21) },
    ],
    postlinks: [{ Id: 1, PostId: 14, RelatedPostId: 10, LinkTypeId: 1, CreationDate: minute(20) }],
  };
  const dump = writeDump(place("linking"), rows);
  const { importDump, environment, close } = await aDatabase();
  importDump(dump);
  runKith(folder, ["export", place("linked"), "--community", "site"], environment);
  const { questions = [], answers = [], comments = [] } = readExported(place("linked"));
  const [tea, drunk] = questions;
  const answer = `/c/site/q/${tea?.id}#answer-${answers[0]?.id}`;
  expect(answers[1]?.body).toBe("Slowly. ".repeat(5000).trim());
  expect(tea?.body).toBe(`Before [that](/c/site/q/${drunk?.id}).`);
  expect(drunk?.body).toBe(`See [How is \\*tea\\* made?](/c/site/q/${tea?.id}), [its answer](${answer}).`);
  expect(comments.map(({ body }) => body)).toEqual([
    `Like [How is \\*tea\\* made?](${answer})? Or [this](${answer}).`,
    `Not ${site}/q/99, nor https://meta.tea.example/q/10.`,
  ]);

  // A newer dump changes no text that is here, whatever became of it over there.
  const changed = { Id: 10, Body: `<p>Now after <a href="${site}/q/14">that</a>.</p>` };
  importDump(
    writeDump(place("linking-newer"), {
      ...rows,
      posts: rows.posts.map((row) => ({ ...row, ...(row.Id === 10 ? changed : {}) })),
    }),
  );
  runKith(folder, ["export", place("linked-again"), "--community", "site"], environment);
  expect(readExported(place("linked-again")).questions?.[0]?.body).toBe(tea?.body);

  runKith(folder, ["import", "kith", place("linked"), "--community", "moved"], environment);
  runKith(folder, ["export", place("moved"), "--community", "moved"], environment);
  const moved = JSON.stringify(withoutIds(readExported(place("moved"))).questions).replaceAll("/c/moved/", "/c/site/");
  expect(moved).toBe(JSON.stringify(withoutIds(readExported(place("linked"))).questions));
  await close();
});

describe("what is wrong with a dump", () => {
  it("costs only the rows that are wrong, and each is listed with its file and line", async () => {
    const spoil = (file: string, lines: string[]) =>
      file === "Users.xml" ? [...lines.slice(0, 4), '  <row Id="3" DisplayName="broken', ...lines.slice(4)] : lines;
    const site = writeDump(place("spoiled"), tiny, (file, lines) =>
      file === "PostLinks.xml" ? lines.slice(0, -1) : spoil(file, lines),
    );
    const { store, importDump, close } = await aDatabase();
    const figures = importDump(site, "--site", "https://tea.example");
    const skipped = figures.skipped.map(({ file, line, id }: Record<string, unknown>) => `${file} ${line} ${id}`);
    expect(skipped.sort()).toEqual([
      ...["Comments.xml 4 2", "Comments.xml 5 3", "PostLinks.xml 3 1", "PostLinks.xml 3 null", "Posts.xml 10 16"],
      ...["Posts.xml 5 12", "Posts.xml 6 13", "Posts.xml 9 15", "Tags.xml 4 2"],
      ...["Users.xml 5 null", "Users.xml 6 2", "Users.xml 7 null"],
    ]);
    expect(figures).toMatchObject({ answers: { read: 4, imported: 2, skipped: 2 }, formerMembers: 2 });

    const community = await findCommunity(store.database, "site");
    const [row] = await listQuestions(store.database, { communityId: community?.id ?? 0 });
    expect(row?.asker.name).toBe("gone");
    const question = await readQuestion(store.database, {
      communityId: community?.id ?? 0,
      id: row?.id ?? 0,
      readerId: null,
    });
    expect(question).toMatchObject({
      ...{
        state: "solved",
        tags: ["tea"],
        askedAt: new Date(`${minute(5)}Z`),
        body: "See [this](https://tea.example/q/1).",
      },
      comments: [{ body: "\\# no heading", author: { name: "Ann" } }],
      // The accepting vote is not in the dump: the confirmation is as old as the answer.
      answers: [{ body: "Early.", confirmedAt: new Date(`${minute(9)}Z`) }, { author: { name: "Former member" } }],
    });
    await close();
  });

  it("is found by a dry run, which writes nothing", async () => {
    const site = writeDump(place("dry"), tiny);
    const { store, importDump, close } = await aDatabase();
    const figures = importDump(site, "--dry-run");
    expect(figures).toMatchObject({ dryRun: true, community: null, questions: { imported: 1, skipped: 1 } });
    expect(await findCommunity(store.database, "site")).toBeNull();
    const written = importDump(site);
    for (const kind of ["users", "tags", "questions", "answers", "comments", "accepted"])
      expect(figures[kind], kind).toEqual(written[kind]);
    const listed = (rows: { file: string; line: number }[]) => rows.map(({ file, line }) => `${file} ${line}`).sort();
    expect(listed(figures.skipped)).toEqual(listed(written.skipped));
    await close();
  });

  it("is refused with a sentence where it is none", async () => {
    const { environment, close } = await aDatabase();
    const refused = (dumpFolder: string) => tryKith(folder, ["import", "stackexchange", dumpFolder], environment);
    expect(refused(place("nowhere"))).toMatchObject({ status: 1, stderr: expect.stringContaining("(no-dump)") });
    const swapped = writeDump(place("swapped"), tiny, (file, lines) =>
      file === "Votes.xml" ? ['<?xml version="1.0"?>', "<badges>", "</badges>"] : lines,
    );
    expect(refused(swapped).stderr).toMatch(/Votes\.xml: line 1: it holds <badges> where a dump has <votes>/);
    const latin = writeDump(place("latin"), tiny, (_file, lines) => [
      lines[0]?.replace("utf-8", "latin1") ?? "",
      ...lines.slice(1),
    ]);
    expect(refused(latin).stderr).toMatch(/it is written in latin1[\s\S]*\(dump-encoding\)/);
    await close();
  });
});
