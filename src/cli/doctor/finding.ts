/** What one check found. Only `wrong` makes `kith doctor` fail. */
export interface Finding {
  /** Names the check for programs; never changed once released. */
  readonly check: string;
  readonly state: "ok" | "warning" | "wrong";
  readonly says: string;
  /** What to do about it; null where nothing is to be done. */
  readonly next: string | null;
}

export function fine(check: string, says: string): Finding {
  return { check, state: "ok", says, next: null };
}

export function warning(check: string, says: string, next: string): Finding {
  return { check, state: "warning", says, next };
}

export function wrong(check: string, says: string, next: string): Finding {
  return { check, state: "wrong", says, next };
}

/** A number of bytes for people: `1.5 GB`. */
export function bytes(count: number): string {
  const units = ["bytes", "kB", "MB", "GB", "TB"];
  let value = count;
  let unit = 0;
  while (value >= 1000 && unit < units.length - 1) {
    value /= 1000;
    unit += 1;
  }
  return `${value < 10 && unit > 0 ? value.toFixed(1) : Math.round(value)} ${units[unit]}`;
}

/** A span of time for people: `3 minutes`. */
export function span(seconds: number): string {
  const steps = [
    [86_400, "day"],
    [3_600, "hour"],
    [60, "minute"],
  ] as const;
  const [size, name] = steps.find(([least]) => seconds >= 2 * least) ?? [1, "second"];
  const count = Math.round(seconds / size);
  return `${count} ${name}${count === 1 ? "" : "s"}`;
}
