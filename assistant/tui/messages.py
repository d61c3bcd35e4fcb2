"""Every word the app shows, in one place. `t` looks one up; another language is another mapping."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

NB: Mapping[str, str] = MappingProxyType(
    {
        "app.title": "Tiltak",
        "app.small": ("Vinduet er for lite.\nGjør det minst 60 tegn bredt og 16 linjer høyt.\nCtrl+Q avslutter."),
        # Actions: in the footer, in the list of actions and in the help
        "action.help": "Hjelp",
        "action.palette": "Handlinger",
        "action.source": "Kilde",
        "action.printed": "Trykte linjer",
        "action.reload": "Last inn ny indeks",
        "action.rebuild": "Bygg indeksen",
        "action.document": "Hele dokumentet",
        "action.narrow": "Avgrens",
        "action.save": "Lagre svar",
        "action.copy_answer": "Kopier svar",
        "action.copy_quote": "Kopier sitat",
        "action.widen": "Fjern alle filtre",
        "action.clear": "Ny samtale",
        "action.prompt": "Til spørsmålet",
        "action.theme": "Bytt utseende",
        "action.quit": "Avslutt",
        "action.open": "Vis kilden",
        "action.next": "Neste sitat",
        "action.previous": "Forrige sitat",
        "action.ask_example": "Spør",
        "action.remove_filter": "Fjern filteret",
        "action.choose": "Velg",
        "action.close": "Lukk",
        # The footer's shorter words
        "footer.palette": "Meny",
        "footer.printed": "Linjer",
        "footer.document": "Dokument",
        "footer.save": "Lagre",
        "footer.quit": "Slutt",
        # What each action does, in the list of actions and in the help
        "about.help": "taster og hva som er på skjermen",
        "about.palette": "alt programmet kan gjøre, med søk",
        "about.source": "vis eller skjul kilden til sitatet",
        "about.printed": "linjene slik de står i kildefilen",
        "about.reload": "bruk indeksen som er bygd på nytt",
        "about.rebuild": "les katalogen og kildene på nytt; tar et par minutter",
        "about.document": "alle delene av dokumentet, eller bare den siterte",
        "about.narrow": "svar bare fra et fylke, et kontor, en målgruppe …",
        "about.save": "som Markdown-fil, med alle kildene",
        "about.copy_answer": "hele svaret med kilder, som ren tekst",
        "about.copy_quote": "sitatet med kildehenvisning",
        "about.widen": "spør i alle dokumentene igjen",
        "about.clear": "tøm skjermen; ingenting er lagret",
        "about.prompt": "tilbake dit du skriver",
        "about.theme": "mørkt, lyst eller høy kontrast",
        "about.quit": "lukk programmet",
        # Prompt
        "prompt.title": "Spørsmål",
        "prompt.placeholder": "Skriv et spørsmål, og trykk Enter",
        "prompt.opening": "åpner indeksen …",
        "prompt.index": "{documents} dokumenter · indeks {date}",
        "prompt.no_index": "ingen indeks",
        # Conversation
        "welcome.title": "Hva har andre NAV-kontor erfart?",
        "welcome.text": (
            "Spør med egne ord om tiltak i NAV-kontorene. Svaret er satt sammen av ordrette sitater fra "
            "rapportene, og hvert sitat har et nummer som fører til kilden."
        ),
        "welcome.privacy": (
            "Ikke skriv navn, fødselsnummer eller annet som peker på en person. Ingenting du skriver, lagres."
        ),
        "welcome.examples": "Prøv for eksempel (velg med Tab og Enter, eller klikk):",
        "example.1": "Hva er gjort for unge som verken jobber eller går på skole?",
        "example.2": "Hvordan samarbeider kontorene med arbeidsgivere om språkpraksis?",
        "example.3": "Erfaringer med jobbspesialist for folk med psykiske vansker",
        "turn.question": "Du spurte",
        "turn.searching": "Leter i dokumentene …",
        "turn.waiting": "Venter på indeksen …",
        "turn.hidden": "Spørsmålet ble ikke besvart",
        "turn.kept": "Spørsmålet står i feltet nederst, så du kan rette det.",
        "turn.partly": "Delvis svar",
        "turn.none": "Fant ikke svar",
        "turn.not_covered": "Ikke dekket: {words}",
        "turn.also": "Søkte også etter: {words}",
        "turn.filters": "Bare: ",
        "turn.hint": "Prøv andre ord, færre vilkår, eller en av målgruppene under F8.",
        # Source
        "source.title": "Kilde",
        "source.numbered": "Kilde [{number}]",
        "source.empty": (
            "Her vises kilden til et sitat.\n\nVelg et sitat med Tab og Enter, med tallet det har, eller med musen."
        ),
        "source.printed": "Trykte linjer",
        "source.no_printed": "Denne delen har ingen trykte linjer.",
        "source.uncertain": "Usikre ord etter retting: {words}",
        "source.gone": "Kilden finnes ikke lenger: {line}",
        # Filters
        "filters.title": "Avgrens til",
        "filters.values": "{facet}: avgrens til",
        "filters.label": "Bare: ",
        "filter.county": "Fylke",
        "filter.office": "Kontor",
        "filter.place": "Sted",
        "filter.municipality": "Kommune",
        "filter.region": "Region",
        "filter.kind": "Type",
        "filter.year": "År",
        "filter.age": "Alder",
        "filter.title": "Tittel",
        "filter.doc_id": "Dokument",
        "filter.language": "Målform",
        "filter.target_group": "Målgruppe",
        "filter.method": "Metode",
        "filter.life_area": "Livsområde",
        "filter.partner": "Samarbeidspartner",
        "filter.law_section": "Lovparagraf",
        "filter.theme": "Tema",
        "filter.evidence": "Grunnlag for resultatene",
        "filter.report_type": "Rapporttype",
        "filter.continuation": "Videreføring",
        "value.tiltak": "tiltak",
        "value.evaluation": "evalueringer",
        "value.nb": "bokmål",
        "value.nn": "nynorsk",
        "value.en": "engelsk",
        # Index
        "index.building": "Bygger indeksen",
        "index.starting": "gjør klar",
        "index.first": ("Første gang bygges indeksen. Det tar et par minutter; skriv gjerne et spørsmål så lenge."),
        "index.built": "Indeksen er klar: {documents} dokumenter.",
        "index.reloaded": "Den nye indeksen er i bruk: {documents} dokumenter.",
        "index.stale": "Indeksen er bygd på nytt. F5 tar den nye i bruk; til da svarer den gamle.",
        "index.damaged": "{line} F6 bygger den på nytt.",
        "index.not_built": "Indeksen ble ikke bygd: {line} F6 prøver igjen.",
        "index.stopped": "byggingen stanset uventet (kode {code})",
        "notice.error": "Feil",
        "notice.warning": "Merk",
        "notice.info": "Melding",
        "notice.unexpected": "uventet feil: {name}. Meld fra til dem som vedlikeholder programmet.",
        # Copying and saving
        "copy.answer": "Svaret er sendt til utklippstavlen. Kommer det ikke fram, lagre det med F9.",
        "copy.quote": "Sitatet er sendt til utklippstavlen. Kommer det ikke fram, lagre svaret med F9.",
        "copy.text": "Den merkede teksten er sendt til utklippstavlen.",
        "copy.nothing": "Det er ikke noe svar ennå.",
        "copy.no_quote": "Velg et sitat først.",
        "save.title": "Lagre svaret som Markdown",
        "save.help": "Enter lagrer · Escape avbryter",
        "save.name": "tiltak-svar-{stamp}.md",
        "save.saved": "Lagret i {path}",
        "save.exists": "Filen finnes fra før. Skriv et annet navn.",
        "save.failed": "Kan ikke skrive filen: {reason}. Velg en annen mappe.",
        "save.empty": "Skriv et filnavn.",
        "quit.hint": "Ctrl+Q avslutter. Merk tekst med musen for å kopiere den med Ctrl+C.",
        # Lists
        "chooser.filter": "Skriv for å søke",
        "chooser.none": "Ingen passer.",
        "palette.title": "Handlinger",
        "theme.title": "Utseende",
        "theme.tiltak-dark": "mørkt",
        "theme.tiltak-light": "lyst",
        "theme.tiltak-contrast": "høy kontrast",
        # Help
        "help.title": "Hjelp",
        "help.close": "Escape lukker",
        "help.start": "Slik gjør du",
        "help.start.text": (
            "Skriv et spørsmål nederst og trykk Enter. Svaret viser ordrette sitater med nummer. Tab går til "
            "sitatene, Enter eller tallet viser kilden, Escape går tilbake til spørsmålet."
        ),
        "help.keys": "Taster",
        "help.enter": "still spørsmålet; på et sitat: vis kilden",
        "help.tab": "neste og forrige sitat, kilde og spørsmål",
        "help.arrows": "i spørsmålet: tidligere spørsmål; på sitater: forrige og neste",
        "help.digits": "vis kilde 1–9 (når du ikke står i spørsmålet)",
        "help.right": "ta imot forslaget som står i grått",
        "help.page": "bla i samtalen, også mens du skriver",
        "help.copy": "kopier teksten du har merket med musen",
        "key.enter": "Enter",
        "key.tab": "Tab, Shift+Tab",
        "key.arrows": "Pil opp, pil ned",
        "key.digits": "1–9",
        "key.right": "Pil høyre",
        "key.page": "PgUp, PgDn",
        "key.copy": "Ctrl+C",
        "help.here": "Her du står nå",
        "help.here.prompt": (
            "Spørsmålsfeltet. Skriv som du ville spurt en kollega; fylke, kontor, alder og år i spørsmålet "
            "blir brukt som vilkår."
        ),
        "help.here.quote": "Et sitat. Enter viser det i kilden, Ctrl+T kopierer det med henvisning.",
        "help.here.source": "Kilden. Bla med pilene. F4 viser de trykte linjene, F7 hele dokumentet.",
        "help.here.other": "Escape fører alltid tilbake til spørsmålet.",
        "help.privacy": "Personvern",
        "help.privacy.text": (
            "Ingenting du skriver, lagres eller sendes noe sted. Spørsmål med fødselsnummer blir avvist. "
            "Svar lagres bare når du ber om det."
        ),
    }
)


def t(key: str, **values: object) -> str:
    """The words for a key, with values put in.

    Raises:
        KeyError: There is no such key.
    """
    return NB[key].format(**values) if values else NB[key]


def filter_label(name: str) -> str:
    """The word shown for a filter name."""
    return NB.get(f"filter.{name}", name)


def value_label(value: str) -> str:
    """The word shown for a filter value that is a code."""
    return NB.get(f"value.{value}", value)
