import { createHash, randomUUID } from "node:crypto";
import { open } from "node:fs/promises";
import {
  countRecords,
  formatVersion,
  type Manifest,
  readAllRecords,
  readCommunityRecord,
} from "../../community/index.ts";
import { RefusalError, refusal } from "../../kernel/index.ts";
import { readSnapshot, type Store } from "../../store/index.ts";
import { portable } from "../portable.ts";
import type { Progress } from "../progress.ts";
import { communityName, type ExportFolder, manifestName } from "./folder.ts";

export interface ExportWish {
  readonly communityId: number;
  readonly publicOnly: boolean;
  readonly folder: ExportFolder;
  /** Makes the progress once it is known about how many rows there are. */
  readonly progress: (rows: number) => Progress;
  readonly stop: AbortSignal;
}

type File = Manifest["files"][number];

/** Writes a community as it is at one moment: every file, then the manifest with their sums. Returns the manifest. */
export async function writeExport(store: Store, wish: ExportWish): Promise<Manifest> {
  const { communityId, publicOnly, folder, stop } = wish;
  const files: File[] = [];
  const subjects = Object.keys(portable.subjects);
  const manifest = await readSnapshot(store.database, async (snapshot) => {
    const exportedAt = store.clock.now();
    const community = await readCommunityRecord(snapshot, communityId);
    const progress = wish.progress(await countRecords(snapshot, communityId, portable));
    try {
      files.push(await writeFile(folder, communityName, [`${JSON.stringify(community)}\n`]));
      for (const file of portable.files) {
        if (publicOnly && file.isPrivate) continue;
        progress.begin(file.name);
        const pages = readAllRecords(snapshot, file, { communityId, publicOnly, subjects });
        files.push(await writeFile(folder, `${file.name}.jsonl`, lines(pages, progress, stop)));
      }
    } finally {
      progress.end();
    }
    return {
      format: "kith-export" as const,
      version: formatVersion,
      exportId: randomUUID(),
      exportedAt,
      community: community.slug,
      publicOnly,
      files,
    };
  });
  await writeFile(folder, manifestName, [`${JSON.stringify(manifest, null, 2)}\n`]);
  await folder.finish();
  return manifest;
}

async function* lines(
  pages: AsyncIterable<readonly object[]>,
  progress: Progress,
  stop: AbortSignal,
): AsyncGenerator<string> {
  for await (const rows of pages) {
    if (stop.aborted) throw new RefusalError(stopped());
    yield rows.map((row) => `${JSON.stringify(row)}\n`).join("");
    progress.advance(rows.length, rows.length);
  }
}

/** Writes a file so that it lasts, and adds it up. */
async function writeFile(
  folder: ExportFolder,
  name: string,
  texts: AsyncIterable<string> | Iterable<string>,
): Promise<File> {
  const handle = await open(folder.path(name), "w", 0o600);
  const hash = createHash("sha256");
  let rows = 0;
  let bytes = 0;
  try {
    for await (const text of texts) {
      const content = Buffer.from(text);
      await handle.writeFile(content);
      hash.update(content);
      bytes += content.length;
      for (let end = content.indexOf(10); end !== -1; end = content.indexOf(10, end + 1)) rows += 1;
    }
    await handle.sync();
  } finally {
    await handle.close();
  }
  return { name, rows, bytes, sha256: hash.digest("hex") };
}

function stopped() {
  return refusal(
    "unavailable",
    "export-stopped",
    "The export was stopped. It has no manifest, so nothing takes it for a whole one.",
    "Run the same command again: it begins anew.",
  );
}
