import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { leastCpuMs } from "../../tests/factories/cpu.ts";
import { fc } from "../../tests/factories/draws.ts";
import { sharedData, withoutSharedData } from "../../tests/factories/shared-data.ts";
import { readTweets, tweetsFile } from "../../tests/factories/tweets.ts";
import { findPersonalData, maskPersonalData, type PersonalDataKind } from "./personal-data.ts";
import { luhn } from "./personal-numbers.ts";

const seen = (text: string) => findPersonalData(text).map(({ kind, start, end }) => [kind, text.slice(start, end)]);

describe("personal data", () => {
  // Card and account numbers are those that networks and the IBAN registry publish as examples; phone numbers are reserved for stories.
  const found: readonly (readonly [string, PersonalDataKind, string])[] = [
    ["My card 4111 1111 1111 1111 was charged twice", "card", "4111 1111 1111 1111"],
    ["card: 5555-5555-5555-4444.", "card", "5555-5555-5555-4444"],
    ["Amex 378282246310005 does not work", "card", "378282246310005"],
    ["Bitte auf DE89 3704 0044 0532 0130 00 erstatten", "bank-account", "DE89 3704 0044 0532 0130 00"],
    ["IBAN GB29NWBK60161331926819", "bank-account", "GB29NWBK60161331926819"],
    ["Ring me: +44 20 7946 0123, please", "phone", "+44 20 7946 0123"],
    ["I am at (415) 555-0123 all day", "phone", "(415) 555-0123"],
    ["call me at 2025550143", "phone", "2025550143"],
    ["Meine Handynummer ist 0171 3920055", "phone", "0171 3920055"],
    ["Handy 0151-23456789", "phone", "0151-23456789"],
    ["write to mara.lind+shop@posteo.net!", "email", "mara.lind+shop@posteo.net"],
    ["I live at 221B Baker Street, London NW1 6XE", "address", "221B Baker Street, London NW1 6XE"],
    [
      "Ship to 742 Evergreen Gardens Avenue, Springfield, OR 97477",
      "address",
      "742 Evergreen Gardens Avenue, Springfield, OR 97477",
    ],
    ["Ich wohne in der Lange Gasse 12a, 90403 Nürnberg", "address", "Lange Gasse 12a, 90403 Nürnberg"],
    ["Anschrift: Hauptstraße 5", "address", "Hauptstraße 5"],
    ["J'habite 12 bis rue de la Paix, 75002 Paris", "address", "12 bis rue de la Paix, 75002 Paris"],
    ["Vivo en la Calle de Alcalá 45, 28014 Madrid", "address", "Calle de Alcalá 45, 28014 Madrid"],
    ["my postcode is SW1A 1AA", "address", "SW1A 1AA"],
    ["Order number 302-7746512 never came", "reference", "302-7746512"],
    ["account 12345678 is locked", "reference", "12345678"],
    ["Booking ref: QX47TP", "reference", "QX47TP"],
    ["Meine Kundennummer lautet K-445566", "reference", "K-445566"],
  ];
  it.each(found)("in “%s” is a %s", (text, kind, data) => expect(seen(text)).toEqual([[kind, data]]));

  it.each([
    "4111 1111 1111 1112 has a wrong check digit",
    "DE89 3704 0044 0532 0130 01 has wrong check digits",
    "0.4111111111111111 is a probability, 1509487847000 a moment in milliseconds",
    "Call us free of charge: 1-800-555-0199 or 0800 1234567",
    "support@lamp.shop and noreply@lamp.shop are offices, you@example.org is an example",
    "See https://lamp.shop/orders/302-7746512?phone=+442079460123",
    "In order 5 of the series, on 2017-10-31 at 22:10, error 0x80070005, version 11.2.6.1",
    "192.168.178.20 answers on port 8080; the lamp has 12 000 hours and 1 000 000 colours",
    "Main Street was closed, and the platz was full. Ein Umweg 20 km",
    "order 1234 of 5678, account manager, member since 2019, case 12",
    "0000 0000 0000 0000 and +00000000000",
  ])("is not in “%s”", (text) => expect(seen(text)).toEqual([]));

  it("masked says what was there and leaves the rest as it was", () => {
    const text = "Card 4111 1111 1111 1111, phone +44 20 7946 0123. Thanks!";
    expect(maskPersonalData(text, "en-GB").text).toBe("Card [card number], phone [phone number]. Thanks!");
    expect(maskPersonalData(text, "de").text).toBe("Card [Kartennummer], phone [Telefonnummer]. Thanks!");
  });
});

