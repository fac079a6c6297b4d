import { bankAccountsIn, cardsIn } from "./personal-numbers.ts";

// Finds what people post by mistake and what only concerns them: numbers that can be checked are checked, all else needs a form that is hardly
// anything else, or a word before it that says what it is. A miss is seen by a person; a false alarm teaches people to look away.

export const personalDataKinds = ["card", "bank-account", "phone", "email", "address", "reference"] as const;
/** `reference`: an order's, account's or contract's number and the like. */
export type PersonalDataKind = (typeof personalDataKinds)[number];

/** A piece of personal data, by where it stands: offsets in UTF-16 units of the text as given. */
export interface PersonalData {
  readonly kind: PersonalDataKind;
  readonly start: number;
  readonly end: number;
}

/** What a sign's first group holds is the data; the words before it only say what it is. */
interface Sign {
  readonly kind: PersonalDataKind;
  readonly sign: RegExp;
  /** Looks closer at what the sign found. */
  readonly fits?: (found: string) => boolean;
}

const digitsOf = (text: string): string => text.replaceAll(/\D/gu, "");

/** Numbers that companies publish: free of charge, in North America and Europe. */
const freeOfCharge = /^(?:\+?1)?8(?:00|33|44|55|66|77|88)\d{7}$|^(?:00)?800\d|^0[38]00\d|^(?:\+|00)\d{2}800/u;

function isPhone(found: string): boolean {
  const digits = digitsOf(found);
  const dialled = found.trimStart().startsWith("+") ? `+${digits}` : digits;
  return digits.length >= 8 && digits.length <= 15 && !freeOfCharge.test(dialled) && !/^(\d)\1+$/u.test(digits);
}

/** Addresses of offices, which are there to be written to, and of examples (RFC 2606). */
const office =
  /^(?:abuse|admin|care|contact|customer\S*|feedback|git|hello|help\S*|hilfe|info|kontakt|mail|no-?reply|office|post\S*|press\S*|privacy|sales|security|service\S*|support\S*|team|webmaster)@|@(?:\S+\.)?(?:example\.(?:com|net|org)|example|invalid|localhost|test)$/iu;

const code = String.raw`([A-Z0-9](?:[-/]?[A-Z0-9]){4,29})(?![\p{L}\p{N}])`;
const numberWord = String.raw`(?:number|numbers|no\.?|num|nr\.?|id|code|#)`;
const thingOfOnes = String.raw`(?:order|booking|reservation|confirmation|invoice|account|acct\.?|a/c|customer|client|contract|policy|membership|member|tracking|shipment|consignment|passport|claim|case|ticket|serial|reference|ref\.?|loyalty|frequent flyer)`;
const sachen = `(?:bestell|auftrags|buchungs|kunden|konto|rechnungs|vertrags|versicherungs|sendungs|mitglieds|vorgangs|referenz|ausweis|paket)`;
const says = String.raw`(?:\s*(?:is|was|ist|lautet|war))?\s{0,3}[:=#]?\s{0,3}#?\s?`;

/** A code is somebody's if it holds some digits; words and years are none. */
const hasDigits = (least: number) => (found: string) => digitsOf(found).length >= least;

const capital = String.raw`\p{Lu}[\p{L}'’.-]{0,30}`;
const streets = String.raw`(?:Street|St\.?|Road|Rd\.?|Avenue|Ave\.?|Lane|Ln\.?|Drive|Boulevard|Blvd\.?|Court|Terrace|Crescent|Gardens)`;
const town = String.raw`\p{Lu}\p{Ll}[\p{L}'’.-]{0,29}`;
const place = String.raw`(?:,?\s{1,3}(?:Apt|Flat|Unit|Suite)\.?\s\w{1,5})?(?:,?\s{1,3}${town}(?:\s${town})?)?(?:,?\s{1,3}(?:[A-Z]{2}\s)?\d{5}(?:-\d{4})?(?!\d)|,?\s{1,3}[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}(?![\p{L}\p{N}]))?`;
const ort = String.raw`(?:,?\s{1,3}(?:D-|A-|CH-)?\d{4,5}\s${town})?`;

