import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { createServer, type Socket } from "node:net";

export interface MailReceived {
  readonly from: string;
  readonly to: readonly string[];
  /** Headers and text as they came. */
  readonly source: string;
}

export interface MailServer {
  readonly url: string;
  readonly received: MailReceived[];
  /** What to answer to the next recipients in place of 250, such as "550 no such mailbox". */
  refuseWith: string | null;
  close(): Promise<void>;
}

/** A mail server on a free port of this machine that speaks as much SMTP (RFC 5321) as a sender needs. */
export async function openMailServer(): Promise<MailServer> {
  const received: MailReceived[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket)).on("error", () => {});
    let buffer = "";
    let mail = { from: "", to: [] as string[] };
    let inData = false;
    const say = (line: string) => socket.write(`${line}\r\n`);
    const hear = (line: string) => {
      const [verb = "", rest = ""] = [line.slice(0, 4).toUpperCase(), line.slice(4)];
      const address = /<([^>]*)>/.exec(rest)?.[1] ?? "";
      if (verb === "EHLO" || verb === "HELO") return say("250 test");
      if (verb === "MAIL") mail = { from: address, to: [] };
      if (verb === "RCPT" && self.refuseWith) return say(self.refuseWith);
      if (verb === "RCPT") mail.to.push(address);
      if (verb === "DATA") inData = true;
      if (verb === "QUIT") return socket.end("221 bye\r\n");
      return say(verb === "DATA" ? "354 go on" : "250 ok");
    };
    say("220 test");
    socket.setEncoding("utf8").on("data", (chunk: string) => {
      buffer += chunk;
      for (;;) {
        const end = inData ? buffer.indexOf("\r\n.\r\n") : buffer.indexOf("\r\n");
        if (end === -1) return;
        const text = buffer.slice(0, end);
        buffer = buffer.slice(end + (inData ? 5 : 2));
        if (!inData) hear(text);
        else {
          inData = false;
          received.push({ ...mail, source: text.replace(/^\.\./gm, ".") });
          say("250 taken");
        }
      }
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const self: MailServer = {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    refuseWith: null,
    async close() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, "close");
    },
  };
  return self;
}