/** Digits with a check digit behind them that fits. */
const cardNumber = fc
  .tuple(fc.constantFrom("4", "51", "55"), fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 14, maxLength: 14 }))
  .map(([head, digits]) => {
    const body = (head + digits.join("")).slice(0, 15);
    return [...Array(10).keys()].map((digit) => `${body}${digit}`).find(luhn) ?? "";
  });

describe("whatever the text", () => {
  const pieces = fc.oneof(
    fc.string({ unit: "binary", maxLength: 40 }),
    fc.constantFrom(
      " ",
      "4111 1111 1111 1111",
      "+44 20 7946 0123",
      "a.b@c.de",
      "Order no. 123456",
      "Hauptstraße 5",
      "-",
      "1",
      "@",
    ),
  );
  const text = fc.array(pieces, { maxLength: 12 }).map((parts) => parts.join(""));

  it("what is found lies in it, in order, without overlaps", () => {
    fc.assert(
      fc.property(text, (one) => {
        let at = 0;
        for (const { start, end } of findPersonalData(one)) {
          expect(start).toBeGreaterThanOrEqual(at);
          expect(end).toBeGreaterThan(start);
          at = end;
        }
        expect(at).toBeLessThanOrEqual(one.length);
      }),
    );
  });

  it("what was masked stands nowhere in the result", () => {
    fc.assert(
      fc.property(text, fc.constantFrom("en", "de"), (one, locale) => {
        const { text: result, masked } = maskPersonalData(one, locale);
        const rest = masked.reduce((left, { start, end }) => left - (end - start), one.length);
        expect(result.length).toBeGreaterThanOrEqual(rest);
        if (masked.length === 0) expect(result).toBe(one);
      }),
    );
  });

  it("every card with a fitting check digit is found, and none whose last digit is another", () => {
    fc.assert(
      fc.property(
        cardNumber,
        fc.integer({ min: 1, max: 9 }),
        fc.constantFrom("", " ", "-"),
        (number, more, between) => {
          const written = (digits: string) => (digits.match(/.{4}/gu) ?? []).join(between);
          expect(seen(`paid with ${written(number)} today`)).toEqual([["card", written(number)]]);
          const wrong = number.slice(0, -1) + ((Number(number.at(-1)) + more) % 10);
          expect(seen(`paid with ${written(wrong)} today`).filter(([kind]) => kind === "card")).toEqual([]);
        },
      ),
    );
  });

  it("takes time in line with its length", async () => {
    const hard = ["1 ", "Aa ", "+1 ", "a.", "a@", "rue de la ", "Main ", "DE89 3704 ", "order no. "].map((one) =>
      one.repeat(30_000 / one.length),
    );
    const most = 300 * hard.length;
    expect(await leastCpuMs(() => hard.forEach((one) => void findPersonalData(one)), most)).toBeLessThan(most);
  });
});

const posts = sharedData("community/quantumcomputing/Posts.xml");
(tweetsFile && posts ? describe : describe.skip)(`real texts${tweetsFile ? "" : ` (${withoutSharedData})`}`, () => {
  it("of care hold some, and those of a community of physicists next to none: few false alarms", () => {
    const said = readTweets().map(({ text }) => text ?? "");
    const withSome = said.filter((text) => findPersonalData(text).length > 0).length;
    expect(withSome).toBeGreaterThanOrEqual(8);
    expect(withSome / said.length).toBeLessThan(0.01);
    const bodies = readFileSync(posts ?? "", "utf8").match(/ Body="[^"]*"/gu) ?? [];
    expect(bodies.length).toBeGreaterThan(1_000);
    expect(bodies.filter((text) => findPersonalData(text).length > 0).length).toBeLessThanOrEqual(bodies.length / 500);
  });
});
