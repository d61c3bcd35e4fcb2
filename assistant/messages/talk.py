"""What a conversation says of itself: how each turn was read, and what could be asked next."""

from __future__ import annotations

from collections.abc import Mapping

# key -> bokmål, nynorsk, English
WORDS: Mapping[str, tuple[str, str, str]] = {
    "read.ask": ("Lest som et spørsmål: {topic}", "Lese som eit spørsmål: {topic}", "Read as a question: {topic}"),
    "read.plan": ("Lest som en prosjektplan: {topic}", "Lese som ein prosjektplan: {topic}",
                  "Read as a project plan: {topic}"),
    "read.fresh": ("Nytt emne, så samtalen starter på nytt: "
                   "{topic}", "Nytt emne, så samtalen startar på nytt: {topic}",
                   "A new subject, so the conversation starts afresh: {topic}"),
    "read.dropped": ("Tatt bort: {shown}.", "Teke bort: {shown}.", "Removed: {shown}."),
    "read.narrow": ("Samme emne ({topic}), avgrenset: {shown}.", "Same emne ({topic}), avgrensa: {shown}.",
                    "The same subject ({topic}), narrowed: {shown}."),
    "read.without": ("Samme emne ({topic}), {shown}.", "Same emne ({topic}), {shown}.",
                     "The same subject ({topic}), {shown}."),
    "read.swap": ("Samme spørsmål med «{new}» i stedet for "
                  "«{old}».", "Same spørsmål med «{new}» i staden for «{old}».",
                  "The same question with “{new}” instead of “{old}”."),
    "read.add": ("Samme spørsmål, med «{new}» i tillegg.", "Same spørsmål, med «{new}» i tillegg.",
                 "The same question, with “{new}” added."),
    "read.more": ("Flere om det samme: {topic}", "Fleire om det same: {topic}", "More on the same: {topic}"),
    "read.tell": ("Om nr. {n}: {title}", "Om nr. {n}: {title}", "About no. {n}: {title}"),
    "read.named": ("Om {title}", "Om {title}", "About {title}"),
    "read.aspect": ("{kinds}, for tiltakene som er vist", "{kinds}, for tiltaka som er viste",
                    "{kinds}, for the projects shown"),
    "read.aspect.one": ("{kinds}, for {title}", "{kinds}, for {title}", "{kinds}, for {title}"),
    "read.fact.one": ("Spørsmål om {title}", "Spørsmål om {title}", "A question about {title}"),
    "read.compare": ("Sammenligner {names}", "Samanliknar {names}", "Comparing {names}"),
    "read.similar": ("Tiltak som ligner på {title}", "Tiltak som liknar på {title}", "Projects like {title}"),
    "read.unfilter": ("Tok bort «{shown}». Emne: {topic}", "Tok bort «{shown}». Emne: {topic}",
                      "Removed “{shown}”. Subject: {topic}"),
    "read.expand": ("Med ordlisten igjen: {topic}", "Med ordlista igjen: {topic}",
                    "With the vocabulary again: {topic}"),
    "read.own_words": ("Bare med dine egne ord: {topic}", "Berre med dine eigne ord: {topic}",
                       "With your own words alone: {topic}"),
    "read.preferred": ("Helst: {shown}.", "Helst: {shown}.", "Preferably: {shown}."),
    "read.lost": ("Vilkår som ikke finnes i den nye indeksen, er tatt bort: {shown}.",
                  "Vilkår som ikkje finst i den nye indeksen, er tekne bort: {shown}.",
                  "Conditions that the new index does not have were removed: {shown}."),
    "read.list": ("Tilbake til lista: {topic}", "Tilbake til lista: {topic}", "Back to the list: {topic}"),
    "read.filters": ("Vilkår nå: {shown}.", "Vilkår no: {shown}.", "Conditions now: {shown}."),
    "read.unfiltered": ("Ingen vilkår gjelder.", "Ingen vilkår gjeld.", "No conditions are in force."),
    "read.offices": ("Hvem som kan spørres", "Kven som kan spørjast", "Whom to ask"),
    "read.thanks": ("Bare hyggelig. Spør gjerne videre.", "Berre hyggeleg. Spør gjerne vidare.",
                    "You are welcome. Do ask on."),
    "read.hello": (
        "Hei. Jeg finner hva NAV-kontor har prøvd, og siterer rapportene ordrett. Skriv hva det gjelder, for eksempel "
        "«unge som har sluttet på skolen», «hva var vanskelig med språkpraksis?» eller «hva er KVP?».",
        "Hei. Eg finn kva NAV-kontor har prøvd, og siterer rapportane ordrett. Skriv kva det gjeld, til dømes "
        "«unge som har slutta på skulen», «kva var vanskeleg med språkpraksis?» eller «kva er KVP?».",
        "Hello. I find what NAV offices have tried, and quote the reports word for word. Write what it is about, such "
        "as “young people who left school”, “what was difficult in language training?” or “what is KVP?”."),
    "read.newer": ("Det nyeste av det som er vist, er fra {year}. Nyere i samlingen, med antall: {shown}.",
                   "Det nyaste av det som er vist, er frå {year}. Nyare i samlinga, med tal på kor mange: {shown}.",
                   "The newest of what is shown is from {year}. Newer in the collection, with how many: {shown}."),
    "read.newest": ("Nei. Det nyeste av det som er vist, er fra {year}, og samlingen har ikke noe nyere.",
                    "Nei. Det nyaste av det som er vist, er frå {year}, og samlinga har ikkje noko nyare.",
                    "No. The newest of what is shown is from {year}, and the collection has nothing newer."),
    "read.meaning": ("Hva «{term}» betyr. Samtalen står som før.", "Kva «{term}» tyder. Samtalen står som før.",
                     "What “{term}” means. The conversation stands as before."),
    "read.undo": ("Angret. Tilbake til: {topic}", "Angra. Tilbake til: {topic}", "Undone. Back to: {topic}"),
    "read.new": ("Ny samtale. Hva lurer du på?", "Ny samtale. Kva lurer du på?",
                 "A new conversation. What would you like to know?"),
    "read.correct": ("Rettet til: {topic}", "Retta til: {topic}", "Corrected to: {topic}"),
    "read.personal": (
        "Spørsmålet kan inneholde personopplysninger ({kinds}), og det er ikke søkt ennå. «{mask}» eller «{keep}»?",
        "Spørsmålet kan innehalde personopplysningar ({kinds}), og det er ikkje søkt enno. «{mask}» eller «{keep}»?",
        "The question may contain personal data ({kinds}); nothing has been searched yet. “{mask}” or “{keep}”?"),
    "personal.name": ("navn", "namn", "a name"),
    "personal.phone": ("telefonnummer", "telefonnummer", "a telephone number"),
    "personal.email": ("e-postadresse", "e-postadresse", "an e-mail address"),
    "cannot.number": ("Det er ikke noe nr. {n} å vise til. {have}", "Det finst ikkje noko nr. {n} å vise til. {have}",
                      "There is no number {n} to refer to. {have}"),
    "cannot.have": ("Listen har {n}.", "Lista har {n}.", "The list has {n}."),
    "cannot.none": ("Still et spørsmål først.", "Still eit spørsmål først.", "Ask a question first."),
    "cannot.undo": ("Det er ikke noe å angre.", "Det er ikkje noko å angre.", "There is nothing to undo."),
    "cannot.unfilter": ("Det er ikke noe vilkår å ta bort.", "Det er ikkje noko vilkår å ta bort.",
                        "There is no condition to take away."),
    "cannot.shown": ("Svaret over viser ingen tiltak. Ta bort et vilkår, eller still et nytt spørsmål.",
                     "Svaret over viser ingen tiltak. Ta bort eit vilkår, eller still eit nytt spørsmål.",
                     "The answer above shows no projects. Remove a condition, or ask a new question."),
    "cannot.nothing": ("Skriv hva det gjelder, for eksempel en målgruppe, en metode eller et sted.",
                       "Skriv kva det gjeld, til dømes ei målgruppe, ein metode eller ein stad.",
                       "Write what it is about, such as a target group, a method or a place."),
    "cannot.unwish": ("«{shown}» er det du spør om. Still et nytt spørsmål i stedet.",
                      "«{shown}» er det du spør om. Still eit nytt spørsmål i staden.",
                      "“{shown}” is what you ask for. Ask a new question instead."),
    "cannot.wider": ("Ordlisten er alt med i søket. Bredere blir det uten vilkår, eller med «flere».",
                     "Ordlista er alt med i søket. Breiare blir det utan vilkår, eller med «fleire».",
                     "The vocabulary is in use already. Remove a condition, or say “more”, to see more."),
    "cannot.pair": ("Sammenligning trenger to til fem ulike tiltak, for eksempel «sammenlign 1 og 3».",
                    "Samanlikning treng to til fem ulike tiltak, til dømes «samanlikn 1 og 3».",
                    "A comparison needs two to five different projects, such as “compare 1 and 3”."),
    "cannot.empty": ("Skriv et spørsmål.", "Skriv eit spørsmål.", "Write a question."),
    "condition.outside": ("utenom {shown}", "utanom {shown}", "outside {shown}"),
    "condition.without": ("uten {shown}", "utan {shown}", "without {shown}"),
    "topic.named": ("«{topic}»", "«{topic}»", "“{topic}”"),
    "topic.and": ("og", "og", "and"),
    "topic.all": ("alle tiltak", "alle tiltak", "all projects"),
    "suggest.place": ("bare i {shown} ({n})", "berre i {shown} ({n})", "only in {shown} ({n})"),
    "suggest.only": ("bare {shown} ({n})", "berre {shown} ({n})", "only {shown} ({n})"),
    "suggest.tell": ("fortell om nr. {n}", "fortel om nr. {n}", "tell me about no. {n}"),
    "suggest.compare": ("sammenlign 1 og 2", "samanlikn 1 og 2", "compare 1 and 2"),
    "suggest.similar": ("lignende som {n}", "liknande som {n}", "similar to {n}"),
    "suggest.more": ("flere", "fleire", "more"),
    "suggest.hard": ("hva var vanskelig?", "kva var vanskeleg?", "what was difficult?"),
    "suggest.worked": ("hva virket?", "kva verka?", "what worked?"),
    "suggest.unfilter": ("ta bort vilkåret", "ta bort vilkåret", "remove the condition"),
    "suggest.undo": ("angre", "angre", "undo"),
    "choice.mask": ("anonymiser", "anonymiser", "anonymise"),
    "choice.keep": ("søk likevel", "søk likevel", "search anyway"),
    # The plain conversation
    "plain.hello": ("Spør om erfaringer fra NAV-tiltak. «avslutt» avslutter, «hjelp» forklarer.",
                    "Spør om erfaringar frå NAV-tiltak. «avslutt» avsluttar, «hjelp» forklarer.",
                    "Ask about experience from NAV projects. “quit” ends, “help” explains."),
    "plain.next": ("Du kan gå videre med: {shown}", "Du kan gå vidare med: {shown}", "You can go on with: {shown}"),
    "plain.bye": ("Ha det.", "Ha det.", "Goodbye."),
    "plain.error": ("Feil: {line}", "Feil: {line}", "Error: {line}"),
    "plain.help": (
        "Skriv et spørsmål. Deretter for eksempel: bare i Vestland · hva med over 30? · uten flyktninger · flere · "
        "fortell om nr. 2 · hva var vanskelig? · sammenlign 1 og 3 · lignende som 2 · hva er KVP? · bare mine ord · "
        "søk bredere · ta bort vilkåret · angre · "
        "nytt spørsmål · avslutt",
        "Skriv eit spørsmål. Deretter til dømes: berre i Vestland · kva med over 30? · utan flyktningar · fleire · "
        "fortel om nr. 2 · kva var vanskeleg? · samanlikn 1 og 3 · liknande som 2 · kva er KVP? · berre mine ord · "
        "søk breiare · ta bort vilkåret · angre · "
        "nytt spørsmål · avslutt",
        "Write a question. Then, for instance: only in Vestland · what about over 30? · without refugees · more · "
        "tell me about no. 2 · what was difficult? · compare 1 and 3 · similar to 2 · what is KVP? · only my words · "
        "search more broadly · remove the condition · undo · "
        "new question · quit"),
}  # fmt: skip
