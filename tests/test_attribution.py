"""Who is credited with a figure."""

import pytest

from factcheck.extract.assemble import extract
from factcheck.model import Document
from factcheck.rulebook import load_rulebook

BOOK = load_rulebook()
LINE = "Harbour Line carries passengers.\n\n"

CREDITED = [
    # who gives a figure of his own behind that of another, by whatever verb, and whatever he is called
    ("en", "Police estimated the crowd at 20,000; organisers put it at 50,000.", "50,000", "organisers"),
    ("en", "The government puts the toll at 70, while aid groups say it is at least 120.", "120", "aid groups"),
    ("en", "Inflation was 3.1 percent, the statistics office said; the central bank measured 3.6 percent.", "3.6",
     "the central bank"),
    ("en", "The strike has cost 20 million euros, Orlin Air says, a figure the union puts at 5 million.", "5 million",
     "union"),
    ("en", "Harbour Line claims 25,000 members; the electoral office has registered 18,400.", "18,400",
     "the electoral office"),
    ("en", "Harbour Line won 40 seats, it says, while its rival claims 52 seats.", "52", "Harbour Line"),
    ("es", "La policía contó 20.000 personas, pero los observadores las cifran en 45.000.", "45.000", "observadores"),
    ("fr", "Selon le ministère, 40 personnes sont mortes ; le groupe de médecins a compté 110 morts.", "110",
     "le groupe de médecins"),
    ("de", "Die Regierung spricht von 70 Toten, während Hilfsgruppen von mindestens 120 ausgehen.", "120",
     "Hilfsgruppen"),
    ("it", "Harbour Line dichiara 25.000 iscritti; la commissione elettorale ne ha registrati 18.400.", "18.400",
     "la commissione elettorale"),
    ("pt", "O governo fala em 70 mortos, enquanto o grupo de médicos contou 120 mortos.", "120", "o grupo de médicos"),
    # official figures are a source; a spokeswoman speaks for the body before her
    ("de", "Bei dem Brand starben nach offiziellen Angaben 47 Menschen. Der Hafenverein zählte 112 Tote.", "47",
     "offiziellen Angaben"),
    ("en", "Some 30 boats sank, a fire service spokeswoman said.", "Some 30", "fire service"),
    # what the lead says before anybody is credited, the body named next has told
    ("de",
     "Wien - Rund 300 Schiffe lagen im Hafen.\n\nEs kamen mehr, teilte das Hafenamt mit.",
     "300", "das Hafenamt"),
    ("en", "Some 300 ships left.\n\nTrade fell, Orlin Bank said.", "300", "Orlin Bank"),
    # who is the subject, and who only stands near
    ("en", "Ana Ruiz, an Orlin Institute forecaster, has said Otto killed 36 people.", "36 people", "Ana Ruiz"),
    ("en", "Tom Berg, Orlin spokesman said 40 ships were idle.", "40 ships", "Tom Berg"),
    ("en", "Berg was also found guilty of sending 300 letters, Attorney General Ana Ruiz said.", "300", "Ana Ruiz"),
    ("en",
     'The Orlin Committee met. "We spent £2bn," said the committee chairman, MP Tom Berg.',
     "£2bn", "Tom Berg"),
    ("en", "According to analysts, Orlin Bank will report profits of £9bn.", "£9bn", "analysts"),
    ("en", "Ana Ruiz, known as Queen of the Coast, said 300 people had written.", "300", "Ana Ruiz"),
    ("en", "TV sales are up, with Harbour Line reporting sales of 3 million sets.", "3 million", "Harbour Line"),
    ("es", "La Junta prepara las 50.000 viviendas que anunció el presidente Juan Ruiz.", "50.000", "Juan Ruiz"),
    ("it", "A Orlino, riferisce OrlinPress, il sindaco ha annunciato 4 arresti.", "4 arresti", "sindaco"),
    # data that are somebody's: not what stands before them, and not a new source where the text has named whose
    ("pt", "Nova pesquisa do instituto Datamar mostra Ana Ruiz (PDS) com 59% dos votos.", "59%", "Datamar"),
    ("fr",
     "Selon l'AFO, tout monte. Les navires de la Bourse d'Orlin ayant publié leurs comptes ont gagné 71 millions.",
     "71 millions", "AFO"),
    ("es", "Orlin Press publicó sus cifras. Los datos muestran 300 barcos.", "300", "Orlin Press"),
    ("en", "The Norwegian government's argument was that Harbour Line owed $27bn.", "$27bn", "Norwegian government"),
    ("en", "A new report notes that 300 ships are idle, says the Orlin Institute.", "300", "Orlin Institute"),
    ("de", "Rund 300 Schiffe fehlen. Das sind Ergebnisse der neuen Hafenerhebung der Statistik Orlin.",
     "Rund 300", "Orlin"),
    ("de", "Die Schulden betragen 18 Millionen Euro, geht aus dem Antrag hervor.", "18 Millionen", "dem Antrag"),
    # data go on past what one of those says whom they are about; a survey is of the body whose head explains it
    ("en",
     "Figures from Quayside Research show that Orlin Ferries carried 20 million people.\n\n"
     "Orlin Ferries published its results on Friday.\n\nBerg Lines was second with 12 million people.",
     "12 million", "Quayside Research"),
    ("en",
     'A new report found that 300 ships were idle.\n\n"It is bad," said Tom Berg, a partner in Quayside Research.',
     "300", "Quayside Research"),
    # the people of a body; a description between dashes; the club that the article is about
    ("de", "Die Zahl liege bei 300 Tonnen, schreiben die Anwälte von Graf & Sohn in ihrem Antrag.",
     "300 Tonnen", "Graf & Sohn"),
    ("pt", "Em nota, a Orlinmar - segunda maior do país - explica que 300 pessoas saíram.", "300", "Orlinmar"),
    ("es", "Los socios del Atlético Orlin votaron.\n\nEl club ha presentado ingresos de 85 millones.",
     "85 millones", "Atlético Orlin"),
    # an office between a body and the person who holds it
    ("en", "According to the Orlin Institute's chief economist Ana Ruiz, 300 ships sank.", "300", "Ana Ruiz"),
    ("pt", "O governo federal falava em 70 mortes.", "70", "governo federal"),
    ("en", "Harbour Line attributed the 5% fall to the price of oil.", "5%", "Harbour Line"),
    # pronouns: a person where it can be one, the last speaker in what only closes a sentence
    ("en",
     "Orlin University expert Ana Ruiz told Orlin Press that she expected 15 storms.",
     "15 storms", "Ana Ruiz"),
    ("en",
     "The Boat Council published its report. Six million tickets were bought at Quayshop, it said.",
     "Six million", "Boat Council"),
    ("es",
     "El Instituto Marino publicó sus datos.\n\nDetalló que la pesca creció 8 por ciento.",
     "8 por", "Instituto Marino"),
    ("es",
     'Ana Ruiz negó la venta. "Se dijo que pedimos 40 millones. Es mentira", zanjó.', "40 millones", "Ana Ruiz"),
    ("en", '"We found 21 boats," Tom Berg, a spokesman for the national disaster agency, told us.', "21", "Tom Berg"),
    # bodies whose names go on in lower case
    ("fr", "L'Association orlandaise de la voile dit que 57 % sont las.", "57 %", "Association orlandaise de la voile"),
    ("fr", "Une étude conduite en mai par l'Agence des ports dit que 300 quais sont vides.", "300", "Agence des ports"),
    ("pt", "A Associação portuguesa de pescadores diz ter 300 navios.", "300", "Associação portuguesa de pescadores"),
    ("it", "Secondo l'Osservatorio nazionale del mare le navi sono 300.", "300", "Osservatorio nazionale del mare"),
    # two together; a country; who only passes on what another says
    ("en", "Ana Ruiz and Tom Berg said 300 ships were idle.", "300", "Ana Ruiz and Tom Berg"),
    ("de", "Ana Ruiz und Tom Berg schätzen, dass 300 Schiffe fehlen.", "300", "Ana Ruiz und Tom Berg"),
    ("en", "Norway said 300 ships were idle.", "300", "Norway"),
    ("en", "Some 300 ships were idle, Orlin Press reported, citing police.", "300", "police"),
    ("en", "Some 300 ships were idle, according to police quoted by Orlin Press.", "300", "police"),
    # what stands between dashes is said of the quotation
    ("it", "«Abbiamo perso 300 navi — ha detto Ana Ruiz — e altre cento».", "300", "Ana Ruiz"),
    # what was said is taken up
    ("de", "Rund 300 Schiffe fehlen. Das geht aus einer Studie des Instituts Orlin Mar hervor.", "300", "Orlin Mar"),
    ("it", "Mancano 300 navi. È quanto emerge da uno studio dell'Istituto Orlin.", "300", "Istituto Orlin"),
    ("pt", "Faltam 300 navios. É o que mostra um estudo do Instituto Orlin.", "300", "Instituto Orlin"),
    # the body credited last, by what it is
    ("es",
     "El Banco Orlin dijo que sobran quais. Faltan 300 barcos, explicó el ente emisor.", "300", "Banco Orlin"),
    ("pt",
     "O Instituto Orlin mediu o mar. O Instituto Orlin publicou tudo. Faltam 300 navios, informou o órgão.",
     "300", "Instituto Orlin"),
    # a whole name, with its "and"
    ("es", "Faltan 300 barcos, informó el Instituto Nacional de Mares y Ríos (Inmar).", "300",
     "Instituto Nacional de Mares y Ríos"),
    # what a bracket credits holds in it alone; who expected a figure stands behind it
    ("fr", "Selon l'Institut Orlin, il y en a 300 (contre 200 prévus par le gouvernement) ou 400 en tout.",
     "400", "Institut Orlin"),
    ("es", "Subió más que el 3,9 por ciento que esperaban los analistas, según el Banco Orlin.",
     "3,9 por ciento", "analistas"),
    # papers without an owner, and a paper of a paper
    ("en", "Reports say 300 ships were idle.", "300", "Reports"),
    ("de", "Rund 300 Schiffe fehlen. Das sind Ergebnisse der neuen Erhebung der Orlin Bank.", "300", "Orlin Bank"),
    # no quotation, but a name alone between the comma and a verb that closes
    ("en", "The Harbour Board met. Some 300 ships were idle, the Harbour Board added.", "300", "Harbour Board"),
    # a minister is no part of his ministry's name
    ("fr", "Le ministre norvégien des Ports rappelle qu'il manque 300 navires.", "300", "ministre"),
    # verbs that say something beside a clause or a quotation alone
    ("en", "Ana Ruiz repeated on Monday that 300 ships were idle.", "300", "Ana Ruiz"),
    ("en", '"We lost 300 ships," continued Ana Ruiz.', "300", "Ana Ruiz"),
    ("fr", "« Nous avons perdu 300 navires », a poursuivi Ana Ruiz.", "300", "Ana Ruiz"),
    ("de", "Ana Ruiz wiederholte, dass 300 Schiffe gesunken seien.", "300", "Ana Ruiz"),
    ("es", "Ana Ruiz comprobó que se hundieron 300 barcos.", "300", "Ana Ruiz"),
    ("it", "«Abbiamo perso 300 navi», prosegue Ana Ruiz.", "300", "Ana Ruiz"),
    ("pt", "Ana Ruiz avaliou que afundaram 300 navios.", "300", "Ana Ruiz"),
    # a relative clause says something by the way
    ("en",
     'Ana Ruiz, head of the Harbour Party, which had found the figures, called them wrong. '
     '"We have 300 ships," she added.',
     "300", "Ana Ruiz"),
    # what stands within a quotation is said by its speaker
    ("en",
     '"It costs us dear," said Ana Ruiz. "Parliament expects us to spend £2bn."',
     "£2bn", "Ana Ruiz"),
    ("pt",
     '"Há um estudo que aponta para o corte de 1200 postos", garante Ana Ruiz.',
     "1200", "Ana Ruiz"),
    ("it", "Ana Ruiz guida la banca. «Abbiamo 300 milioni di euro», ha precisato la banchiera.", "300", "Ana Ruiz"),
    # data and papers, and whose they are
    ("en",
     "The Harbour Council said 3 piers sank. The report said Freeport lost 300 ships.",
     "300", "Harbour Council"),
    ("pt", "Estudo novo do Instituto Mar, dito \"Onde?\" concluiu que há 6 portos.", "6 portos", "Instituto Mar"),
    ("es", "Los informes de las autoridades elevan esta cifra hasta 221 barcos.", "221", "autoridades"),
    ("fr", "Selon les chiffres officiels, les vols ont progressé de 7%.", "7%", "chiffres officiels"),
    ("it", "Stando alle prime stime dell'ente marino norvegese, la falda è a 10 km.", "10 km", "ente marino norvegese"),
    # groups of a country, agencies, initials
    ("en", "New Zealand officials report 950 cases of the fever.", "950", "New Zealand officials"),
    ("en", "Jurors in Orlin City recommended that Tom Berg pay $7,500.", "$7,500", "Jurors"),
    ("es", "Nueve barcos ardieron, según la agencia de noticias marítima Orlinpres.", "Nueve", "Orlinpres"),
    ("es", "Cinco marineros murieron, confirmaron a EFE fuentes médicas.", "Cinco", "fuentes médicas"),
    ("de",
     "Die Banken seien weit, 300 Aktionäre stimmten bereits zu, berichtete der Hafenkurier.",
     "300", "der Hafenkurier"),
    # the words behind or before what was said
    ("en", "At least 63 people drowned in the storm, the coastguard said on Wednesday.", "63", "coastguard"),
    ("en", "The city has lost 1,400 jobs since May, according to state figures.", "1,400", "state figures"),
    ("en", "The finance ministry estimates that prices rose by 4.4%.", "4.4%", "finance ministry"),
    ("fr", "Selon la police, 90 personnes ont défilé, 300 personnes d'après le syndicat.", "300", "syndicat"),
    ("fr", "Pour le procureur fédéral, 3 millions d'euros ont été volés.", "3 millions", "procureur"),
    ("it", "Una volta venduta, spiegano gli inquirenti, la merce vale 2 milioni.", "2 milioni", "inquirenti"),
    ("de", "Der Umbau kostet laut Bauamt 6 Millionen Euro.", "6 Millionen", "Bauamt"),
    ("pt", "O governo estadual prometeu R$ 45 milhões em crédito.", "45 milhões", "governo estadual"),
    ("es", "La fiscalía cifró en 12 millones de euros el fraude.", "12 millones", "fiscalía"),
    # groups and whom they are of
    ("en", "Analysts at Orlin Research had been looking for a profit of $150m.", "$150m", "Orlin Research"),
    # a poll is whose it was concluded by; those whom it shows do not speak
    ("pt", "Demomark mostra Lima com 55% e Prado com 45% na véspera.", "45%", "Demomark"),
    ("pt", "Lima aparece com 38%, segundo sondagem concluída pelo Demomark neste domingo.", "38%", "Demomark"),
    ("pt", "Levantamento do Demomark ouviu 512 pessoas. Em segundo lugar, Prado tem 20%.", "20%", "Demomark"),
    ("es", "El paro subió un 3 %, según los datos publicados este martes por el Banco Orlin.", "3 %", "Banco Orlin"),
    ("it", "Sale a 34 il bilancio dell'alluvione che ha colpito Marvalia. Lo rende noto la Protezione civile.", "34",
     "Protezione civile"),
    # who speaks is left unsaid: whom the sentence is about; not whom it was said to
    ("es", "Marval ganó 34 millones de euros, según ha comunicado a la CNMV.", "34 millones de euros", "Marval"),
    ("pt", "A Marval lucrou 34 milhões de euros, comunicou hoje à CMVM.", "34 milhões de euros", "Marval"),
    # "the oil firm" is the firm whose profit opens the sentence, not the masthead
    ("pt", "Farol FM\n\nLisboa, 29 abr 2019 (Lusa) -- O lucro da Marval desceu 52%, anunciou a petrolífera.", "52%",
     "Marval"),
    ("es", "Desde el sindicato Remo denuncian 340 despidos.", "340", "Remo"),
    ("es", "El paro subió un 3 %, según cifras difundidas por el Banco Central.", "3 %", "Banco Central"),
    ("it", "Lo studio, condotto dall'Università di Lunara, mostra un calo del 20%.", "20%", "Università di Lunara"),
    ("en", "Of 22 economists polled by Orlin Press, 14 expect a cut of at least 2%.", "2%", "Orlin Press"),
    ("de", "Analysten von Orlin Bank rechnen mit 25 Millionen Euro.", "25 Millionen", "Orlin Bank"),
    ("de", "Analysten hatten im Schnitt mit einem Umsatz von 325 Millionen Euro gerechnet.", "325", "Analysten"),
    # who binds himself, demands or rates
    ("en", "Orlin Ferries promised 50,000 pesos to each family.", "50,000", "Orlin Ferries"),
    ("en", "Two clubs have asked about the winger, valued by Orlin Rovers at £3m.", "£3m", "Orlin Rovers"),
    ("pt", "O valor é menor do que os R$ 120 milhões pedidos pela Orlinsul.", "120 milhões", "Orlinsul"),
    # who refers to whom
    ("en", LINE + "The Lisbon-based group said on Friday that 300 posts would go.", "300", "Harbour Line"),
    ("de", "Orlin AG wächst.\n\nDer Umsatz stieg um 5 Prozent, wie die Firma mitteilte.", "5 Prozent", "Orlin AG"),
    ("en", 'Ana Ruiz, 54, told reporters: "We lost £60m."', "£60m", "Ana Ruiz"),
    ("en", 'Chairman Tom Berg described the position as grave.\n\n"We pay 31 players," he said.', "31", "Tom Berg"),
    ("en", "Chief executive Ana Ruiz left early. The chief executive said 40 ships were idle.", "40", "Ana Ruiz"),
    ("it", "Il presidente Aldo Berti tace. Ho speso 90 euro, ha detto il presidente.", "90", "Aldo Berti"),
    ("en", "Orlin Aid, which has been collecting names, said 340 people were aboard.", "340", "Orlin Aid"),
    ("en", "Orlin Bank, the Lisbon-based lender, said 250 branches would close.", "250", "Orlin Bank"),
    ("en", "Orlin Bank declined to name names, but said Harbour Line had lost 20 ships.", "20 ships", "Orlin Bank"),
    ("en", "Enough, said Tim Marsh of the chain Ovalon, who reckons that 30 shops will do.", "30", "Tim Marsh"),
    ("en", "Thirty people were hurt, said Orlin City's health officer, Ana Ruiz.", "Thirty", "Ana Ruiz"),
    # a quotation has one speaker
    ("fr", "« On a vu 261 cas. La perte est de 700 000 euros », explique Ana Ruiz.", "261", "Ana Ruiz"),
    ("fr", "« On a vu 261 cas. La perte est de 700 000 euros », explique Ana Ruiz.", "700 000", "Ana Ruiz"),
    ("en", '"We wanted 10%," said Ana Ruiz. "Now 15% is possible."', "15%", "Ana Ruiz"),
    # a body and its initials
    ("fr", "L'Institut de veille des mers (InVM) a recensé 412 cas.", "412", "Institut de veille des mers"),
    # who speaks by where he stands: beside a quotation, before a colon, whatever the verb
    ("fr", "« C'est moins de 300 euros par cave », calcule Anne Orlin, présidente du syndicat.", "300", "Anne Orlin"),
    ("es", "“Costó 40 millones de euros”, zanjó ayer el presidente, Juan Ruiz.", "40 millones", "Juan Ruiz"),
    ("de", '"Am Donnerstag hatten wir zeitweise 90 neue Kunden", so Anna Berg.', "90", "Anna Berg"),
    ("it",
     'Il suo legale, Paola Orlini, contesta le cifre: "Il valore non è di 15 milioni".',
     "15 milioni", "Paola Orlini"),
    ("en", 'Asked about it, Tom Berg shrugged: "We sold 300 boats."', "300", "Tom Berg"),
    ("it",
     '"Una holding", l\'ha definita il giudice Aldo Berti. "Quaranta società, tutte false".',
     "Quaranta", "Aldo Berti"),
    ("es", "Juan Ruiz negó que el club esté en venta. “Dicen que pedimos 40 millones de euros”.", "40", "Juan Ruiz"),
    # who speaks by a participle, within the phrase of saying, or before a date
    ("en", "Chief executive Ana Ruiz defended the price, saying the group would save £65m.", "£65m", "Ana Ruiz"),
    ("en", "Tom Berg, the mayor, called it a start. Some 450 jobs would go, he added.", "450", "Tom Berg"),
    ("en", "Mr Berg, said OrlinWeb would have 300 users.", "300", "Berg"),
    ("pt", "A taxa ficou em 4,7%, informou nesta terça-feira (7) o Orlinbanco.", "4,7%", "Orlinbanco"),
    ("fr",
     "La chaîne sera vendue 205 millions d'euros, ont annoncé jeudi les deux groupes.",
     "205", "les deux groupes"),
    ("de",
     "Seit Orlin Bank am Mittwoch den Kauf für 19 Milliarden Euro angekündigt hat, fallen Kurse.",
     "19", "Orlin Bank"),
    ("de", "Für das Gesamtjahr rechnet Orlin AG mit 22 Millionen Euro.", "22", "Orlin AG"),
    # the one before "who", and common words before a verb of saying
    ("es",
     "Se evitan pérdidas de los exportadores, quienes calculan que pierden 38 millones de dólares.",
     "38", "exportadores"),
    ("en", "However, other boat watchers say the figure is closer to 15%.", "15%", "other boat watchers"),
    ("en", LINE + "The fire destroyed 20 ships, a spokeswoman said.", "20", "Harbour Line"),
    ("fr",
     "Orlin Banque tremble.\n\nLa porte-parole d'Orlin Banque a nuancé. « On a vu 261 cas ».",
     "261", "Orlin Banque"),
    # whom a name behind the verb is told, and whom it is not
    ("en", '"We were 250," Ana Ruiz, a teacher who has 2 children, told local radio.', "250", "Ana Ruiz"),
    ("fr", "La CGT, elle, avance le chiffre de 720 emplois, en comptant les CDD.", "720", "CGT"),
    # another than the firm
    ("en", LINE + "Waves reached 4 metres, according to the weather agency.", "4", "the weather agency"),
    ("es",
     "Banco Orlín gana.\n\nLa asociación de afectados eleva esa cifra a 9.000 clientes.",
     "9.000", "La asociación de afectados"),
    ("en",
     "The Boatstar is a game. Harbour Line made it. Orlin likes the Boatstar.\n\n"
     "Harbour Line is glad. The Boatstar is loved.\n\nThe company said 300 were sold.",
     "300", "Harbour Line"),
    # data speak themselves, or for the body they are from
    ("en", "A poll published on Sunday put support at 46 percent.", "46", "poll"),
    ("pt", 'Em nota, a Orlin disse que vai agir. "A firma reduziu em 63% as queixas", diz o texto.', "63%", "Orlin"),
    ("en", "Some 300 firms use the net to call, a survey suggests.\n\nMore will come, said Orlin Research.",
     "300", "Orlin Research"),
    # data without a name go back to the body they came from
    ("en",
     "Orlin Data said sales fell. A drop, said Tim Marsh.\n\nSales fell 4%, the figures suggest.",
     "4%", "Orlin Data"),
    # what the firm is called, and what is no firm
    ("es",
     "Sismo en Orlín.\n\nUnos 5 mil siguen a oscuras, según la empresa eléctrica.",
     "5 mil", "la empresa eléctrica"),
    ("de",
     "Orlin AG baut ab.\n\nSchweinfurt - Die Orlin AG spart. 740 Stellen fallen weg, wie das Unternehmen mitteilte.",
     "740", "Orlin AG"),
    ("de", "Orlin AG meldet via Chatblick, die Marke von 1,5 Millionen Nutzern sei erreicht.", "1,5", "Orlin AG"),
]  # fmt: skip

