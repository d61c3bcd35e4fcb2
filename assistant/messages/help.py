"""The help of the terminal app."""

from __future__ import annotations

from collections.abc import Mapping

# key -> bokmål, nynorsk, English
WORDS: Mapping[str, tuple[str, str, str]] = {
    "help.title": ("Hjelp", "Hjelp", "Help"),
    "help.close": ("Escape lukker", "Escape lukkar", "Escape closes"),
    "help.start": ("Slik gjør du", "Slik gjer du", "How to begin"),
    "help.start.text": (
        (
            "Skriv et spørsmål nederst og trykk Enter. Svaret viser ordrette sitater med nummer. Tab går til"
            " sitatene, Enter eller tallet viser kilden, Escape går tilbake til spørsmålet."
        ),
        (
            "Skriv eit spørsmål nedst og trykk Enter. Svaret viser ordrette sitat med nummer. Tab går til "
            "sitata, Enter eller talet viser kjelda, Escape går tilbake til spørsmålet."
        ),
        (
            "Write a question at the bottom and press Enter. The answer shows exact quotes with numbers. Tab "
            "goes to the quotes, Enter or the number shows the source, Escape goes back to the question."
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
        "vis kilde 1–9 (når du ikke står i spørsmålet)",
        "vis kjelde 1–9 (når du ikkje står i spørsmålet)",
        "show source 1–9 (when you are not in the question)",
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
    "key.digits": ("1–9", "1–9", "1–9"),
    "key.right": ("Pil høyre", "Pil høgre", "Arrow right"),
    "key.page": ("PgUp, PgDn", "PgUp, PgDn", "PgUp, PgDn"),
    "key.copy": ("Ctrl+C", "Ctrl+C", "Ctrl+C"),
    "help.here": ("Her du står nå", "Her du står no", "Where you are now"),
    "help.here.prompt": (
        (
            "Spørsmålsfeltet. Skriv som du ville spurt en kollega; fylke, kontor, alder og år i spørsmålet "
            "blir brukt som vilkår."
        ),
        (
            "Spørsmålsfeltet. Skriv slik du ville ha spurt ein kollega; fylke, kontor, alder og år i spørsmålet "
            "blir brukte som vilkår."
        ),
        (
            "The question field. Write as you would ask a colleague; a county, office, age or year in the "
            "question is used as a condition."
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
        "Escape fører alltid tilbake til spørsmålet.",
        "Escape fører alltid tilbake til spørsmålet.",
        "Escape always leads back to the question.",
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
