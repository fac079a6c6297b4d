/** A list as a set. Words are lower-case; a word that means something else in another of the languages is left out. */
const words = (list: string): ReadonlySet<string> => new Set(list.normalize("NFC").split(" "));

/** Calls to do something: imperatives of campaigns and shops. */
export const callToAct = words(
  "apply ask book browse buy call check choose claim click come comment compare contact discover donate don't download enjoy enter explore find follow get give go help hurry join learn listen look make meet nominate order participate play post pre-order read register reply retweet rt save see send share shop show sign snap start stop submit subscribe switch take tell text try tune tweet upgrade use view visit vote watch win write " +
    "jetzt bestelle bestell bestellen kaufe kauft entdecke entdecken gewinne gewinnt klicke klickt teile teilt abonniere folge folgt spare sparen sichere sichern hol holt melde découvrez achetez cliquez gagnez partagez abonnez profitez descubre compra gana comparte suscríbete aprovecha",
);
export const helping = words(
  "sorry apologies apologise apologize help assist support issue problem thanks thank glad happy hear please dm pls let know details email contact reach check sort look happened concern concerns feedback understand resolve appreciate welcome great " +
    "hilfe helfen bitte entschuldigung leid gern gerne désolé désolée aide aider svp ayuda ayudar disculpe disculpa siento",
);
export const warm = words(
  "thank thanks thx congrats congratulations welcome love loved loving great awesome amazing excellent wonderful good best nice happy excited proud enjoy fun cool lovely fantastic cheers luck kudos hi hello hey morning lol haha yay wow beautiful perfect " +
    "danke dank super toll tolle toller klasse prima spitze großartig wunderbar lecker begeistert zufrieden perfekt schön schöne schöner freundlich nett lob weiterempfehlen merci bravo parfait excellente adore ravi ravie génial géniaux formidable délicieux gracias genial perfecto perfecta excelente encanta encantado encantada maravilloso felicidades enhorabuena",
);
export const bad = words(
  "bad worst worse terrible horrible awful poor poorly rude useless ridiculous pathetic disappointed disappointing disgusting disgusted unacceptable angry annoyed annoying frustrated frustrating upset hate sucks suck crap shit fuck fucking damn hell wtf broken broke break breaks fail failed failing fails failure problem problems issue issues error errors wrong fault faulty damaged defective missing lost stolen stuck crash crashed crashing freeze frozen down dead slow late delay delayed delays waiting waited wait hold overcharged charged refund refunds cancel cancelled canceled return complaint complain dirty cold gross sick mold stale ripped torn ruined scam joke lies lied lying ignored ignore nothing nobody still yet again why " +
    "kaputt defekt fehler fehlt fehlen problem falsch falsche falschen verloren gestohlen gesperrt abgebrochen bricht stürzt hängt ruckelt flackert tropft verspätet verspätung warte gewartet schlecht schlechter schlechtester schmutzig ekelhaft frechheit unverschämt enttäuscht unmöglich katastrophe skandal belogen betrug nutzlos sauer satt panne erreur cassé cassée bloqué bloquée perdu perdue retard nul nulle honte scandaleux inadmissible déçu déçue pire roto rota rotos fallo averiado bloqueada bloqueado perdido perdida retraso tarde peor malo mala malísimo vergüenza decepcionado decepcionada inaceptable desastre",
);
export const denying = words(
  "not no never none nothing can't cant cannot won't wont don't dont doesn't doesnt didn't didnt isn't isnt wasn't wasnt aren't haven't havent hasn't hasnt couldn't wouldn't shouldn't without unable " +
    "nicht kein keine keinen keiner nie niemand nichts ohne pas plus jamais rien aucun aucune impossible nunca nada nadie tampoco ningún ninguna",
);
export const you = words(
  "you your you're yours u ur you'll you've you'd ihr euch euer eure eurem euren sie ihnen ihre vous votre vos usted ustedes sus",
);
export const we = words(
  "we our us we're we've we'll ours wir uns unser unsere nous notre nos nosotros nuestra nuestro",
);
export const self = words(
  "i my me i'm i'll i've ich mich mir mein meine meinen meinem meiner je j'ai mon mes moi yo mi mis me",
);
export const question = words(
  "who what where when why how which do does did is are can will would have " +
    "wie wann wo wer warum wieso welche welcher welches welchen wieviel kann gibt darf comment quand où pourquoi quel quelle combien est-ce puis-je cómo cuándo dónde qué cuál cuánto cuánta hay puedo",
);
