/** Somebody wants to know something; nothing is broken. Written for this purpose; no customer wrote them. */
export const question = {
  en: `
How do I change the colour of my lamp?
What time do you open on Sundays?
Can I take my dog on the ferry?
Do you ship to Norway and how long does it take?
Is the jacket waterproof or only water resistant?
hi, which cable do I need for the older model
Could you tell me how to export my contacts?
Where can I find the serial number?
Is it possible to change the date of my booking?
How much luggage is included in the cheapest fare?
@brand will there be a version for tablets?
What is the difference between the basic and the family plan?
Does the warranty also cover accidental damage?
How long can I return something I bought in the sale?
Is there a student discount?
can I pay by invoice
Which of the two drills is better for concrete?
Do I need an adapter for the UK?
Is this plant safe for cats?
How often should I change the filter?
When will the blue one be back in stock?
Who do I ask about a job in your store?
Can two people use the same account at the same time?
Does the course come with a certificate?
I'd like to know whether the bed also comes in 180 cm
What is the best way to clean the leather?
Quick question: is breakfast included?
Is there an API for the reports?
How do I cancel my subscription at the end of the year?
Can I collect my order at another shop?
Do the batteries come with it?
Does anybody know how to set the clock to winter time?
How can I add a second person to my contract?
Where do I enter the voucher?
What does the orange light mean?
Are the eggs from free range hens?
Can I bring my own food to the park?
how do you get the lid off without breaking it
is the update free for existing customers?
What are the opening hours over Easter?
Does the pass also hold for night buses?
May I install it on two computers?
Which size should I take, I am between M and L
How long does the battery last in winter?
Would it work with a gas stove as well?
Is there parking near the venue?
Do you offer gift wrapping?
Can you recommend a paint for bathrooms?
How do I get an invoice with my company's name?
What happens to my points when I move abroad?
Can I freeze the dough?
Is it normal that it gets warm while charging?
Where can I see how much data I have used?
Do you have vegan options on the menu?
Are children under six free?
Is the app available in Polish?
How many watts can I use at most?
Can my neighbour take the parcel?
Do I have to register before I come?
When does the next course start?
What is your phone number for deliveries?
Which documents do I need to open an account?
is there a way to hide old messages
Why is the fee different this month, did the price change?
How do I move my data from the old phone to the new one?
Anyone here who has used it with a Mac?
Could I swap my seat for one at the window?
What does "partly refundable" mean?
Has the delivery date for pre-orders been set?
I wonder if the table can be shortened
Can you tell me more about the new plan please
Do you know when the tickets go on sale?
Does it fit a car from 2012?
how do i turn off the sound at night
Any idea if this will be available in Canada?
Are you open on the bank holiday?
Is the interest fixed for the whole time?
What's the minimum age to rent?
Do you still make the round one?
How early should I be at the airport for a domestic flight?
Should I send it back in the original box?
Is there a manual in English?
I am new here, where do I start?
How do I write a review?
Which filter fits the X200?
Is delivery to the third floor included?
Can I use the card abroad without fees?
What are the ingredients of the new sauce?
How does the trial month work?
Would you advise the bigger one for four people?
Can I have my old number back when I switch to you?
What do I do with the old machine, do you take it?
Where is your nearest store?
Does it also come in black?
Will it run with version 12?
`,
  de: `
Wie ändere ich die Farbe meiner Lampe?
Wann haben Sie sonntags offen?
Darf mein Hund mit auf die Fähre?
Liefern Sie nach Norwegen und wie lange dauert das?
Ist die Jacke wasserdicht oder nur wasserabweisend?
hallo, welches Kabel brauche ich für das alte Modell
Könnt ihr mir sagen, wie ich meine Kontakte exportiere?
Wo finde ich die Seriennummer?
Kann man das Datum der Buchung noch ändern?
Wie viel Gepäck ist im günstigsten Tarif dabei?
Gibt es auch eine Version für Tablets?
Was ist der Unterschied zwischen Basis und Familie?
Deckt die Garantie auch Sturzschäden ab?
Wie lange kann ich Ware aus dem Schlussverkauf zurückgeben?
Gibt es Rabatt für Studierende?
kann ich auf Rechnung zahlen
Welcher von den beiden Bohrern ist besser für Beton?
Brauche ich für England einen Adapter?
Ist die Pflanze für Katzen giftig?
Wie oft soll man den Filter wechseln?
Wann ist die blaue wieder lieferbar?
An wen wende ich mich wegen einer Stelle?
Können zwei Leute dasselbe Konto nutzen?
Bekomme ich für den Kurs ein Zertifikat?
Ich wüsste gern, ob es das Bett auch in 180 cm gibt
Womit reinige ich das Leder am besten?
Kurze Frage: ist das Frühstück dabei?
Wie kündige ich mein Abo zum Jahresende?
Kann ich die Bestellung in einer anderen Filiale abholen?
Sind Batterien dabei?
Weiß jemand, wie man die Uhr auf Winterzeit stellt?
Wie nehme ich eine zweite Person in den Vertrag auf?
Wo gebe ich den Gutschein ein?
Was bedeutet das orange Licht?
Darf ich eigenes Essen in den Park mitbringen?
Ist das Update für Bestandskunden kostenlos?
Gilt die Karte auch im Nachtbus?
Welche Größe soll ich nehmen, ich liege zwischen M und L
Wie lange hält der Akku im Winter?
Geht das auch mit einem Gasherd?
Gibt es Parkplätze in der Nähe?
Könnt ihr eine Farbe fürs Bad empfehlen?
Wie bekomme ich eine Rechnung auf meine Firma?
Kann ich den Teig einfrieren?
Ist es normal, dass es beim Laden warm wird?
Wo sehe ich, wie viel Datenvolumen ich verbraucht habe?
Habt ihr auch vegane Gerichte?
Zahlen Kinder unter sechs Jahren?
Kann mein Nachbar das Paket annehmen?
Muss ich mich vorher anmelden?
Wann beginnt der nächste Kurs?
Welche Unterlagen brauche ich für ein Konto?
Wie übertrage ich meine Daten vom alten Handy aufs neue?
Hat das hier jemand schon mit einem Mac benutzt?
Was heißt "teilweise erstattbar"?
Passt das in ein Auto von 2012?
wie stelle ich nachts den Ton aus
Wisst ihr, wann die Karten in den Verkauf gehen?
Ab welchem Alter darf man mieten?
Soll ich es im Originalkarton zurückschicken?
Gibt es eine Anleitung auf Deutsch?
Ich bin neu hier, wo fange ich an?
Welcher Filter passt in die X200?
Ist die Lieferung in den dritten Stock dabei?
Kostet die Karte im Ausland etwas?
Was mache ich mit dem Altgerät, nehmt ihr das mit?
Wo ist die nächste Filiale?
Gibt es das auch in Schwarz?
`,
  fr: `
Comment changer la couleur de ma lampe ?
À quelle heure ouvrez-vous le dimanche ?
Puis-je emmener mon chien sur le ferry ?
Livrez-vous en Norvège et en combien de temps ?
La veste est-elle imperméable ?
Quel câble me faut-il pour l'ancien modèle ?
Où se trouve le numéro de série ?
Est-il possible de changer la date de ma réservation ?
Combien de bagages sont compris ?
Quelle est la différence entre les deux formules ?
La garantie couvre-t-elle les chutes ?
Y a-t-il une réduction pour les étudiants ?
On peut payer sur facture ?
Cette plante est-elle dangereuse pour les chats ?
Quand la bleue sera-t-elle de nouveau disponible ?
Est-ce que les piles sont fournies ?
Que veut dire le voyant orange ?
Quelle taille prendre, je suis entre M et L ?
Le petit-déjeuner est-il compris ?
Comment résilier mon abonnement à la fin de l'année ?
Avez-vous des plats végétariens ?
Quelqu'un sait comment régler l'heure d'hiver ?
Je voudrais savoir si le lit existe en 180 cm
Où est votre magasin le plus proche ?
Faut-il s'inscrire avant de venir ?
Ça existe aussi en noir ?
`,
  es: `
¿Cómo cambio el color de mi lámpara?
¿A qué hora abren los domingos?
¿Puedo llevar a mi perro en el ferry?
¿Hacen envíos a Noruega y cuánto tardan?
¿La chaqueta es impermeable?
¿Qué cable necesito para el modelo antiguo?
¿Dónde está el número de serie?
¿Se puede cambiar la fecha de la reserva?
¿Cuánto equipaje está incluido?
¿Cuál es la diferencia entre los dos planes?
¿La garantía cubre las caídas?
¿Hay descuento para estudiantes?
¿Puedo pagar con factura?
¿Esta planta es peligrosa para los gatos?
¿Cuándo vuelve a estar disponible la azul?
¿Vienen las pilas incluidas?
¿Qué significa la luz naranja?
¿Qué talla tomo, estoy entre M y L?
¿El desayuno está incluido?
¿Cómo cancelo mi suscripción a fin de año?
¿Tienen platos vegetarianos?
¿Alguien sabe cómo poner la hora de invierno?
Quisiera saber si la cama viene también en 180 cm
¿Dónde está la tienda más cercana?
¿Hay que inscribirse antes de venir?
¿Viene también en negro?
`,
};
