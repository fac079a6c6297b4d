import { expect, test } from "vitest";
import { isOwnMachine } from "./own-machine.ts";

const own = { connection: "127.0.0.1", host: "127.0.0.1:3000", forwarded: false, trustedProxies: 0 };

test("a program on this machine is recognised", () => {
  for (const connection of ["127.0.0.1", "127.8.8.8", "::1", "::ffff:127.0.0.1"]) {
    expect(isOwnMachine({ ...own, connection })).toBe(true);
  }
  for (const host of ["localhost", "localhost:3000", "[::1]:3000"]) expect(isOwnMachine({ ...own, host })).toBe(true);
});

test("anything that may come from elsewhere is not", () => {
  for (const connection of [undefined, "", "10.0.0.1", "::ffff:10.0.0.1", "127.0.0.1.example", "fe80::1"]) {
    expect(isOwnMachine({ ...own, connection })).toBe(false);
  }
  for (const host of [undefined, "kith.example", "localhost.example", "127.0.0.1.example:3000", "2130706433"]) {
    expect(isOwnMachine({ ...own, host })).toBe(false);
  }
  expect(isOwnMachine({ ...own, forwarded: true })).toBe(false);
  expect(isOwnMachine({ ...own, trustedProxies: 1 })).toBe(false);
});