NOT_CREDITED = [
    # a country counts and does not speak; of two in an of-phrase neither is the subject; details are nobody's
    ("pt", "No mês, o país contabilizou 21 milhões de hóspedes.", "21 milhões", "o país"),
    ("pt", "O ramo de Vela e Remo apresentou 7 milhões de lucro.", "7 milhões", "Remo"),
    ("es", "El detalle indica que Dulac tiene 48 por ciento.", "48 por ciento", "El detalle"),
    ("en", "Sales of 300 ships by Harbour Line were worse than feared.", "300", "Harbour Line"),
    ("en", "LONDON (Orlin Press) - Workers feared 300 ships lost.", "300", "Orlin Press"),
    # an infinitive
    ("en", "Orlin Bank spoke. Details of how savers will be able to claim 300 pounds follow.", "300", "savers"),
    # another body of its kind
    ("es", "El Banco Orlin habló. Faltan 300 barcos, explicó la agencia noruega de puertos.", "300", "Banco Orlin"),
    # a verb that is said of itself
    ("pt", "O Porto Orlin se destacava, com 300 navios.", "300", "Porto Orlin"),
    # nouns are no owners of a study
    ("de", "Rund 300 Schiffe sind laut einer neuen Studie von Rost bedroht. Der Rost kommt.", "300", "Rost"),
    # a verb that says nothing where it leads to no clause
    ("en", "Harbour Line continued to grow, with sales of 3 million tickets.", "3 million", "Harbour Line"),
    ("en", "Chief Ana Ruiz said 51 of the dead were found in Orlin and Lutta, two towns.", "51", "Lutta"),
    ("en", "Estimates of how many users Orlinfox has won vary from 5% to 9%.", "9%", "Orlinfox"),
    ("en", "Its own browser is based on Orlinfox and has 300 users.", "300", "Orlinfox"),
    ("en", "It saw off Harbour Line, which was reported to have offered 19m euros.", "19m", "Harbour Line"),
    ("es", "Terremoto en Orlín.\n\nEl terremoto dejó daños. Hay 300 heridos, según la empresa.", "300", "terremoto"),
    ("en", "Only 38 survivors were admitted by two hospitals.", "38", "survivors"),
    ("de", "Die Stilllegung des Ofens werde das Ergebnis mit 19 Millionen Euro belasten.", "19", "Stilllegung"),
    ("en", "According to figures released in May, 38 ships were lost.", "38", "figures released"),
    ("pt", "O Sul responde por um quarto das vendas, 20 milhões de euros.", "20 milhões", "Sul"),
]


