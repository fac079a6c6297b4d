export type Urgency = "low" | "normal" | "high" | "urgent";

/** Why a message is urgent: what a person reads beside it. */
export type UrgencyReason =
  | "safety"
  | "fraud"
  | "stranded"
  | "blocked"
  | "money"
  | "deadline"
  | "waiting"
  | "asked for"
  | "none";

interface Sign {
  readonly reason: UrgencyReason;
  readonly urgency: Urgency;
  readonly wording: RegExp;
}

/** Words and phrases, matched whole, in any of the languages at once: a text may mix them, and is often too short to tell. */
const sign = (reason: UrgencyReason, urgency: Urgency, ...phrases: readonly string[]): Sign => ({
  reason,
  urgency,
  wording: new RegExp(`(?<!\\p{L})(?:${phrases.join("|")})(?!\\p{L})`, "iu"),
});

/** The first sign that fits decides: what harms people stands before what costs money, and that before impatience. */
const signs: readonly Sign[] = [
  sign(
    "safety",
    "urgent",
    "(?:on|caught|catches|started a) fire|smoke|smok(?:es|ing)|burn(?:s|ing|t) (?:smell|my|me)|smells? (?:of gas|burnt)|sparks?|electric shock|gas leak|carbon monoxide|danger(?:ous)?|injur(?:y|ed)|bleed(?:s|ing)|allergic|explod(?:es?|ed)|ambulance|overdose|brakes? (?:failed|don't work|do not work|hardly)",
    "brennt|feuer|rauch|raucht|qualmt|riecht (?:verbrannt|nach gas)|funken|stromschlag|gasgeruch|gefahr|gefährlich|lebensgefahr|verletzt|verbrannt|blutet|allergisch\\p{L}*|explodiert|notarzt|bremst (?:nicht|kaum)|bremsen versag\\p{L}*",
    "prend feu|en feu|fumée|étincelles?|fuite de gaz|dangereu(?:x|se)|bless(?:é|ée|és)|allergique|explosé|électrocut\\p{L}*",
    "fuego|humo|chispas?|fuga de gas|peligro|peligros[oa]|herid[oa]s?|alérgic[oa]|explot\\p{L}*|incendio",
  ),
  sign(
    "fraud",
    "urgent",
    "hack(?:ed|er|ers)|stolen|fraud|identity theft|phishing|someone (?:else )?(?:is using|changed|logged)|somebody (?:else )?(?:is using|changed|logged)|unauthori[sz]ed (?:payment|charge|transaction)",
    "gehackt|gestohlen|betrug|phishing|jemand (?:hat|benutzt|nutzt) (?:\\p{L}+ ){0,4}(?:konto|karte|passwort)|unberechtigt\\p{L}* abbuchung\\p{L}*|geld ist weg",
    "pirat(?:é|ée)|volé|volée|fraude|hameçonnage",
    "hackead[oa]|robad[oa]|estafa",
  ),
  sign(
    "stranded",
    "urgent",
    "stranded|stuck (?:in|at|on|here|outside)|locked (?:in|outside)|trapped|nowhere to (?:stay|sleep)|flight (?:was |is |got )?cancel\\p{L}*",
    "gestrandet|eingesperrt|ausgesperrt|sitze (?:\\p{L}+ ){0,4}fest|festsitzen|flug (?:\\p{L}+ ){0,2}(?:gestrichen|annulliert)",
    "coinc(?:é|ée|és)|vol (?:\\p{L}+ ){0,2}annulé",
    "atrapad[oa]s?|tirad[oa]s? en|vuelo (?:\\p{L}+ ){0,2}cancelado",
  ),
  sign(
    "blocked",
    "high",
    "can(?:'t|not) work|need (?:it|this) (?:for|at) work|whole (?:team|company|office)|production is down|nobody can|locked out|account (?:is |has been )?(?:locked|blocked)|no (?:hot )?water|no (?:power|electricity|heating)|outage",
    "nicht arbeiten|für die arbeit|ganze[ns]? (?:team|firma|büro)|niemand kann|konto (?:\\p{L}+ ){0,2}gesperrt|kein (?:warmes )?wasser|kein(?:en)? strom|heizung (?:\\p{L}+ ){0,3}(?:nicht|aus)|totalausfall",
    "pas travailler|pour travailler|toute l'équipe|compte (?:\\p{L}+ ){0,2}bloqué|(?:pas|plus) d'eau|pas d'électricité",
    "no puedo trabajar|para trabajar|todo el equipo|cuenta (?:\\p{L}+ ){0,2}bloqueada|sin agua|sin luz",
  ),
  sign(
    "money",
    "high",
    "charged (?:me |us )?(?:twice|double|again)|double charged|overcharged|(?:my|a|the) refund|money back|(?:took|taken) (?:my|our) money|money is gone|wrong amount",
    "doppelt (?:abgebucht|berechnet|bezahlt)|zu viel (?:abgebucht|berechnet)|abgebucht|erstattung|mein geld|geld zurück",
    "débité|remboursement|rembours(?:é|ée|er)|mon argent",
    "cobr(?:aron|ado|ó)|devolución|mi dinero|reembolso",
  ),
  sign(
    "deadline",
    "high",
    "today|tonight|tomorrow|in an hour|within the hour|this (?:morning|afternoon|evening)|deadline|exam|before (?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|the weekend)|by (?:monday|tuesday|wednesday|thursday|friday|noon)",
    "heute (?:noch|abend|nachmittag)|morgen (?:früh|abend|mittag)|bis (?:morgen|montag|dienstag|mittwoch|donnerstag|freitag|heute)|frist|prüfung|in einer stunde",
    "aujourd'hui|ce soir|demain|avant (?:lundi|mardi|mercredi|jeudi|vendredi)|date limite",
    "hoy|esta (?:noche|tarde)|antes del? (?:lunes|martes|miércoles|jueves|viernes)|fecha límite",
  ),
  sign(
    "waiting",
    "high",
    "still (?:waiting|no|not|haven't|nothing)|(?:for|after) (?:\\p{N}+|two|three|four|five|six|several|many) (?:days|weeks|months)|(?:third|fourth|fifth) time|nobody (?:answers|replies|called)|no (?:answer|reply|response)",
    "warte (?:\\p{L}+ ){0,2}(?:noch|seit|auf)|seit (?:\\p{N}+|zwei|drei|vier|fünf|mehreren) (?:tagen|wochen|monaten)|immer noch (?:nicht|kein\\p{L}*)|zum (?:dritten|vierten|fünften) mal|niemand (?:antwortet|meldet)|keine antwort",
    "toujours (?:pas|rien|aucun\\p{L}*)|j'attends|depuis (?:\\p{N}+|deux|trois|cinq) (?:jours|semaines|mois)|sans réponse",
    "sigo (?:sin|esperando)|todavía (?:no|espero)|desde hace (?:\\p{N}+|dos|tres|cinco) (?:días|semanas|meses)|sin respuesta",
  ),
  sign(
    "asked for",
    "high",
    "urgent|urgently|asap|as soon as possible|immediately|right now|emergency",
    "dringend|sofort|so schnell wie möglich|schnellstmöglich|umgehend|eilig|notfall",
    "urgent|urgente|au plus vite|immédiatement|urgence",
    "urgente|cuanto antes|inmediatamente|emergencia",
  ),
];

/** Characters of a text that are looked at. */
const MOST_CHARACTERS = 4000;

/**
 * How urgent a message is by its own words, and why. `asks` says whether it is of a kind that asks for something: praise and chatter
 * are low unless somebody is in danger or robbed. A person can always say otherwise.
 */
export function urgencyOf(text: string, asks: boolean): { readonly urgency: Urgency; readonly reason: UrgencyReason } {
  const read = text.slice(0, MOST_CHARACTERS).replaceAll("’", "'");
  const found = signs.find(({ wording }) => wording.test(read));
  if (found && (asks || found.urgency === "urgent")) return { urgency: found.urgency, reason: found.reason };
  return { urgency: asks ? "normal" : "low", reason: "none" };
}
