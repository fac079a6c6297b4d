// Numbers that carry their own check: payment cards (ISO/IEC 7812-1, Luhn) and bank accounts (ISO 13616, IBAN).

interface Span {
  readonly start: number;
  readonly end: number;
}

const cardShape = /(?<![\p{L}\p{N}.,/_=-])\d(?:[ \-–\u00a0]?\d){12,18}(?![\p{L}\p{N}]|[.,\-–]\d)/gu;

/** Lengths and first digits that networks give out: Visa, Mastercard, American Express, Discover, JCB, Diners, UnionPay, Maestro. */
const networks =
  /^(?:4\d{12}(?:\d{3})?(?:\d{3})?|5[1-5]\d{14}|2(?:22[1-9]|2[3-9]\d|[3-6]\d\d|7[01]\d|720)\d{12}|3[47]\d{13}|6(?:011|4[4-9]\d|5\d\d)\d{12}|35(?:2[89]|[3-8]\d)\d{12}|3(?:0[0-5]|[689]\d)\d{11}|62\d{14,17}|(?:5018|5020|5038|5893|6304|6759|676[1-3])\d{8,15})$/u;

/** Card numbers that a network gives out and whose check digit fits. */
export function cardsIn(text: string): Span[] {
  return [...text.matchAll(cardShape)]
    .filter(([found]) => isCard(found.replaceAll(/\D/gu, "")) && groupedAsOne(found))
    .map(({ 0: found, index }) => ({ start: index, end: index + found.length }));
}

function isCard(digits: string): boolean {
  return networks.test(digits) && luhn(digits) && !/^(\d)\1+$/u.test(digits);
}

/** A card is written in one, or in groups of at least three; columns of small numbers are a table. */
function groupedAsOne(found: string): boolean {
  return found.split(/\D/u).every((group) => group.length >= 3);
}

/** The check digit of ISO/IEC 7812-1, annex B. */
export function luhn(digits: string): boolean {
  let sum = 0;
  for (let at = 0; at < digits.length; at++) {
    const digit = Number(digits[digits.length - 1 - at]);
    const twice = digit * 2;
    sum += at % 2 === 0 ? digit : twice > 9 ? twice - 9 : twice;
  }
  return sum % 10 === 0;
}

/** Lengths by country, of the IBAN registry of SWIFT (ISO 13616). */
const ibanLengths: Readonly<Record<string, number>> = Object.fromEntries(
  (
    "AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DK18 DO28 EE20 EG29 ES24 FI18 FO18 FR27 GB22 GE22 " +
    "GI23 GL18 GR27 GT28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MR27 " +
    "MT31 MU30 NL18 NO15 PK24 PL28 PS29 PT25 QA29 RO24 RS22 SA24 SC31 SE24 SI19 SK24 SM27 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20"
  )
    .split(" ")
    .map((entry) => [entry.slice(0, 2), Number(entry.slice(2))]),
);

const ibanStart = /(?<![\p{L}\p{N}])[A-Za-z]{2}\d{2}(?=[ \-\u00a0]?[A-Za-z0-9])/gu;

/** Bank accounts whose country, length and check digits fit. */
export function bankAccountsIn(text: string): Span[] {
  return [...text.matchAll(ibanStart)].flatMap(({ 0: head, index }) => {
    const length = ibanLengths[head.slice(0, 2).toUpperCase()];
    if (length === undefined) return [];
    const end = endOf(text, index, length);
    return end !== null && checks(text.slice(index, end)) ? [{ start: index, end }] : [];
  });
}

/** Where so many letters and digits end, with one space or hyphen between them at most; null where there are fewer, or more follow. */
function endOf(text: string, start: number, length: number): number | null {
  let taken = 0;
  let at = start;
  for (; taken < length; at++) {
    const one = text.charAt(at);
    if (/[A-Za-z0-9]/u.test(one)) taken += 1;
    else if (!/[ \-\u00a0]/u.test(one) || !/[A-Za-z0-9]/u.test(text.charAt(at + 1))) return null;
  }
  return /[\p{L}\p{N}]/u.test(text.charAt(at)) ? null : at;
}

/** ISO 7064, MOD 97-10: with the head behind and letters as 10 to 35, one remains. */
function checks(iban: string): boolean {
  const plain = iban.replaceAll(/[ \-\u00a0]/gu, "").toUpperCase();
  let rest = 0;
  for (const one of plain.slice(4) + plain.slice(0, 4)) {
    for (const digit of String(Number.parseInt(one, 36))) rest = (rest * 10 + Number(digit)) % 97;
  }
  return rest === 1;
}
