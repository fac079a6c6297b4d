/** Ids that belong together, by union of sets; groups are numbered in order of appearance. */
export class Groups<T> {
  readonly #parents = new Map<T, T>();
  readonly #numbers = new Map<T, number>();

  has(id: T): boolean {
    return this.#parents.has(id);
  }

  of(id: T): T {
    let root = id;
    for (let parent = this.#parents.get(root); parent !== undefined && parent !== root; ) {
      root = parent;
      parent = this.#parents.get(root);
    }
    this.#parents.set(id, root);
    return root;
  }

  join(ids: readonly T[]): void {
    const [first, ...rest] = ids;
    if (first === undefined) return;
    const root = this.of(first);
    for (const id of rest) this.#parents.set(this.of(id), root);
  }

  number(id: T): number {
    const root = this.of(id);
    const known = this.#numbers.get(root);
    if (known !== undefined) return known;
    const made = this.#numbers.size;
    this.#numbers.set(root, made);
    return made;
  }
}

/** Clusters that share a member become one, in order of first appearance. */
export function merged<T>(clusters: readonly (readonly T[])[]): T[][] {
  const groups = new Groups<T>();
  for (const members of clusters) groups.join(members);
  const found = new Map<number, Set<T>>();
  for (const members of clusters) {
    if (members.length === 0) continue;
    const number = groups.number(members[0] as T);
    found.set(number, new Set([...(found.get(number) ?? []), ...members]));
  }
  return [...found.values()].map((members) => [...members]);
}