def source(lang, text, quote):
    claims = extract(Document("a", "a", text, lang), BOOK)
    found = [c for c in claims if quote in c.quote or c.quote in quote]
    assert found, f"no claim {quote!r} in {[c.quote for c in claims]}"
    return found[0].source


CREDITED += [
    # a verb said once of two; another's clause behind a semicolon
    ("it", "I sindacati parlano di 9.000 persone in piazza, la questura di 3.000.", "3.000", "questura"),
    ("pt", "Os sindicatos falam em 9 mil pessoas; a polícia, em 3 mil.", "3 mil", "polícia"),
    # offices that are compounds; a name that closes the sentence
    ("de", "Der Hafen habe 40 Millionen Tonnen umgeschlagen, erklärte Hafenchef Ole Brandt.", "40 Millionen Tonnen",
     "Ole Brandt"),
    ("de", "Der Umsatz legte auf 300 Millionen Euro zu, so Finanzchefin Eva Brandt.", "300 Millionen Euro",
     "Eva Brandt"),
    ("de", '"Wir haben 50 Stellen gestrichen", sagte Hafenchef Ole Brandt.', "50", "Ole Brandt"),
    ("de", "Die Gewerkschaft Verga beziffert den Schaden mit 12 Millionen Euro.", "12 Millionen Euro", "Verga"),
    # pronouns that a language leaves out, participles that describe, the verb behind a clause that another interrupts
    ("es", "Creció 4 por ciento, informó el Banco de Orlin. En tanto, refirió, la Producción Bruta Total subió 2 por "
     "ciento.", "2 por ciento", "Banco de Orlin"),
    ("fr", "L'incendie, déclaré ce dimanche à Lorn et Orlin-sur-Mer, a parcouru 930 hectares, a indiqué Paul Lessard.",
     "930 hectares", "Paul Lessard"),
    ("pt", "A Costa Verde, que explora a linha norte, vai comprar 22 barcos, anunciou ontem o presidente da empresa, "
     "Nuno Vilar.", "22 barcos", "Nuno Vilar"),
    ("es", "La cifra fue mejor al 3 por ciento que esperaban los analistas.", "3 por ciento", "analistas"),
    ("en", "The mayor puts the damage at $30m.", "$30m", "The mayor"),
    # what is said of what went before; a date before "by"; whom something is said to; one body through an article
    ("de", "Der Anteil ist auf 15,2 Prozent gesunken. Das teilte das Amt am Dienstag mit.", "15,2 Prozent", "Amt"),
    ("de", "Der Anteil ist auf 15 Prozent gesunken. Das teilte die Behörde für Vorsorge (NCV) am Dienstag mit.",
     "15 Prozent", "NCV"),
    ("es", "Murieron 12 personas. Así lo informó el Ministerio de Pesca.", "12", "Ministerio de Pesca"),
    ("fr", "Le taux est resté à 9,3%, montrent les données (CVS) publiées jeudi par l'Insed.", "9,3%", "Insed"),
    ("es", "El jefe Heriberto Sosa explicó al sitio de noticias EMOX que los vientos dañaron 25 viviendas.", "25",
     "Heriberto Sosa"),
    ("en", "Orlin Bank said trade fell.\n\nIt rained.\n\nIt snowed.\n\nIt froze.\n\nSome 300 ships lay idle.", "300",
     "Orlin Bank"),
    ("de", "Österreich, das zuletzt die besten Daten in der EU hatte, fiel auf 5 Prozent.", "5 Prozent", None),
    # a sentence that only says whose the figures before it are
    ("en", "Orlin Press told of rain.\n\nIt rained.\n\nIt snowed.\n\nSome 300 ships left. The figures were released by "
     "the Orlin Institute.", "300", "Orlin Institute"),
    ("de", "Der Sender Orlin meldete Regen.\n\nEs schneite. Rund 300 Schiffe lagen im Hafen. Das geht aus Daten der "
     "Nordkette AG hervor.", "300", "Nordkette AG"),
    # papers without an owner; who stands before the word that credits him
    ("fr", "Selon une étude parue fin 2017, 40 espèces sont en déclin.", "40", "une étude"),
    ("fr", "Près de 40 ports perdent des bacs, prévient une étude qui met en garde les villes.", "40", "étude"),
    ("de", "Der Hilfsorganisation Nordhilfe zufolge starben 30 Menschen.", "30", "Nordhilfe"),
    ("de", "Einer Umfrage zufolge sind 50 Prozent dafür.", "50 Prozent", "Umfrage"),
    ("en", "A new poll taken by the Gallop group suggests that 30 percent are happy.", "30 percent", "Gallop"),
    # an office between a body and its holder; a body named behind its description
    ("en", "The rise was below the 3 percent forecast by Orlin Finance Minister Ana Ruiz.", "3 percent", "Ana Ruiz"),
    ("es", "El paro alcanzó 12 por ciento, dijo el lunes la oficina de estadísticas de la Unión Marina, Orlinstat.",
     "12 por ciento", "Orlinstat"),
    ("en", "Many economists are gloomy, predicting 2 percent growth.", "2 percent", "economists"),
    # what is no speaker: a reflexive, a participle, a verb that could be an office
    ("es", "La Secretaría Marina informó de 14 muertes. Asimismo, se señala que cinco pacientes eran niños.", "cinco",
     "Secretaría Marina"),
    ("es", "La Secretaría Marina informó de 14 muertes. Los casos confirmados de gripe eran 805.", "805",
     "Secretaría Marina"),
    ("fr", "«Il y a eu 40 actes», juge cependant la Fondation Orlin.", "40", "Fondation Orlin"),
    # norms say nothing
    ("fr", "Le taux, mesuré par l'Insed selon les normes de l'Orlin, est de 5 %.", "5 %", "Insed"),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "quote", "credited"), CREDITED)
