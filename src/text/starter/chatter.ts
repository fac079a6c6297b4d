/** Talk that asks for nothing: greetings, news of one's own, jokes, short replies. Written for this purpose; no customer wrote them. */
export const chatter = {
  en: `
Good morning everybody, have a nice week
On my way to the lake with the kids
lol
ok
yes
I sent you a message
Just did
Done, see my private message
Watching the match tonight with friends 🍕
Anybody else awake at this hour
Flying to Lisbon tomorrow @brand ✈️
It's raining again in Hamburg
Look who fell asleep on the new sofa 🐶 https://t.co/photo
My cat thinks the box is for her
Friday at last
We are having pancakes for dinner
that's what I said as well
haha same here
My number is in the message I sent
Monday mood
Here is a picture of our garden this morning
Back home after a long day at the fair
I'm from Bristol, nice to meet you all
Who is coming to the meeting on Thursday
Just bought two tickets for the concert, see you there
No, the other one
It was the 14th of May
The order number is 4711
I live near the station
Happy birthday Anna!
Merry Christmas to all of you 🎄
First snow of the year
Sitting on the train and listening to old songs
Wearing my lucky socks today
Think I'll try the blue one next time
not yet
I'll let you know
Sure, will do
See you tomorrow
Version 12 on a Mac
It is a black one, bought last year
RT @someone: sunset over the harbour 🌅
Running my first half marathon on Sunday
Our team won 3:1
We painted the kitchen green this weekend
Coffee and a good book, that's all
so excited for the trip 😀
I grew up with this music
Oh well
My brother works there too
By the way I moved to Leeds last month
Guess what I had for lunch
Two weeks till holiday
That reminds me of an old film
Cooking for eight people tonight
Just saw one of your vans on the motorway
Anyone up for a game later
Hi all, I'm new here and collect old radios
Every time I hear that song I think of school
Spotted in the supermarket 😂
True story
My grandfather had exactly the same clock
I was born in 1984
Postcode is LS1 4AB
Sent it by mail
Can't sleep, counting sheep
It's a Tuesday kind of Monday
New haircut, new me
At the airport, coffee number three
Team blue all the way 💙
I prefer tea
Both
Halloween costume is ready 🎃
The children built a castle out of the cartons
What a game last night!
Good luck to everyone in the exams
Just talking to myself here
Nice weather for ducks
Interesting article about bees https://t.co/bees
The dog ate my sandwich
I ordered the soup
Thinking about getting a second one
#throwback to our summer in Spain
Wednesday is market day
It was me who asked in the other group
Never mind
ok sent
haha
My first post here, hello from Dublin
Off to bed, good night
We got married in that hotel ten years ago
`,
  de: `
Guten Morgen zusammen, schöne Woche
Bin mit den Kindern unterwegs zum See
ja
nein
Ich habe euch eine Nachricht geschickt
Eben gemacht
Steht in der privaten Nachricht
Heute Abend Fußball mit Freunden 🍕
Noch jemand wach um die Zeit
Morgen geht es nach Lissabon ✈️
In Hamburg regnet es schon wieder
Schaut mal, wer auf dem neuen Sofa schläft 🐶
Meine Katze meint, der Karton ist für sie
Endlich Freitag
Bei uns gibt es heute Pfannkuchen
das hab ich auch gesagt
Meine Nummer steht in der Nachricht
Ein Bild von unserem Garten heute früh
Nach einem langen Messetag wieder zu Hause
Ich komme aus Kassel, freut mich euch kennenzulernen
Wer kommt am Donnerstag zum Treffen
Zwei Karten fürs Konzert gekauft, wir sehen uns dort
Nein, die andere
Es war der 14. Mai
Die Bestellnummer ist 4711
Ich wohne in der Nähe vom Bahnhof
Alles Gute zum Geburtstag, Anna!
Frohe Weihnachten euch allen 🎄
Der erste Schnee in diesem Jahr
Sitze im Zug und höre alte Lieder
Nächstes Mal probiere ich die blaue
noch nicht
Ich melde mich
Klar, mache ich
Bis morgen
Version 12 auf dem Mac
Es ist die schwarze, vom letzten Jahr
Am Sonntag laufe ich meinen ersten Halbmarathon
Wir haben 3:1 gewonnen
Am Wochenende haben wir die Küche grün gestrichen
Kaffee und ein gutes Buch, mehr nicht
freu mich auf die Reise 😀
Mein Bruder arbeitet auch dort
Ich bin übrigens letzten Monat umgezogen
Noch zwei Wochen bis zum Urlaub
Das erinnert mich an einen alten Film
Heute koche ich für acht Leute
Gerade einen von euren Wagen auf der Autobahn gesehen
Hallo, ich bin neu hier und sammle alte Radios
Mein Opa hatte genau so eine Uhr
Per Mail geschickt
Montag eben
Am Flughafen, Kaffee Nummer drei
Ich trinke lieber Tee
Beide
Die Kinder haben aus den Kartons eine Burg gebaut
Was für ein Spiel gestern!
Viel Glück allen in der Prüfung
Der Hund hat mein Brötchen gefressen
Ich hatte die Suppe bestellt
Mittwoch ist Markttag
Egal
Gute Nacht zusammen
In dem Hotel haben wir vor zehn Jahren geheiratet
`,
  fr: `
Bonjour à tous, bonne semaine
En route vers le lac avec les enfants
mdr
oui
non
Je vous ai envoyé un message
C'est fait
Ce soir match avec les copains 🍕
Demain départ pour Lisbonne ✈️
Il pleut encore à Brest
Mon chat pense que le carton est pour lui
Enfin vendredi
Ce soir c'est crêpes
haha pareil
Une photo de notre jardin ce matin
Je viens de Lyon, enchanté
Non, l'autre
C'était le 14 mai
Le numéro de commande est 4711
Joyeux anniversaire Anna !
La première neige de l'année
pas encore
À demain
Mon frère y travaille aussi
Bonne nuit tout le monde
`,
  es: `
Buenos días a todos, feliz semana
De camino al lago con los niños
jajaja
vale
sí
no
Les mandé un mensaje
Ya está hecho
Esta noche partido con amigos 🍕
Mañana volamos a Lisboa ✈️
Otra vez llueve en Bilbao
Mi gato cree que la caja es suya
Por fin viernes
Hoy cenamos tortilla
yo igual jaja
Una foto de nuestro jardín esta mañana
Soy de Sevilla, encantado
No, la otra
Fue el 14 de mayo
El número de pedido es 4711
¡Feliz cumpleaños, Ana!
La primera nieve del año
todavía no
Hasta mañana
Mi hermano también trabaja ahí
Buenas noches a todos
`,
};
