// The least program that answers what the benchmark asks of a question's page, its JSON and a posted answer, on the same tables and the same
// PostgreSQL: two statements a page, one for an answer with its event, nothing cached, compressed, checked, guarded, counted or told to anybody. No Kith,
// but a yardstick: how many times as much does Kith take, in the same run on the same machine?
//   npm run bench -- --only question,json,answer --against scripts/evaluate/bare-server.ts
import { serve } from "@hono/node-server";
import { Hono } from "hono";
import { html, raw } from "hono/html";
import pg from "pg";
import { createLog, readConfiguration, systemClock } from "../../src/kernel/index.ts";
import { openStore } from "../../src/store/index.ts";

const configuration = readConfiguration();
const migrations = new URL("../../src/store/migrations", import.meta.url).pathname;
const store = await openStore({
  configuration,
  clock: systemClock,
  log: createLog("error"),
  serving: true,
  migrations,
});
const pool = new pg.Pool({ ...store.connection, max: 8 });
await pool.query(`create schema if not exists bare;
  create table if not exists bare.post
    (id bigserial primary key, topic_id bigint not null, author_id bigint not null, body text not null, at timestamptz not null default now());
  create index if not exists post_topic on bare.post (topic_id, id);
  create table if not exists bare.event (id bigserial primary key, kind text not null, data jsonb not null, at timestamptz not null default now())`);

interface Post {
  readonly id: string;
  readonly body: string;
  readonly html: string;
  readonly created_at: Date;
  readonly name: string;
}

async function readTopic(id: number): Promise<{ title: string; posts: readonly Post[] }> {
  const [topics, posts] = await Promise.all([
    pool.query({ name: "topic", text: "select title from question where community_id = 1 and id = $1", values: [id] }),
    pool.query<Post>({
      name: "posts",
      text: `select p.id, p.body, p.html, p.created_at, m.name from message p join member m on m.community_id = 1 and m.id = p.author_id
        where p.community_id = 1 and p.conversation_id = $1 order by p.id limit 20`,
      values: [id],
    }),
  ]);
  return { title: topics.rows[0].title, posts: posts.rows };
}

const app = new Hono();
app.get("/api/v1/communities/:slug/questions/:id", async (c) => c.json(await readTopic(Number(c.req.param("id")))));
app.get("/c/:slug/q/:id/:title", async (c) => {
  const { title, posts } = await readTopic(Number(c.req.param("id")));
  const articles = posts.map(
    (
      post,
    ) => html`<article id="p${post.id}"><header><b>${post.name}</b> <time>${post.created_at.toISOString()}</time></header>
      <div>${raw(post.html)}</div><footer><a href="#p${post.id}">#</a></footer></article>`,
  );
  return c.html(
    html`<!doctype html><html lang="en"><title>${title}</title><body><h1>${title}</h1>${articles}</body></html>`,
  );
});
app.post("/api/v1/communities/:slug/questions/:id/answers", async (c) => {
  const { body } = await c.req.json<{ body: string }>();
  const { rows } = await pool.query({
    name: "answer",
    text: `with made as (insert into bare.post (topic_id, author_id, body) values ($1, 1, $2) returning id)
      insert into bare.event (kind, data) select 'answered', jsonb_build_object('post', id) from made returning (data->>'post')::bigint as id`,
    values: [Number(c.req.param("id")), body],
  });
  return c.json({ id: Number(rows[0].id) }, 201);
});
// The benchmark signs somebody in before it begins.
app.get("/sign-in/now", (c) => c.body(null, 303, { location: "/", "set-cookie": "session=bare" }));

const server = serve({ fetch: app.fetch, port: 0, hostname: "127.0.0.1" }, ({ port }) =>
  console.log(JSON.stringify({ address: `http://127.0.0.1:${port}` })),
);
process.once("SIGTERM", async () => {
  server.close();
  await pool.end();
  await store.close();
  process.exit();
});
