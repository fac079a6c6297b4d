import { describe, expect, it } from "vitest";
import { leftBehind } from "./left-behind.ts";

const tables = `table event_reader
  name text not null
table macro
  community_id bigint not null
  id bigint not null identity
  name text not null
  body text not null
  changed_at timestamp with time zone not null
  changed_by bigint not null
  PRIMARY KEY (community_id, id)
`;

describe("what an export would forget", () => {
  it("is nothing where every table of a community is carried or stays for a reason", () => {
    expect(leftBehind(`${tables}table token\n  community_id bigint not null\n  secret_hash text not null\n`)).toEqual(
      [],
    );
  });
  it("is a new table, and a new column of a table that is a file", () => {
    const grown = tables.replace("  body text", "  mood text\n  body text");
    expect(leftBehind(`${grown}table poem\n  community_id bigint not null\n  id bigint not null identity\n`)).toEqual([
      expect.stringContaining("macro.mood"),
      expect.stringContaining("the table poem"),
    ]);
  });
});
