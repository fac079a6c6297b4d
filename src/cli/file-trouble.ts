import { type Refusal, refusal } from "../kernel/index.ts";

/** What the system says of a file that cannot be used, in words; `at` is the file or folder. */
const troubles: Readonly<Record<string, (at: string) => readonly [message: string, next: string]>> = {
  ENOENT: (at) => [`There is no ${at}.`, "Look whether the path is right."],
  EISDIR: (at) => [`${at} is a folder, where a file is needed.`, "Give the path of a file."],
  ENOTDIR: (at) => [`${at} leads through a file, where a folder is needed.`, "Give another path."],
  EEXIST: (at) => [`${at} is a file, where a folder is needed.`, "Move the file away, or give another path."],
  EACCES: (at) => [
    `This account may not use ${at}.`,
    "Run Kith as the account that it belongs to, or change its rights.",
  ],
  EPERM: (at) => [
    `The system does not let this account use ${at}.`,
    "Run Kith as another account, or give another path.",
  ],
  EROFS: (at) => [`${at} lies where nothing can be written.`, "Give a path on a disk that can be written to."],
  ENOSPC: (at) => [`The disk is full: ${at} cannot be written.`, "Make room; kith doctor shows how much there is."],
  ENAMETOOLONG: (at) => [`The path ${at} is too long.`, "Give a shorter one."],
};

/** What a person is told when a command fails at a file; null for every other error, which is a bug. */
export function fileTrouble(error: unknown): Refusal | null {
  if (!(error instanceof Error)) return null;
  const { code = "", syscall, path } = error as NodeJS.ErrnoException;
  const tell = troubles[code];
  if (!tell || syscall === undefined || syscall.startsWith("spawn") || /^(connect|listen|bind)$/.test(syscall))
    return null;
  const [message, next] = tell(path ?? "what was named");
  return refusal("invalid", "file-trouble", message.charAt(0).toUpperCase() + message.slice(1), next);
}
