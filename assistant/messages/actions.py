"""What can be done: in the footer, in the list of actions and in the help."""

from __future__ import annotations

from collections.abc import Mapping

# key -> bokmål, nynorsk, English
WORDS: Mapping[str, tuple[str, str, str]] = {
    "action.help": ("Hjelp", "Hjelp", "Help"),
    "action.palette": ("Meny", "Meny", "Menu"),
    "action.source": ("Kilde", "Kjelde", "Source"),
    "action.printed": ("Trykte linjer", "Trykte linjer", "Printed lines"),
    "action.reload": ("Last inn ny indeks", "Last inn ny indeks", "Load the new index"),
    "action.rebuild": ("Bygg indeksen", "Bygg indeksen", "Build the index"),
    "action.document": ("Hele dokumentet", "Heile dokumentet", "Whole document"),
    "action.narrow": ("Avgrens", "Avgrens", "Narrow"),
    "action.save": ("Lagre svar", "Lagre svar", "Save answer"),
    "action.copy_answer": ("Kopier svar", "Kopier svar", "Copy answer"),
    "action.copy_quote": ("Kopier sitat", "Kopier sitat", "Copy quote"),
    "action.widen": ("Ta bort alle vilkår", "Ta bort alle vilkår", "Remove all conditions"),
    "action.clear": ("Ny samtale", "Ny samtale", "New conversation"),
    "action.prompt": ("Til spørsmålet", "Til spørsmålet", "To the question"),
    "action.settings": ("Innstillinger", "Innstillingar", "Settings"),
    "action.quit": ("Avslutt", "Avslutt", "Quit"),
    "action.open": ("Vis kilden", "Vis kjelda", "Show the source"),
    "action.ask_example": ("Spør", "Spør", "Ask"),
    "action.remove_filter": ("Ta bort vilkåret", "Ta bort vilkåret", "Remove the condition"),
    "action.close": ("Lukk", "Lukk", "Close"),
    "footer.quotes": ("Sitater", "Sitat", "Quotes"),
    "footer.prompt": ("Tilbake", "Tilbake", "Back"),
    "footer.printed": ("Linjer", "Linjer", "Lines"),
    "footer.hide_printed": ("Skjul linjer", "Gøym linjer", "Hide lines"),
    "footer.document": ("Dokument", "Dokument", "Document"),
    "footer.part": ("Bare delen", "Berre delen", "Part only"),
    "footer.save": ("Lagre", "Lagre", "Save"),
    "footer.quit": ("Slutt", "Slutt", "Quit"),
    "about.help": (
        "taster og hva som er på skjermen",
        "tastar og kva som er på skjermen",
        "keys, and what is on the screen",
    ),
    "about.palette": (
        "alt programmet kan gjøre, med søk",
        "alt programmet kan gjere, med søk",
        "everything the program can do, with search",
    ),
    "about.source": (
        "vis eller skjul kilden til sitatet",
        "vis eller gøym kjelda til sitatet",
        "show or hide the source of the quote",
    ),
    "about.printed": (
        "linjene slik de står i kildefilen",
        "linjene slik dei står i kjeldefila",
        "the lines as they stand in the source file",
    ),
    "about.reload": (
        "bruk indeksen som er bygd på nytt",
        "bruk indeksen som er bygd på nytt",
        "use the index that has been rebuilt",
    ),
    "about.rebuild": (
        "les katalogen og kildene på nytt; tar et par minutter",
        "les katalogen og kjeldene på nytt; tek eit par minutt",
        "read the catalogue and the sources again; takes a few minutes",
    ),
    "about.document": (
        "alle delene av dokumentet, eller bare den siterte",
        "alle delane av dokumentet, eller berre den siterte",
        "every part of the document, or only the one quoted",
    ),
    "about.narrow": (
        "svar bare fra et fylke, et kontor, en målgruppe …",
        "svar berre frå eit fylke, eit kontor, ei målgruppe …",
        "answer only from one county, office, target group …",
    ),
    "about.save": (
        "som Markdown, CSV, JSON eller ren tekst, med alle kildene",
        "som Markdown, CSV, JSON eller rein tekst, med alle kjeldene",
        "as Markdown, CSV, JSON or plain text, with all the sources",
    ),
    "about.copy_answer": (
        "hele svaret med kilder, som ren tekst",
        "heile svaret med kjelder, som rein tekst",
        "the whole answer with sources, as plain text",
    ),
    "about.copy_quote": ("sitatet med kildehenvisning", "sitatet med kjeldetilvising", "the quote with its reference"),
    "about.widen": ("spør i alle dokumentene igjen", "spør i alle dokumenta igjen", "ask in all documents again"),
    "about.clear": (
        "tøm skjermen og begynn på nytt",
        "tøm skjermen og byrj på nytt",
        "clear the screen and begin anew",
    ),
    "about.prompt": ("tilbake dit du skriver", "tilbake dit du skriv", "back to where you write"),
    "about.settings": (
        "utseende, språk, antall treff …",
        "utsjånad, språk, talet på treff …",
        "look, language, number of hits …",
    ),
    "about.quit": ("lukk programmet", "lukk programmet", "close the program"),
}
