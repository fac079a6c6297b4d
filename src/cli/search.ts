import { styleText } from "node:util";
import { ok, RefusalError, refusal, unwrap } from "../kernel/index.ts";
import {
  askToLearn,
  fetchBefore,
  indexFolderOf,
  inspectIndexFolder,
  type LearnedState,
  openEmbeddings,
  readLearned,
  rebuildNow,
  type Trained,
  trainNext,
} from "../search/index.ts";
import type { Store } from "../store/index.ts";
import { type CliHost, print, type Register, untilAskedToStop } from "./command.ts";
import { chooseCommunity } from "./token.ts";

interface Options {
  readonly community?: string;
  readonly json?: boolean;
}

const busy = refusal(
  "conflict",
  "learning-busy",
  "Another process is learning already.",
  "Wait until it has ended; `kith search status` says how far it is.",
);

/** Registers `kith search train`, `kith search rebuild` and `kith search status`. */
export const registerSearch: Register = (program, host) => {
  const search = program.command("search").description("What search has learned from a community's own links.");
  search
    .command("train")
    .description("Learn now rather than at night, and put it in force. A stopped learning goes on where it was.")
    .option("--community <slug>", "which community; the only one where there is one")
    .option("--json", "print JSON")
    .action((options: Options) => withStore(host(), (store) => train(store, host(), options)));
  search
    .command("rebuild")
    .description("Build the index again in every process that serves; the old one answers meanwhile.")
    .option("--community <slug>", "which community; the only one where there is one")
    .option("--json", "print JSON")
    .action((options: Options) => withStore(host(), (store) => rebuild(store, options)));
  search
    .command("status")
    .description("What is in force, which versions are kept, and how learning goes.")
    .option("--community <slug>", "which community; the only one where there is one")
    .option("--json", "print JSON")
    .action((options: Options) => withStore(host(), (store) => status(store, host(), options)));
};

async function withStore(host: CliHost, work: (store: Store) => Promise<void>): Promise<void> {
  const store = await host.openStore();
  try {
    await work(store);
  } finally {
    await store.close();
  }
}

async function train(store: Store, host: CliHost, options: Options): Promise<void> {
  const community = unwrap(await chooseCommunity(store.database, options.community));
  unwrap(await store.transact(async (tx) => ok(await askToLearn(tx, community.id))));
  const stopping = new AbortController();
  void untilAskedToStop().then(() => stopping.abort());
  const show = (text: string) => process.stderr.isTTY && process.stderr.write(`\r\u001b[K${text}`);
  const embeddings = openEmbeddings(host.configuration.embeddings, host.log);
  if (embeddings) await fetchBefore(store, host.log, embeddings, stopping.signal);
  const trained = await trainNext({
    store,
    log: host.log,
    communityId: community.id,
    signal: stopping.signal,
    embeddings: embeddings?.service.model,
    onProgress: ({ part, done, of }) => show(`${part}: ${done} of ${of}`),
  });
  show("");
  if (!trained) throw new RefusalError(busy);
  const state = await readLearned(store.database, community.id);
  print(options.json ? JSON.stringify(trainedJson(trained, state)) : trainedWords(trained, state));
  if (trained.outcome === "failed") process.exitCode = 1;
}

async function rebuild(store: Store, options: Options): Promise<void> {
  const { id, slug } = unwrap(await chooseCommunity(store.database, options.community));
  unwrap(await store.transact(async (tx) => ok(await rebuildNow(tx, { communityId: id, memberId: null }))));
  const words = `The index of ${slug} is built again wherever Kith serves; its page of search says how far it is.`;
  print(options.json ? JSON.stringify({ community: slug, asked: true }) : words);
}

function trainedJson({ outcome, modelId }: Trained, { models, clusters, fewestClusters }: LearnedState) {
  return { outcome, clusters, fewestClusters, model: models.find(({ id }) => id === modelId) ?? null };
}

function trainedWords(trained: Trained, state: LearnedState): string {
  const model = state.models.find(({ id }) => id === trained.modelId);
  if (model) return modelWords(model);
  return {
    learned: "Learned, and another process has kept it.",
    unchanged: "Nothing has changed since it last learned.",
    "too-few": `There is too little to learn from: ${state.clusters ?? 0} questions with another phrasing, and ${state.fewestClusters} are needed. Search ranks by words alone.`,
    failed: `It failed: ${state.failure ?? "nobody knows why"}`,
    stopped: "Stopped. The next learning goes on behind its last checkpoint.",
  }[trained.outcome];
}

function modelWords(model: LearnedState["models"][number]): string {
  const first = `${model.coldFirst} of ${model.lessons} right ones first by words alone, ${model.learnedFirst} as learned`;
  const verdict = model.helps
    ? "learning helps, so it ranks"
    : "not surely better, so words alone rank, and the model says how sure it is";
  return `${styleText("bold", `Version ${model.id}`)}${model.inForce ? " (in force)" : ""}, ${model.learnedAt.toISOString()}: ${model.clusters} questions with ${model.phrasings} phrasings among ${model.documents} texts; ${first}; ${verdict}; ${(model.bytes / 1e6).toFixed(1)} MB`;
}

async function status(store: Store, host: CliHost, options: Options): Promise<void> {
  const community = unwrap(await chooseCommunity(store.database, options.community));
  const state = await readLearned(store.database, community.id);
  const folder = await inspectIndexFolder(indexFolderOf(host.configuration));
  if (options.json) return print(JSON.stringify({ community: community.slug, ...state, folder }));
  const progress =
    state.state === "running"
      ? `learning: ${state.part ?? "begins"}, ${state.done ?? 0} of ${state.of ?? "?"}`
      : state.state === "asked"
        ? "waits to learn"
        : `last: ${state.endedAt ? `${state.outcome}, ${state.endedAt.toISOString()}` : "never"}`;
  const choice = {
    newest: "the newest version ranks",
    chosen: "a chosen version ranks",
    off: "learning is switched off",
  };
  print(
    [
      `${community.slug}: ${choice[state.choice]}; ${progress}`,
      ...(state.models.length === 0
        ? ["No version is kept: search ranks by words alone."]
        : state.models.map(modelWords)),
    ].join("\n"),
  );
}