const signs: readonly Sign[] = [
  {
    kind: "email",
    sign: /(?<![\p{L}\p{N}._%+-])([\p{L}\p{N}](?:[\p{L}\p{N}_%+-]|\.(?!\.)){0,63}@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.){1,5}\p{L}{2,24})(?![\p{L}\p{N}@])/dgu,
    fits: (found) => !office.test(found),
  },
  // With the country: +49 30 1234567, 0044 20 7946 0123, +1 (415) 555-0123.
  {
    kind: "phone",
    sign: /(?<![\p{L}\p{N}+.,/=-]|\d[ \-–])((?:\+|00)[1-9]\d{0,2}(?:[ .\-–/()\u00a0]{0,2}\d){7,13})(?![\p{L}\p{N}]|[.,]\d)/dgu,
    fits: isPhone,
  },
  // As North America writes it: (415) 555-0123, 415-555-0123.
  {
    kind: "phone",
    sign: /(?<![\p{L}\p{N}+.,/=-])((?:1[ .-])?(?:\([2-9]\d{2}\) ?|[2-9]\d{2}([.-]))[2-9]\d{2}[.-]\d{4})(?![\p{L}\p{N}]|[.,-]\d)/dgu,
    fits: isPhone,
  },
  // After a word that says so, or a mobile number of Germany or Britain.
  {
    kind: "phone",
    sign: /(?<![\p{L}\p{N}])(?:call(?:ed)? (?:me|us) (?:at|on|under)|text me (?:at|on)|reach me (?:at|on|under)|phone|mobile|cell|tel\.?|telefon|telephone|handy|mobil|telefonnummer|handynummer|rückrufnummer|whatsapp)(?: ?(?:number|no\.?|nr\.?|nummer))?(?: is| ist| lautet)?\s?[:#]?\s{0,2}(\(?0?\d(?:[ .\-–/()\u00a0]{0,2}\d){6,13})(?![\p{L}\p{N}]|[.,]\d)/dgiu,
    fits: isPhone,
  },
  {
    kind: "phone",
    sign: /(?<![\p{L}\p{N}+.,/=-])(01[567]\d[ /\-–]\d(?: ?\d){5,9}|07\d{3}[ -]\d{3}[ -]?\d{3})(?![\p{L}\p{N}]|[.,]\d)/dgu,
    fits: isPhone,
  },
  {
    kind: "address",
    sign: new RegExp(
      String.raw`(?<![\p{L}\p{N}.,#-])(\d{1,5}[A-Za-z]?,?\s(?:${capital}\s){1,4}${streets}(?![\p{L}\p{N}])${place})`,
      "dgu",
    ),
  },
  {
    kind: "address",
    sign: new RegExp(
      String.raw`(?<![\p{L}\p{N}])((?:(?:${capital}[- ]){0,3}\p{Lu}?\p{L}{0,30}(?:straße|strasse|Straße|Strasse|str\.|Str\.|gasse|Gasse|allee|Allee)|\p{Lu}\p{L}{2,30}(?:weg|platz|ring|damm|ufer))\s\d{1,4}\s?[a-h]?(?![\p{L}\p{N}])${ort})`,
      "dgu",
    ),
  },
  {
    kind: "address",
    sign: new RegExp(
      String.raw`(?<![\p{L}\p{N}])(\d{1,4}(?:\s?(?:bis|ter))?,?\s(?:rue|avenue|boulevard|bd|place|chemin|impasse|allée)\s(?:(?:de|du|des|la|le|les)\s|l['’]|d['’]){0,3}${capital}(?:\s${capital}){0,3}(?:,?\s\d{5}\s${capital})?)`,
      "dgu",
    ),
  },
  {
    kind: "address",
    sign: new RegExp(
      String.raw`(?<![\p{L}\p{N}])((?:Calle|Avenida|Avda\.|C/|Paseo|Plaza)\s(?:(?:de|del|la|las|los|el)\s){0,3}${capital}(?:\s(?:(?:de|del|la)\s)?${capital}){0,3},?\s(?:n[º°.]\s?)?\d{1,4}(?![\p{L}\p{N}])(?:,?\s\d{5}\s${capital})?)`,
      "dgu",
    ),
  },
  // A post code of Britain holds a dozen houses.
  {
    kind: "address",
    sign: /(?<![\p{L}\p{N}])(?:post ?code|postal code|address|i live (?:at|in)|delivery to)(?: is)?\s?:?\s{0,2}([A-Za-z]{1,2}\d[A-Za-z\d]? ?\d[A-Za-z]{2})(?![\p{L}\p{N}])/dgiu,
  },
  // "order number 4711-0815", "customer no. K12345", "booking ref: QX4T7P".
  {
    kind: "reference",
    sign: new RegExp(
      String.raw`(?<![\p{L}\p{N}])${thingOfOnes}(?:\s(?:order|booking|account|customer|reference|ref\.?))?[\s-]?(?:${numberWord}|ref(?:erence)?\.?)${says}${code}`,
      "dgiu",
    ),
    fits: hasDigits(2),
  },
  {
    kind: "reference",
    sign: new RegExp(
      String.raw`(?<![\p{L}\p{N}])${sachen}[\s-]?(?:nummer|nr\.?|code|id|zeichen)${says}${code}`,
      "dgiu",
    ),
    fits: hasDigits(2),
  },
  // "my order 302-1234567", "account 12345678".
  {
    kind: "reference",
    sign: new RegExp(String.raw`(?<![\p{L}\p{N}])${thingOfOnes}\s{0,2}[:#]?\s{0,2}#?${code}`, "dgiu"),
    fits: hasDigits(6),
  },
];

