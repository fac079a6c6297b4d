import { open, readdir, stat } from "node:fs/promises";
import path from "node:path";
import { err, ok, type Refusal, type Result, refusal } from "../../../kernel/index.ts";

/** The files of a dump that are read, with the element that each is made of. */
const roots = {
  "Users.xml": "users",
  "Tags.xml": "tags",
  "Posts.xml": "posts",
  "Comments.xml": "comments",
  "Votes.xml": "votes",
  "PostLinks.xml": "postlinks",
} as const;
export type DumpFileName = keyof typeof roots;

export interface DumpFile {
  readonly name: DumpFileName;
  readonly path: string;
  readonly root: string;
  readonly bytes: number;
}

export interface Dump {
  readonly folder: string;
  readonly files: Readonly<Record<DumpFileName, DumpFile>>;
  /** Of all files together. */
  readonly bytes: number;
}

/** Finds the files of a dump and looks at how each begins, so that what is no dump is refused before anything is written. */
export async function openDump(folder: string): Promise<Result<Dump>> {
  let names: string[];
  try {
    names = await readdir(folder);
  } catch {
    return err(noDump(`The folder ${folder} cannot be read.`));
  }
  const wanted = Object.keys(roots) as DumpFileName[];
  const spelled = new Map(names.map((name) => [name.toLowerCase(), name]));
  const missing = wanted.filter((name) => !spelled.has(name.toLowerCase()));
  if (missing.length > 0) {
    const packed = names.find((name) => /\.(7z|zip|gz|xz|bz2)$/i.test(name));
    const hint = packed ? ` Unpack ${packed} first.` : "";
    return err(noDump(`${folder} has no ${missing.join(", no ")}.${hint}`));
  }
  const files: Partial<Record<DumpFileName, DumpFile>> = {};
  for (const name of wanted) {
    const file = path.join(folder, spelled.get(name.toLowerCase()) ?? name);
    const looked = await look(file, name);
    if (!looked.ok) return looked;
    files[name] = looked.value;
  }
  const found = files as Record<DumpFileName, DumpFile>;
  return ok({ folder, files: found, bytes: Object.values(found).reduce((sum, file) => sum + file.bytes, 0) });
}

async function look(file: string, name: DumpFileName): Promise<Result<DumpFile>> {
  const { size } = await stat(file);
  const handle = await open(file).catch(() => null);
  if (!handle) return err(noDump(`${file} cannot be read.`));
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(1024), 0, 1024, 0);
    const problem = wrongBeginning(buffer.subarray(0, bytesRead), roots[name]);
    if (problem)
      return err(problem.isEncoding ? wrongEncoding(file, problem.said) : noDump(`${file}: ${problem.said}`));
    return ok({ name, path: file, root: roots[name], bytes: size });
  } finally {
    await handle.close();
  }
}

/** What is wrong with how a file begins; null where it begins as it should. */
function wrongBeginning(bytes: Buffer, root: string): { said: string; isEncoding?: boolean } | null {
  if (bytes.length === 0) return { said: "line 1: the file is empty." };
  const mark = bytes.subarray(0, 2).toString("hex");
  if (mark === "fffe" || mark === "feff" || bytes.subarray(0, 64).includes(0)) {
    return { said: "it is written in UTF-16", isEncoding: true };
  }
  const text = bytes.toString("utf8").replace(/^\uFEFF/, "");
  const encoding = /^<\?xml[^>]*\sencoding\s*=\s*["']([^"']*)["']/.exec(text)?.[1] ?? "utf-8";
  if (!/^utf-?8$/i.test(encoding)) return { said: `it says that it is written in ${encoding}`, isEncoding: true };
  const first = /^\s*(?:<\?[^>]*\?>\s*|<!--[\s\S]*?-->\s*)*<([\w.-]+)/.exec(text);
  if (!first) return { said: "line 1: this is not XML." };
  return first[1] === root ? null : { said: `line 1: it holds <${first[1]}> where a dump has <${root}>.` };
}

function noDump(message: string): Refusal {
  return refusal(
    "invalid",
    "no-dump",
    message,
    "Give the folder that holds Posts.xml, Users.xml, Votes.xml, Comments.xml, Tags.xml and PostLinks.xml of one site.",
  );
}

function wrongEncoding(file: string, said: string): Refusal {
  return refusal(
    "invalid",
    "dump-encoding",
    `${file} cannot be read: ${said}, and dumps are written in UTF-8.`,
    'Convert it, for example with iconv -f UTF-16 -t UTF-8, and let its first line say encoding="utf-8".',
  );
}
