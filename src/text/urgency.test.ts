import { describe, expect, it } from "vitest";
import { leastCpuMs } from "../../tests/factories/cpu.ts";
import { urgencyOf } from "./urgency.ts";

describe("urgency", () => {
  it.each([
    ["urgent", "safety", "The charger smells burnt and there is smoke"],
    ["urgent", "safety", "Aus der Steckdose kommen Funken"],
    ["urgent", "safety", "Il y a une fuite de gaz dans la cuisine"],
    ["urgent", "safety", "Sale humo del horno"],
    ["urgent", "fraud", "My account was hacked"],
    ["urgent", "fraud", "Jemand hat mein Passwort geändert"],
    ["urgent", "stranded", "Flight was cancelled and I am stuck in Munich"],
    ["high", "blocked", "I can’t work without it"],
    ["high", "blocked", "Mein Konto ist gesperrt"],
    ["high", "money", "You charged me twice"],
    ["high", "deadline", "I need it before Friday"],
    ["high", "deadline", "Ich brauche es bis morgen"],
    ["high", "waiting", "Ich warte seit drei Wochen"],
    ["high", "asked for", "Please answer asap"],
    ["normal", "none", "The lamp flickers"],
    ["normal", "none", "My firewall is on and the smokehouse recipe prints well"],
  ] as const)("is %s for %s: %s", (urgency, reason, text) => {
    expect(urgencyOf(text, true)).toEqual({ urgency, reason });
  });

  it("is low for praise and chatter, unless somebody is in danger", () => {
    expect(urgencyOf("Thanks, it came today!", false)).toEqual({ urgency: "low", reason: "none" });
    expect(urgencyOf("lol there is smoke in the kitchen", false).urgency).toBe("urgent");
  });

  it("names danger before money", () => {
    expect(urgencyOf("I want my money back, it caught fire", true).reason).toBe("safety");
  });

  it("reads a long text in little time", async () => {
    const long = ["nobody can ".repeat(9000), "seit ".repeat(20_000), "vol é ".repeat(15_000)];
    const read = () => long.forEach((text) => void urgencyOf(text, true));
    expect(await leastCpuMs(read, 100)).toBeLessThan(100);
  });
});