/** An address of the web is public, and full of numbers; what stands in one is no phone and no order. */
const links = /https?:\/\/[^\s<>()[\]"'`]+/giu;
/** Longer texts than anybody may post are looked at as far as this. */
const mostCharacters = 60_000;

/**
 * The personal data in a text: cards (Luhn), bank accounts (IBAN with its check digits), phone numbers, mail and postal addresses, and
 * numbers of orders, accounts and the like. In the order of the text, without overlaps. Takes any string, in time linear to its
 * length.
 */
export function findPersonalData(text: string): PersonalData[] {
  const seen = text.slice(0, mostCharacters);
  const plain = seen.replaceAll(links, (link) => " ".repeat(link.length));
  const found: PersonalData[] = [];
  const add = (one: PersonalData) => {
    if (!found.some(({ start, end }) => one.start < end && start < one.end)) found.push(one);
  };
  for (const one of cardsIn(plain)) add({ kind: "card", ...one });
  for (const one of bankAccountsIn(plain)) add({ kind: "bank-account", ...one });
  for (const { kind, sign, fits } of signs) {
    for (const match of plain.matchAll(sign)) {
      const [start, end] = match.indices?.[1] ?? [0, 0];
      if (start < end && (fits?.(plain.slice(start, end)) ?? true)) add({ kind, start, end });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

const masks: Readonly<Record<"en" | "de", Readonly<Record<PersonalDataKind, string>>>> = {
  en: {
    card: "card number",
    "bank-account": "bank account",
    phone: "phone number",
    email: "mail address",
    address: "postal address",
    reference: "number",
  },
  de: {
    card: "Kartennummer",
    "bank-account": "Bankverbindung",
    phone: "Telefonnummer",
    email: "Mailadresse",
    address: "Anschrift",
    reference: "Nummer",
  },
};

/** The text with each piece of personal data replaced by what it was: "[phone number]". Finds nothing in its own result. */
export function maskPersonalData(
  text: string,
  locale: string,
): { readonly text: string; readonly masked: PersonalData[] } {
  const masked = findPersonalData(text);
  const words = masks[locale.slice(0, 2).toLowerCase() === "de" ? "de" : "en"];
  let result = "";
  let at = 0;
  for (const { kind, start, end } of masked) {
    result += `${text.slice(at, start)}[${words[kind]}]`;
    at = end;
  }
  return { text: result + text.slice(at), masked };
}
