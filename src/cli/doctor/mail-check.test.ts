import net, { type AddressInfo } from "node:net";
import { describe, expect, onTestFinished, test } from "vitest";
import { freePort } from "../../../tests/factories/findings.ts";
import { checkMail } from "./mail-check.ts";

describe("the mail server", () => {
  /** A mail server that knows just enough to be greeted, and refuses every password. */
  async function mailServer(): Promise<number> {
    const server = net.createServer((socket) => {
      socket.write("220 here\r\n");
      socket.on("data", (data) => {
        const said = data.toString();
        if (/^(EHLO|HELO)/i.test(said)) socket.write("250-here\r\n250 AUTH PLAIN LOGIN\r\n");
        else if (/^AUTH/i.test(said)) socket.write("535 no\r\n");
        else socket.write("250 ok\r\n");
      });
      socket.on("error", () => {});
    });
    onTestFinished(() => void server.close());
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    return (server.address() as AddressInfo).port;
  }

  test("none is fine; one that answers is fine", async () => {
    expect((await checkMail(null)).state).toBe("ok");
    expect((await checkMail(`smtp://127.0.0.1:${await mailServer()}`)).state).toBe("ok");
  });

  test("a wrong password, nobody who listens, and no such host are wrong", async () => {
    const port = await mailServer();
    expect(await checkMail(`smtp://anna:wr0ng@127.0.0.1:${port}`)).toMatchObject({
      state: "wrong",
      says: expect.stringContaining("refuses the name or the password"),
    });
    expect(await checkMail(`smtp://127.0.0.1:${await freePort()}`)).toMatchObject({
      state: "wrong",
      says: expect.stringContaining("cannot be reached"),
    });
    expect(await checkMail("smtp://nowhere.invalid")).toMatchObject({
      state: "wrong",
      says: expect.stringContaining("nowhere.invalid"),
    });
  });
});
