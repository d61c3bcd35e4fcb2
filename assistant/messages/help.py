"""The help of the terminal app."""

from __future__ import annotations

from collections.abc import Mapping

# key -> bokmål, nynorsk, English
WORDS: Mapping[str, tuple[str, str, str]] = {
    "help.index": ("Indeksen", "Indeksen", "The index"),
    "help.start": ("Slik gjør du", "Slik gjer du", "How to begin"),
    "help.start.text": (
        (
            "Skriv et spørsmål nederst og trykk Enter. Svaret viser ordrette sitater med nummer. Tab går til"
            " sitatene, Enter eller tallet viser kilden, Esc går tilbake til spørsmålet."
        ),
        (
            "Skriv eit spørsmål nedst og trykk Enter. Svaret viser ordrette sitat med nummer. Tab går til "
            "sitata, Enter eller talet viser kjelda, Esc går tilbake til spørsmålet."
        ),
        (
            "Write a question at the bottom and press Enter. The answer shows exact quotes with numbers. Tab "
            "goes to the quotes, Enter or the number shows the source, Esc goes back to the question."
        ),
    ),
    "help.keys": ("Taster", "Tastar", "Keys"),
    "help.enter": (
        "still spørsmålet; på et sitat: vis kilden",
        "still spørsmålet; på eit sitat: vis kjelda",
        "ask the question; on a quote: show the source",
    ),
    "help.tab": (
        "neste og forrige sitat, kilde og spørsmål",
        "neste og førre sitat, kjelde og spørsmål",
        "next and previous quote, source and question",
    ),
    "help.arrows": (
        "i spørsmålet: tidligere spørsmål; på sitater: forrige og neste",
        "i spørsmålet: tidlegare spørsmål; på sitat: førre og neste",
        "in the question: earlier questions; on quotes: previous and next",
    ),
    "help.digits": (
        "vis kilden (12: 1 og straks 2), utenfor spørsmålet",
        "vis kjelda (12: 1 og straks 2), utanfor spørsmålet",
        "show the source (12: 1, then 2), outside the question",
    ),
    "help.right": (
        "ta imot forslaget som står i grått",
        "ta imot forslaget som står i grått",
        "accept the suggestion that stands in grey",
    ),
    "help.page": (
        "bla i samtalen, også mens du skriver",
        "bla i samtalen, også medan du skriv",
        "page the conversation, also while you write",
    ),
    "help.copy": (
        "kopier teksten du har merket med musen",
        "kopier teksten du har merkt med musa",
        "copy the text you have marked with the mouse",
    ),
    "key.enter": ("Enter", "Enter", "Enter"),
    "key.tab": ("Tab, Shift+Tab", "Tab, Shift+Tab", "Tab, Shift+Tab"),
    "key.arrows": ("Pil opp, pil ned", "Pil opp, pil ned", "Arrow up, arrow down"),
    "key.digits": ("1, 2 … 12", "1, 2 … 12", "1, 2 … 12"),
    "key.space": ("Mellomrom", "Mellomrom", "Space"),
    "key.right": ("Pil høyre", "Pil høgre", "Arrow right"),
    "key.page": ("PgUp, PgDn", "PgUp, PgDn", "PgUp, PgDn"),
    "key.copy": ("Ctrl+C", "Ctrl+C", "Ctrl+C"),
    "help.here": ("Her du står nå", "Her du står no", "Where you are now"),
    "help.here.prompt": (
        (
            "Spørsmålsfeltet. Skriv som du ville spurt en kollega. Sted, kontor og år blir vilkår; målgruppe, metode "
            "og alder løfter det som passer, uten å utelukke noe."
        ),
        (
            "Spørsmålsfeltet. Skriv slik du ville ha spurt ein kollega. Stad, kontor og år blir vilkår; målgruppe, "
            "metode og alder løftar det som passar, utan å stengje noko ute."
        ),
        (
            "The question field. Write as you would ask a colleague. A place, office or year becomes a condition; a "
            "target group, method or age lifts what fits, and leaves nothing out."
        ),
    ),
    "help.here.quote": (
        "Et sitat. Enter viser det i kilden, Ctrl+T kopierer det med henvisning.",
        "Eit sitat. Enter viser det i kjelda, Ctrl+T kopierer det med tilvising.",
        "A quote. Enter shows it in its source, Ctrl+T copies it with its reference.",
    ),
    "help.here.source": (
        "Kilden. Bla med pilene. F4 viser de trykte linjene, F7 hele dokumentet.",
        "Kjelda. Bla med pilene. F4 viser dei trykte linjene, F7 heile dokumentet.",
        "The source. Scroll with the arrows. F4 shows the printed lines, F7 the whole document.",
    ),
    "help.here.other": (
        "Esc fører alltid tilbake til spørsmålet.",
        "Esc fører alltid tilbake til spørsmålet.",
        "Esc always leads back to the question.",
    ),
    "help.here.tiltak": (
        "Ett tiltak: profilen har et sitat for hver del av rapporten, den fulle teksten er hele rapporten. Enter på et "
        "sitat, F4 og F7 viser stedet i teksten; det gjør også tallet.",
        "Eitt tiltak: profilen har eit sitat for kvar del av rapporten, den fulle teksten er heile rapporten. Enter på "
        "eit sitat, F4 og F7 viser staden i teksten; det gjer òg talet.",
        "One project: the profile has a quote for each part of the report, the full text is all of it. Enter on a "
        "quote, F4 and F7 show its place in the text; so does its number.",
    ),
    "help.here.similar": (
        "Tiltakene som ligner mest: det de har felles, det som bare er der, og hva som kom ut av dem. Enter på et "
        "sitat viser kilden, på et navn tiltaket.",
        "Tiltaka som liknar mest: det dei har felles, det som berre er der, og kva som kom ut av dei. Enter på eit "
        "sitat viser kjelda, på eit namn tiltaket.",
        "The most similar projects: what they have in common, what is only there, and what came of them. Enter on a "
        "quote shows its source, on a name the project.",
    ),
    "help.here.choose": (
        "Her velger du to til fem tiltak å se side om side. Skriv øverst for å finne et tiltak; det du har krysset av, "
        "blir stående.",
        "Her vel du to til fem tiltak å sjå side om side. Skriv øvst for å finne eit tiltak; det du har kryssa av, "
        "blir ståande.",
        "Here you choose two to five projects to see side by side. Write at the top to find a project; what you have "
        "ticked stays ticked.",
    ),
    "help.here.compare": (
        "Tiltakene side om side, en rad for hver del av rapporten. Pilene går fra rute til rute, Enter eller tallet "
        "viser kilden.",
        "Tiltaka side om side, ei rad for kvar del av rapporten. Pilene går frå rute til rute, Enter eller talet viser "
        "kjelda.",
        "The projects side by side, a row for each part of the report. The arrows go from cell to cell, Enter or the "
        "number shows the source.",
    ),
    "help.here.plan": (
        "Lim inn en prosjektplan, eller skriv navnet på en fil. F5 finner tiltakene som ligner mest, med det de har "
        "felles med planen. Planen blir ikke lagret.",
        "Lim inn ein prosjektplan, eller skriv namnet på ei fil. F5 finn tiltaka som liknar mest, med det dei har "
        "felles med planen. Planen blir ikkje lagra.",
        "Paste a project plan, or write the name of a file. F5 finds the most similar projects, with what they have "
        "in common with the plan. The plan is not stored.",
    ),
    "help.here.glossary": (
        "Ordene i fagfeltet: hva de betyr, hvordan de ellers blir sagt, og hvor mange dokumenter som har dem. Skriv "
        "for å søke, velg med pilene.",
        "Orda i fagfeltet: kva dei tyder, korleis dei elles blir sagde, og kor mange dokument som har dei. Skriv for "
        "å søkje, vel med pilene.",
        "The words of the field: what they mean, how else they are said, and how many documents have them. Type to "
        "search, choose with the arrows.",
    ),
    "help.here.history": (
        "Samtalene du har lagret. Enter stiller spørsmålene på nytt, i den samme rekkefølgen. F12 slår lagring av og "
        "på; det som er lagret, blir liggende til du sletter det.",
        "Samtalane du har lagra. Enter stiller spørsmåla på nytt, i den same rekkjefølgja. F12 slår lagring av og på; "
        "det som er lagra, blir liggjande til du slettar det.",
        "The conversations you have kept. Enter asks the questions again, in the same order. F12 turns keeping them "
        "on and off; what is kept stays until you delete it.",
    ),
    "help.here.feedback": (
        "Kryss av for hva du synes om svaret, og skriv gjerne en kommentar. Nederst står alt som blir tatt vare på; "
        "personopplysninger er skjult.",
        "Kryss av for kva du synest om svaret, og skriv gjerne ein kommentar. Nedst står alt som blir teke vare på; "
        "personopplysningar er skjulte.",
        "Tick what you think of the answer, and do add a comment. At the bottom stands all that is kept; personal "
        "data is hidden.",
    ),
    "help.privacy": ("Personvern", "Personvern", "Privacy"),
    "help.privacy.text": (
        (
            "Ingenting du skriver, sendes noe sted. Spørsmål med fødselsnummer blir avvist. Samtaler lagres bare på "
            "denne maskinen, og bare om du slår det på i innstillingene; svar lagres bare når du ber om det."
        ),
        (
            "Ingenting du skriv, blir sendt nokon stad. Spørsmål med fødselsnummer blir avviste. Samtalar blir berre "
            "lagra på denne maskina, og berre om du slår det på i innstillingane; svar blir berre lagra når du ber "
            "om det."
        ),
        (
            "Nothing you write is sent anywhere. Questions with a national identity number are turned away. "
            "Conversations are kept only on this machine, and only if you turn that on in the settings; answers are "
            "saved only when you ask for it."
        ),
    ),
}
