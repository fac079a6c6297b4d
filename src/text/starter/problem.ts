/** Something does not work, is missing or went wrong, and somebody wants it put right. Written for this purpose; no customer wrote them. */
export const problem = {
  en: `
my lamp flickers every evening and I can't find the reason
The app crashes as soon as I open the second page
I can't log in since the update, it says my password is wrong but it isn't
@brand my parcel shows as delivered but nothing is here
The heating does not start any more, display shows E7
Hi, my order arrived with two of the six glasses broken
the internet has been down in our street since this morning
I was charged twice for the same ticket, please check
Payment fails with error 402 every time I try
My reset mail never arrives, I looked in spam too
The washing machine stops in the middle of the programme and won't drain
can't connect my speaker to the new phone, pairing just times out
Our booking has disappeared from my account
The zip of the jacket broke after one week, what now
sync has stopped working on both of my laptops
My card is not accepted at the checkout even though it is valid
Screen stays black after the restart
The train app shows no ticket although I paid for it
I followed the guide but step 4 does nothing on my machine
My dog's food arrived with the bag torn open
Hello, the invoice for March has the wrong address on it
the door of the dishwasher doesn't close properly anymore
I got the wrong size, I ordered 42 and received 39
Exporting to PDF cuts off the last column
My luggage did not arrive in Lisbon, reference on the slip
The voucher code is not accepted, it says expired but it is valid until June
No hot water since yesterday evening
The battery is empty after two hours although it is new
I can't hear the other side when I make a call
Updates fail at 80 percent and then roll back
Somebody changed the mail address of my account and it wasn't me
your website keeps logging me out while I fill in the form
The thermostat loses its wifi every night
missing two screws in the box, so I can't put the shelf together
My seat reservation is for the wrong day
The medicine pump shows an alarm I can't switch off
My subscription was cancelled on your side and I did not ask for that
Since Tuesday the import stops with "unknown column"
The bike's brake squeals and hardly brakes in the rain
Streaming stutters in the evening, other sites are fine
@help my game won't download, stuck at 0 kb/s for hours
I still haven't received my refund from the 3rd
The tap in the kitchen leaks under the sink
The scanner does not read my membership card at the gate
hey, the map shows my shop in the wrong street
The printer prints only blank pages after changing the cartridge
I cannot upload pictures, it just spins
Two of the lessons in the course have no sound
The lock of the rental car did not open with the app, I stood there for an hour
it still isn't working
same problem here, happens every time I plug it in
tried that, no luck, the light stays red
I did all of that and it still shows the error
The bread was mouldy on the day I bought it
My account is locked and I need it for work
The flight was cancelled and I am stuck in Munich with two children
Tracking has not moved for five days
My prescription was sent to the wrong pharmacy
The pump runs but no water comes out
After the storm our satellite receiver finds no channels
The oven heats only on one side
The chair wobbles, one leg is shorter than the others
Push notifications come hours late on my phone
We ordered twelve licences and only ten can be activated
The meter reading on my bill can't be right, we were away all month
Customers of mine see a blank page when they pay
I deleted a folder by accident and the bin is empty
the coffee machine makes a loud noise and smells burnt
My child's profile shows films for adults although I set the age
Dates are shown a day early in the calendar
The mobile signal is gone whenever I am at home
my headphones only play on the left side
Package lost? It was supposed to be here on Monday.
I have a problem with the login
Need help please, the screen is frozen
There's an issue with my delivery, half of it is missing
The plant I received has lice on all the leaves
The ferry booking took my money but gave me no confirmation
Help! My phone says the SIM is not valid
The price at the till was higher than on the shelf
Your driver left the parcel in the rain and the books are wet
Search finds nothing any more, not even titles I can see
The hotel has no record of our reservation
The alarm goes off at night for no reason
I keep getting the error "session expired" when I save
Our router restarts by itself about every hour
Got an email that my transfer failed, but the money is gone from my account
The gift card is empty although I never used it
The new firmware broke the remote control for me
My insurance claim form won't submit, the button is grey
Paint is coming off the new garden table
I can't find the file I saved yesterday, it has vanished
The lift in building B is stuck again
My glasses have the wrong lenses, everything is blurred
the update deleted all my playlists
Video call works but nobody can see my screen
I can't cancel my order, the button gives an error
The heat pump shows pressure too low and goes off
`,
  de: `
Meine Lampe flackert jeden Abend und ich finde den Grund nicht
Die App stürzt ab, sobald ich die zweite Seite öffne
Ich kann mich seit dem Update nicht mehr anmelden
Mein Paket gilt als zugestellt, aber hier ist nichts
Die Heizung springt nicht mehr an, es steht E7 im Display
Hallo, von sechs Gläsern kamen zwei zerbrochen an
Seit heute früh ist bei uns in der Straße das Internet weg
Mir wurde die Fahrkarte doppelt abgebucht
Bei der Zahlung kommt jedes Mal ein Fehler
Die Mail zum Zurücksetzen kommt nicht an, auch nicht im Spam
Die Waschmaschine bleibt mitten im Programm stehen und pumpt nicht ab
Mein Lautsprecher lässt sich mit dem neuen Handy nicht verbinden
Unsere Buchung ist aus meinem Konto verschwunden
Der Reißverschluss ist nach einer Woche kaputt gegangen
Die Synchronisierung geht auf beiden Rechnern nicht mehr
An der Kasse wird meine Karte abgelehnt, obwohl sie gültig ist
Nach dem Neustart bleibt der Bildschirm schwarz
Ich habe die falsche Größe bekommen, bestellt war 42
Beim Export als PDF fehlt die letzte Spalte
Mein Koffer ist in Lissabon nicht angekommen
Der Gutschein wird nicht angenommen, er soll abgelaufen sein
Seit gestern Abend kein warmes Wasser
Der Akku ist nach zwei Stunden leer, dabei ist er neu
Beim Telefonieren höre ich die andere Seite nicht
Das Update bricht bei 80 Prozent ab
Jemand hat die Mailadresse meines Kontos geändert, ich war das nicht
Die Seite meldet mich beim Ausfüllen ständig ab
Das Thermostat verliert jede Nacht das WLAN
Es fehlen zwei Schrauben, so kann ich das Regal nicht aufbauen
Meine Platzreservierung ist für den falschen Tag
Mein Abo wurde gekündigt, ohne dass ich das wollte
Seit Dienstag bricht der Import mit "unbekannte Spalte" ab
Die Bremse quietscht und bremst bei Regen kaum
Abends ruckelt das Bild, andere Seiten laufen
Ich warte noch auf meine Erstattung vom Dritten
Unter der Spüle tropft Wasser heraus
Das Lesegerät erkennt meinen Ausweis nicht
Der Drucker druckt nach dem Patronenwechsel nur leere Seiten
Bilder hochladen geht nicht, es dreht sich nur der Kreis
Zwei Lektionen im Kurs haben keinen Ton
Geht immer noch nicht
bei mir genauso, jedes Mal wenn ich einstecke
hab ich probiert, das Licht bleibt rot
Das Brot war am Kauftag schon schimmelig
Mein Konto ist gesperrt und ich brauche es für die Arbeit
Der Zug fällt aus und ich sitze mit zwei Kindern fest
Die Sendungsverfolgung steht seit fünf Tagen still
Die Pumpe läuft, aber es kommt kein Wasser
Der Backofen heizt nur auf einer Seite
Der Stuhl wackelt, ein Bein ist kürzer
Wir haben zwölf Lizenzen bestellt, nur zehn lassen sich aktivieren
Der Zählerstand auf der Rechnung kann nicht stimmen
Ich habe aus Versehen einen Ordner gelöscht
Die Kaffeemaschine ist laut und riecht verbrannt
Im Kalender stehen die Termine einen Tag zu früh
Zu Hause habe ich keinen Empfang mehr
Meine Kopfhörer spielen nur links
Ich habe ein Problem mit der Anmeldung
Brauche Hilfe, der Bildschirm ist eingefroren
Die Pflanze kam mit Läusen an allen Blättern
Das Geld wurde abgebucht, aber ich habe keine Bestätigung
Die Suche findet nichts mehr
Im Hotel kennt man unsere Reservierung nicht
Der Alarm geht nachts grundlos los
Beim Speichern kommt immer "Sitzung abgelaufen"
Der Router startet jede Stunde von allein neu
Das Rezept ging an die falsche Apotheke
Das Formular lässt sich nicht absenden, der Knopf ist grau
Seit dem Update sind alle Listen weg
Die Wärmepumpe zeigt Druck zu niedrig und schaltet ab
`,
  fr: `
Ma lampe clignote tous les soirs et je ne sais pas pourquoi
L'application plante dès que j'ouvre la deuxième page
Je n'arrive plus à me connecter depuis la mise à jour
Mon colis est indiqué livré mais je n'ai rien reçu
Le chauffage ne démarre plus, l'écran affiche E7
Deux verres sur six sont arrivés cassés
Plus d'internet dans notre rue depuis ce matin
J'ai été débité deux fois pour le même billet
Le paiement échoue à chaque fois
Je ne reçois pas le mail de réinitialisation
La machine à laver s'arrête en plein programme
Notre réservation a disparu de mon compte
La fermeture éclair a cassé au bout d'une semaine
Ma carte est refusée alors qu'elle est valable
L'écran reste noir après le redémarrage
J'ai reçu la mauvaise taille
Ma valise n'est pas arrivée à Lisbonne
Pas d'eau chaude depuis hier soir
La batterie est vide après deux heures
Il manque deux vis dans le carton
Ça ne marche toujours pas
Mon compte est bloqué et j'en ai besoin pour travailler
Le suivi n'a pas bougé depuis cinq jours
Impossible d'envoyer des photos, ça tourne sans fin
J'attends encore mon remboursement du 3
J'ai un problème avec ma commande
`,
  es: `
Mi lámpara parpadea cada noche y no sé por qué
La aplicación se cierra al abrir la segunda página
No puedo entrar desde la actualización
Mi paquete figura como entregado pero aquí no hay nada
La calefacción ya no arranca, la pantalla dice E7
Dos de los seis vasos llegaron rotos
No hay internet en nuestra calle desde esta mañana
Me cobraron dos veces el mismo billete
El pago da error todas las veces
No me llega el correo para cambiar la contraseña
La lavadora se para a mitad del programa
Nuestra reserva ha desaparecido de mi cuenta
La cremallera se rompió a la semana
Rechazan mi tarjeta aunque es válida
La pantalla se queda negra tras reiniciar
Me enviaron la talla equivocada
Mi maleta no llegó a Lisboa
Sin agua caliente desde anoche
La batería se agota en dos horas
Faltan dos tornillos en la caja
Sigue sin funcionar
Mi cuenta está bloqueada y la necesito para trabajar
El seguimiento no se mueve desde hace cinco días
No puedo subir fotos, solo da vueltas
Todavía espero la devolución del día 3
Tengo un problema con mi pedido
`,
};
