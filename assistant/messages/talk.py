"""What a conversation says of itself: how each turn was read, and what could be asked next."""

from __future__ import annotations

from collections.abc import Mapping

# key -> bokmål, nynorsk, English
WORDS: Mapping[str, tuple[str, str, str]] = {
    "read.ask": ("Lest som et spørsmål: {topic}", "Lese som eit spørsmål: {topic}", "Read as a question: {topic}"),
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
    "read.unfilter": ("Tok bort {shown}. Emne: {topic}", "Tok bort {shown}. Emne: {topic}",
                      "Removed {shown}. Subject: {topic}"),
    "read.expand": ("Med ordlisten igjen: {topic}", "Med ordlista igjen: {topic}",
                    "With the vocabulary again: {topic}"),
    "read.own_words": ("Bare med dine egne ord: {topic}", "Berre med dine eigne ord: {topic}",
                       "With your own words alone: {topic}"),
    "read.list": ("Tilbake til lista: {topic}", "Tilbake til lista: {topic}", "Back to the list: {topic}"),
    "read.filters": ("Filtre i bruk: {shown}.", "Filter i bruk: {shown}.", "Filters in force: {shown}."),
    "read.unfiltered": ("Ingen filtre er i bruk.", "Ingen filter er i bruk.", "No filters are in force."),
    "read.offices": ("Hvem som kan spørres", "Kven som kan spørjast", "Whom to ask"),
    "read.thanks": ("Bare hyggelig. Spør gjerne videre.", "Berre hyggeleg. Spør gjerne vidare.",
                    "You are welcome. Do ask on."),
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
    "cannot.unfilter": ("Det er ikke noe filter å ta bort.", "Det er ikkje noko filter å ta bort.",
                        "There is no filter to take away."),
    "cannot.pair": ("Sammenligning trenger to til fem ulike tiltak, for eksempel «sammenlign 1 og 3».",
                    "Samanlikning treng to til fem ulike tiltak, til dømes «samanlikn 1 og 3».",
                    "A comparison needs two to five different projects, such as “compare 1 and 3”."),
    "cannot.empty": ("Skriv et spørsmål.", "Skriv eit spørsmål.", "Write a question."),
    "condition.without": ("uten {shown}", "utan {shown}", "without {shown}"),
    "topic.all": ("alle tiltak", "alle tiltak", "all projects"),
    "suggest.place": ("bare i {shown} ({n})", "berre i {shown} ({n})", "only in {shown} ({n})"),
    "suggest.only": ("bare {shown} ({n})", "berre {shown} ({n})", "only {shown} ({n})"),
    "suggest.tell": ("fortell om nr. {n}", "fortel om nr. {n}", "tell me about no. {n}"),
    "suggest.compare": ("sammenlign 1 og 2", "samanlikn 1 og 2", "compare 1 and 2"),
    "suggest.similar": ("lignende som {n}", "liknande som {n}", "similar to {n}"),
    "suggest.more": ("flere", "fleire", "more"),
    "suggest.hard": ("hva var vanskelig?", "kva var vanskeleg?", "what was difficult?"),
    "suggest.worked": ("hva virket?", "kva verka?", "what worked?"),
    "suggest.unfilter": ("ta bort filteret", "ta bort filteret", "remove the filter"),
    "suggest.undo": ("angre", "angre", "undo"),
    "choice.mask": ("anonymiser", "anonymiser", "anonymise"),
    "choice.keep": ("søk likevel", "søk likevel", "search anyway"),
    # The plain conversation
    "plain.hello": ("Spør om erfaringer fra NAV-tiltak. «avslutt» avslutter, «hjelp» forklarer.",
                    "Spør om erfaringar frå NAV-tiltak. «avslutt» avsluttar, «hjelp» forklarer.",
                    "Ask about experience from NAV projects. “quit” ends, “help” explains."),
    "plain.next": ("Du kan gå videre med: {shown}", "Du kan gå vidare med: {shown}", "You can go on with: {shown}"),
    "plain.filters": ("Filter: {shown}", "Filter: {shown}", "Filters: {shown}"),
    "plain.bye": ("Ha det.", "Ha det.", "Goodbye."),
    "plain.error": ("Feil: {line}", "Feil: {line}", "Error: {line}"),
    "plain.help": (
        "Skriv et spørsmål. Deretter for eksempel: bare i Vestland · hva med over 30? · uten flyktninger · flere · "
        "fortell om nr. 2 · hva var vanskelig? · sammenlign 1 og 3 · lignende som 2 · ta bort filteret · angre · "
        "nytt spørsmål · avslutt",
        "Skriv eit spørsmål. Deretter til dømes: berre i Vestland · kva med over 30? · utan flyktningar · fleire · "
        "fortel om nr. 2 · kva var vanskeleg? · samanlikn 1 og 3 · liknande som 2 · ta bort filteret · angre · "
        "nytt spørsmål · avslutt",
        "Write a question. Then, for instance: only in Vestland · what about over 30? · without refugees · more · "
        "tell me about no. 2 · what was difficult? · compare 1 and 3 · similar to 2 · remove the filter · undo · "
        "new question · quit"),
}  # fmt: skip