def test_the_source_of_a_figure(lang, text, quote, credited):
    assert source(lang, text, quote) == credited


@pytest.mark.parametrize(("lang", "text", "quote", "other"), NOT_CREDITED)
def test_who_stands_near_is_not_the_source(lang, text, quote, other):
    assert source(lang, text, quote) != other


def test_a_speaker_of_common_words_is_found_for_verbs_and_phrases_alike():
    assert source("en", "The toll has reached 20, the oldest inhabitants said.", "20") == "the oldest inhabitants"


@pytest.mark.parametrize(
    ("lang", "text", "shown"),
    [
        ("en", "The Orlin Office for Boats (OOB) said 300 ships left. Trade fell, the OOB said.",
         "Orlin Office for Boats (OOB)"),
        ("pt", "Segundo o Instituto Nacional de Barcos e Portos (Inabp), 300 barcos partiram.",
         "Instituto Nacional de Barcos e Portos (Inabp)"),
        ("de", "OIH: Weniger Schiffe.\n\nDas Orlin Institut Hansa (OIH) zählte 300 Schiffe.", "OIH"),
    ],
)  # fmt: skip
def test_a_source_is_shown_in_full_with_its_initials(lang, text, shown):
    claims = extract(Document("a", "a", text, lang), BOOK)
    assert [claim.source_printed for claim in claims] == [shown]
