/** Somebody is pleased, thanks or recommends. Written for this purpose; no customer wrote them. */
export const praise = {
  en: `
Thank you so much, it works again!
Great service, I had my answer within ten minutes
Just wanted to say how happy I am with my new lamp
@brand your driver was so kind to my kids today, thank you
Best bread in town, keep it up
Solved! You are brilliant
The new app is a joy to use, well done
Love it, exactly what I was looking for
Thanks to Maria in your Leeds shop, she really went out of her way
Five stars, fast delivery and very well packed
Perfect, that was it. Thanks!
I'm impressed, the repair took only a day
Wonderful stay, friendly people and a spotless room
You made my grandmother's birthday, thank you all
Big thank you to the crew of flight 212
Works like a charm now, cheers
Really helpful answer, thanks a lot
I have to praise your hotline for once: polite, quick, competent
so pleased with these shoes, third pair already
What a lovely surprise in the parcel today 😊
Thanks, that helped
You guys are awesome
The course was excellent, I learned a lot
Amazing coffee as always
Kudos to your technician, he explained everything with patience
I'd recommend you to everyone
That was quick! Many thanks
Delicious, we will be back
The lights look beautiful on our balcony
Well done for fixing the bug so quickly
Your staff deserve a raise, they were fantastic
Refund arrived today, thank you for sorting it out
Excellent quality for the price
Finally a provider that picks up the phone. Great!
My son adores the train set, thanks for making it
Very satisfied with the whole order
I love the new colours
Thank you for the fast reply
Outstanding support, thank you Tom
Everything arrived in perfect condition, thanks
Such a friendly team, made our day
Happy customer here!
The best holiday we have had in years
Can't thank you enough for finding my bag
Superb, the battery lasts twice as long as my old one
You saved my presentation, thank you!!
Lovely food, lovely view, lovely people
I appreciate that you called me back on a Saturday
Brilliant idea, the new fridge light
Good job on the new website, everything is easy to find
So glad I switched to you
Cheers for the help yesterday, all sorted now
The fitting took an hour and the kitchen was left clean, top marks
Great product, does what it says
Nice one, works perfectly
Thanks for the tip, the lamp is bright again
Absolutely delighted with the sofa
It's a pleasure to do business with you
Thumbs up for your delivery man, always in a good mood 👍
First class from start to finish
I was sceptical but this is really good
wow that was easy, thank you
Thanks everyone, problem solved
Your new vegan burger is fantastic
Hats off to the nurse on duty last night
Can only recommend this shop
Shout out to the staff at gate 14, they kept everybody calm and smiling
What a great concert, and so well organised
Honestly the nicest call centre I ever spoke to
Thank you for listening to your customers
The replacement came the next day, very good
This community is gold, thanks for all the answers
10 out of 10
Beautifully made, I'm thrilled
A huge thank you from our whole school
The tent survived the storm, excellent workmanship
Good to see a company that keeps its word
Your chef deserves a medal
My skin has never felt better, thanks for this cream
You turned a bad day into a good one
It fits perfectly, thank you for the advice
Loving the new season, great work
really nice of you to replace it for free
The best customer care I have come across
Thanks, sorted
Keep up the good work
Awesome update, thank you
Very friendly and competent advice in your shop
I am so grateful for your help
Happy with the result, would buy again
`,
  de: `
Vielen Dank, es läuft wieder!
Toller Service, nach zehn Minuten hatte ich die Antwort
Ich wollte nur sagen, wie zufrieden ich mit der neuen Lampe bin
Euer Fahrer war heute so nett zu meinen Kindern, danke
Das beste Brot der Stadt, weiter so
Gelöst! Ihr seid großartig
Die neue App macht richtig Freude
Genau das, was ich gesucht habe, super
Danke an Frau Klein in der Filiale, sie hat sich wirklich Mühe gegeben
Fünf Sterne, schnelle Lieferung und gut verpackt
Perfekt, das war's. Danke!
Ich bin beeindruckt, die Reparatur hat nur einen Tag gedauert
Wunderbarer Aufenthalt, freundliche Leute und ein sauberes Zimmer
Ihr habt meiner Oma den Geburtstag gerettet
Großes Lob an die Crew von Flug 212
Funktioniert jetzt einwandfrei, merci
Sehr hilfreiche Antwort, vielen Dank
Die Hotline muss ich mal loben: höflich, schnell, kompetent
So bequeme Schuhe, schon das dritte Paar
Was für eine schöne Überraschung im Paket 😊
Danke, das hat geholfen
Ihr seid klasse
Der Kurs war hervorragend, ich habe viel gelernt
Der Kaffee ist wie immer ein Genuss
Der Techniker hat alles geduldig erklärt, spitze
Ich kann euch nur weiterempfehlen
Das ging ja schnell! Herzlichen Dank
Sehr lecker, wir kommen wieder
Die Lichter sehen wunderschön aus auf unserem Balkon
Klasse, dass ihr den Fehler so schnell behoben habt
Die Erstattung ist heute angekommen, danke fürs Kümmern
Ausgezeichnete Qualität zu dem Preis
Endlich ein Anbieter, der ans Telefon geht. Prima!
Mein Sohn liebt die Eisenbahn
Mit der Bestellung rundum zufrieden
Die neuen Farben gefallen mir sehr
Danke für die schnelle Antwort
Alles heil angekommen, danke
So ein freundliches Team, das hat uns den Tag versüßt
Der schönste Urlaub seit Jahren
Ich kann euch gar nicht genug danken, dass ihr meine Tasche gefunden habt
Super, der Akku hält doppelt so lange
Schön, dass ihr samstags zurückruft
Gute Arbeit, auf der neuen Seite findet man alles
Bin froh, dass ich gewechselt habe
Danke für die Hilfe gestern, jetzt passt alles
Einbau in einer Stunde und alles sauber hinterlassen, Note eins
Tolles Produkt, hält was es verspricht
Danke für den Tipp, die Lampe ist wieder hell
Vom Sofa bin ich begeistert
Daumen hoch für euren Paketboten 👍
Erst war ich skeptisch, aber das ist richtig gut
wow, so einfach, danke
Danke an alle, Problem gelöst
Hut ab vor der Schwester im Nachtdienst
Der Ersatz kam gleich am nächsten Tag, sehr gut
10 von 10
Wunderbar verarbeitet, ich freue mich
Schön, dass es noch Firmen gibt, die Wort halten
Passt perfekt, danke für die Beratung
Echt nett, dass ihr es umsonst getauscht habt
Bester Kundendienst, den ich kenne
Macht weiter so
Freundliche und kompetente Beratung im Laden
Bin sehr dankbar für eure Hilfe
`,
  fr: `
Merci beaucoup, ça remarche !
Super service, une réponse en dix minutes
Je voulais juste dire que je suis ravi de ma lampe
Votre chauffeur a été adorable avec mes enfants, merci
Le meilleur pain de la ville, continuez
C'est résolu, vous êtes formidables
J'adore, exactement ce que je cherchais
Cinq étoiles, livraison rapide et bien emballée
Parfait, c'était ça. Merci !
Séjour merveilleux, chambre impeccable
Bravo à l'équipage du vol 212
Réponse très utile, merci
Vous êtes géniaux
Le cours était excellent
Je vous recommande à tout le monde
Délicieux, nous reviendrons
Bravo d'avoir corrigé le défaut si vite
Remboursement reçu, merci de votre aide
Excellente qualité pour le prix
Merci pour la réponse rapide
Tout est arrivé en parfait état
Une équipe si sympathique
Très contente de ma commande
Bon travail sur le nouveau site
Merci à tous, problème réglé
Chapeau, quel beau travail
`,
  es: `
¡Muchas gracias, vuelve a funcionar!
Gran servicio, respuesta en diez minutos
Solo quería decir que estoy encantado con mi lámpara
Su conductor fue muy amable con mis hijos, gracias
El mejor pan de la ciudad, sigan así
Resuelto, son geniales
Me encanta, justo lo que buscaba
Cinco estrellas, entrega rápida y bien embalado
Perfecto, era eso. ¡Gracias!
Estancia maravillosa, habitación impecable
Enhorabuena a la tripulación del vuelo 212
Respuesta muy útil, gracias
Sois los mejores
El curso fue excelente
Los recomiendo a todo el mundo
Delicioso, volveremos
Bien hecho por arreglar el fallo tan rápido
Ya llegó la devolución, gracias por su ayuda
Excelente calidad por el precio
Gracias por la respuesta tan rápida
Todo llegó en perfecto estado
Un equipo muy simpático
Muy contenta con mi pedido
Buen trabajo con la nueva web
Gracias a todos, problema resuelto
Qué maravilla, felicidades
`,
};
