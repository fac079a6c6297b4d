/** Somebody is dissatisfied with how they were treated or with what they got, and says so. Written for this purpose; no customer wrote them. */
export const complaint = {
  en: `
Three weeks and still no answer. This is unacceptable.
I have called five times and every time somebody tells me something else
Worst service I have ever had, never again
@brand your customer service is a joke
You took my money and now nobody feels responsible
I am really disappointed, I expected more from you for this price
An hour on hold only to be cut off. Thanks for nothing.
The room was dirty and nobody at the desk cared
Why do you promise next day delivery if you never keep it
Absolutely ridiculous that I have to pay for your mistake
Your staff were rude to my mother and I want that looked into
I've been a customer for twelve years and this is how you treat me
Food was cold, waiter ignored us, and then a service charge on top
Fed up with your delays, every single morning the same story
Nobody called me back although it was promised twice
this update is awful, you ruined a good app
I want to make a complaint about the driver of the 17 bus
The quality has gone down so much, I am ashamed I recommended you
How can you sell something like this? It fell apart on day two!
So you cancel my flight and then charge me a fee. Great job. Really.
Still waiting for my refund after 40 days, this is theft
You clearly don't read what your customers write
Your chat bot is useless and there is no way to reach a human
Overpriced, slow, and nobody apologises. I'm done.
Disgusting, there was a hair in my soup and they just laughed
The technician came four hours late and left without a word
I feel cheated by the small print in your contract
Not good enough. Again.
Terrible experience in your shop today, treated like a thief
Why should I wait another ten days because of your error
My parents were left standing in the rain by your shuttle, shame on you
Your prices go up every year and the service gets worse
I asked for a manager three times and was refused
You advertise it as silent and it is as loud as a tractor
Two appointments, two days off work, nobody showed up
Really poor. The parcel was thrown over the fence.
It is outrageous that you share my number without asking
Sick of being passed from one department to the next
I would give zero stars if I could
You keep sending me advertising although I said no four times
Such a waste of money, do not buy this
your new opening hours are ridiculous for people who work
Lied to by your sales person about the contract length
The hotline hung up on me. Twice.
All you do is send the same text block, nobody answers my question
I am leaving for another provider, you had your chance
The worst airline, no information, no water, no apology
How is it possible that such a large company can't answer a mail?
I'm furious. My child's birthday present is lost and you shrug.
Your so called support has closed my case without solving anything
No word of apology for the mess in our kitchen that your fitters left
I paid extra for the seats and we were still put apart
False advertising. The picture shows six pieces, there were four.
That is not the first time, and every time you say it will not happen again
Appalling. An elderly man had to stand while your staff sat.
Honestly, what am I paying you for?
You've lost a loyal customer today
It took you six months to admit the fault. Embarrassing.
The worst pizza I have ever eaten, and late too
Why do I have to explain the same story to every single person
I'm so annoyed with you right now
Bad, bad, bad. Avoid this company.
If I don't get my money back I will go to my lawyer
Thanks for ruining our holiday
Your self checkout treats everybody as a criminal
You should be ashamed of the way you treat your drivers
It smells cheap, looks cheap, and cost a fortune
we waited 90 minutes for two burgers!!
This is the third broken one you send me. Do you test anything at all?
Very unprofessional, first the wrong date, then the wrong address
Pathetic response, copied and pasted
The gym is packed, half of the machines are out of order and you raise the fee
You hide the cancel button on purpose
Deeply unhappy with the way my claim was handled
I can't believe how slow you are
not happy at all with the new design, everything takes longer
Instead of helping, your agent argued with me
My order is late AGAIN and nobody bothers to tell me
So much for "we care about our customers"
Awful. Just awful.
I expected an apology and got a voucher for 2 pounds
Your delivery people never ring, they just leave a card
The coffee tastes burnt in every one of your shops now, what happened to you
I regret that I ever switched to you
You are the only bank that makes this so difficult
no reply for 9 days, great support 👏👏
Been transferred to 6 people, none had a clue
It is a scandal that a ticket of this price has no seat
Stop telling me to be patient
Totally let down by you guys
Every time it rains the train is late, get a grip
`,
  de: `
Drei Wochen und immer noch keine Antwort. Das geht so nicht.
Ich habe fünfmal angerufen und jedes Mal erzählt man mir etwas anderes
Schlechtester Service, den ich je hatte, nie wieder
Euer Kundendienst ist ein Witz
Geld nehmen könnt ihr, aber zuständig ist dann niemand
Ich bin wirklich enttäuscht, für den Preis hätte ich mehr erwartet
Eine Stunde Warteschleife und dann rausgeworfen. Danke für nichts.
Das Zimmer war schmutzig und an der Rezeption war es allen egal
Warum versprecht ihr Lieferung am nächsten Tag, wenn ihr es nie haltet
Eine Frechheit, dass ich für euren Fehler zahlen soll
Ihr Personal war unverschämt zu meiner Mutter
Seit zwölf Jahren Kunde, und so wird man behandelt
Das Essen war kalt und der Kellner hat uns ignoriert
Ich habe die ständigen Verspätungen so satt
Zweimal wurde ein Rückruf versprochen, keiner hat angerufen
Das Update ist eine Katastrophe, ihr habt eine gute App kaputt gemacht
Ich möchte mich über den Fahrer der Linie 17 beschweren
Die Qualität ist so schlecht geworden, ich schäme mich für meine Empfehlung
Wie kann man so etwas verkaufen? Nach zwei Tagen auseinandergefallen!
Erst streicht ihr den Flug und dann verlangt ihr eine Gebühr. Toll gemacht.
Seit 40 Tagen warte ich auf mein Geld, das ist Diebstahl
Ihr lest offensichtlich nicht, was man euch schreibt
Der Chatbot ist nutzlos, einen Menschen erreicht man nicht
Zu teuer, zu langsam, und keiner entschuldigt sich
Ekelhaft, ein Haar in der Suppe, und die haben nur gelacht
Der Techniker kam vier Stunden zu spät und ging ohne ein Wort
Ich fühle mich vom Kleingedruckten betrogen
Unmöglich. Schon wieder.
Im Laden wurde ich heute wie ein Dieb behandelt
Wieso soll ich wegen eures Fehlers noch zehn Tage warten
Eure Preise steigen jedes Jahr und der Service wird schlechter
Dreimal nach der Leitung gefragt, dreimal abgewimmelt
Angeblich flüsterleise, in Wahrheit laut wie ein Traktor
Zwei Termine, zwei Urlaubstage, niemand ist gekommen
Das Paket wurde einfach über den Zaun geworfen, unglaublich
Ich habe keine Lust mehr, von Abteilung zu Abteilung geschickt zu werden
Null Sterne, wenn es ginge
Trotz viermaligem Widerspruch bekomme ich weiter Werbung
Rausgeworfenes Geld, Finger weg
Der Verkäufer hat mich über die Laufzeit belogen
Die Hotline hat einfach aufgelegt. Zweimal.
Immer nur derselbe Textbaustein, auf meine Frage geht keiner ein
Ich wechsle den Anbieter, ihr hattet eure Chance
Keine Auskunft, kein Wasser, keine Entschuldigung, was für eine Airline
Ich bin stinksauer, das Geburtstagsgeschenk ist weg und euch ist es egal
Der Support hat meinen Fall geschlossen, ohne etwas zu lösen
Für die Plätze extra gezahlt und trotzdem auseinandergesetzt
Irreführende Werbung. Auf dem Bild sechs Stück, geliefert vier.
Das ist nicht das erste Mal, und immer heißt es, es kommt nicht wieder vor
Mal ehrlich, wofür bezahle ich euch eigentlich?
Ihr habt heute eine treue Kundin verloren
Warum muss ich dieselbe Geschichte jedem neu erzählen
Wenn ich mein Geld nicht bekomme, gehe ich zum Anwalt
Danke, dass ihr uns den Urlaub verdorben habt
90 Minuten auf zwei Burger gewartet!!
Sehr unprofessionell, erst falsches Datum, dann falsche Adresse
Ihr versteckt den Knopf zum Kündigen mit Absicht
Mit der Bearbeitung meines Schadens bin ich sehr unzufrieden
Statt zu helfen, hat der Mitarbeiter mit mir gestritten
Schon WIEDER zu spät und keiner sagt Bescheid
Soviel zum Thema Kundennähe
Einfach nur mies
Der Bote klingelt nie, er wirft nur die Karte ein
Ich bereue, dass ich zu euch gewechselt bin
Neun Tage ohne Antwort, toller Service 👏
Ein Skandal, für diesen Preis keinen Sitzplatz zu haben
Armselig, was ihr da abliefert
`,
  fr: `
Trois semaines sans réponse, c'est inadmissible
J'ai appelé cinq fois et chaque fois on me dit autre chose
Le pire service que j'aie jamais eu, plus jamais
Votre service client est une blague
Je suis vraiment déçu, à ce prix j'attendais mieux
Une heure d'attente pour se faire raccrocher au nez, merci pour rien
La chambre était sale et tout le monde s'en moquait
C'est scandaleux de devoir payer pour votre erreur
Votre personnel a été impoli avec ma mère
Cliente depuis douze ans, et voilà comment on me traite
Repas froid, serveur absent, une honte
J'en ai assez de vos retards
On m'a promis deux fois de me rappeler, personne ne l'a fait
Cette mise à jour est une catastrophe
Je veux porter plainte contre le chauffeur
Toujours pas remboursé après 40 jours, c'est du vol
Trop cher, trop lent, et aucune excuse
Le technicien est venu avec quatre heures de retard
Zéro étoile si je pouvais
De l'argent jeté par les fenêtres, à éviter
Votre vendeur m'a menti
Vous avez perdu une cliente fidèle
Encore en retard et personne ne prévient
Merci d'avoir gâché nos vacances
Franchement nul
Je regrette d'être passé chez vous
`,
  es: `
Tres semanas sin respuesta, es inaceptable
He llamado cinco veces y cada vez me dicen otra cosa
El peor servicio que he tenido, nunca más
Su atención al cliente es una broma
Estoy muy decepcionado, por este precio esperaba más
Una hora en espera y me cuelgan, gracias por nada
La habitación estaba sucia y a nadie le importaba
Es una vergüenza que tenga que pagar por su error
Su personal fue maleducado con mi madre
Cliente desde hace doce años y así me tratan
La comida fría y el camarero nos ignoró
Estoy harta de sus retrasos
Me prometieron dos veces llamarme y nadie llamó
Esta actualización es un desastre
Quiero poner una queja sobre el conductor
Sigo sin mi dinero después de 40 días, es un robo
Caro, lento y nadie pide disculpas
El técnico llegó cuatro horas tarde
Cero estrellas si pudiera
Dinero tirado, no lo compren
Su vendedor me mintió
Han perdido a una clienta fiel
Otra vez tarde y nadie avisa
Gracias por arruinar nuestras vacaciones
Malísimo
Me arrepiento de haberme cambiado con ustedes
`,
};
