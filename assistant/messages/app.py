"""What the terminal app says."""

from __future__ import annotations

from collections.abc import Mapping

# key -> bokmål, nynorsk, English
WORDS: Mapping[str, tuple[str, str, str]] = {
    "app.title": ("Tiltak", "Tiltak", "Tiltak"),
    "app.small": (
        "Vinduet er for lite.\nGjør det minst 60 tegn bredt og 16 linjer høyt.\nCtrl+Q avslutter.",
        "Vindauget er for lite.\nGjer det minst 60 teikn breitt og 16 linjer høgt.\nCtrl+Q avsluttar.",
        "The window is too small.\nMake it at least 60 characters wide and 16 lines high.\nCtrl+Q quits.",
    ),
    # Prompt
    "prompt.title": ("Spørsmål", "Spørsmål", "Question"),
    "prompt.placeholder": (
        "Skriv et spørsmål, og trykk Enter",
        "Skriv eit spørsmål, og trykk Enter",
        "Write a question and press Enter; Norwegian words find the most",
    ),
    "prompt.full": (
        "Feltet rommer {n} tegn; resten er ikke tatt med.",
        "Feltet rommar {n} teikn; resten er ikkje teken med.",
        "The field holds {n} characters; the rest was left out.",
    ),
    "prompt.opening": ("åpner indeksen …", "opnar indeksen …", "opening the index …"),
    "prompt.index": (
        "{documents} dokumenter · indeks {date}",
        "{documents} dokument · indeks {date}",
        "{documents} documents · index {date}",
    ),
    "prompt.building": ("bygger indeksen", "byggjer indeksen", "building the index"),
    "prompt.no_index": ("ingen indeks", "ingen indeks", "no index"),
    "tips.more": ("PgDn mer ↓", "PgDn meir ↓", "PgDn more ↓"),
    # Conversation
    "welcome.title": (
        "Hva har andre NAV-kontor erfart?",
        "Kva har andre NAV-kontor erfart?",
        "What have other NAV offices learnt?",
    ),
    "welcome.text": (
        (
            "Spør med egne ord om tiltak i NAV-kontorene. Svaret er satt sammen av ordrette sitater fra "
            "rapportene, og hvert sitat har et nummer som fører til kilden."
        ),
        (
            "Spør med eigne ord om tiltak i NAV-kontora. Svaret er sett saman av ordrette sitat frå rapportane, "
            "og kvart sitat har eit nummer som fører til kjelda."
        ),
        (
            "Ask about projects (tiltak) at NAV offices in your own words. The answer is put together from exact "
            "quotes from the reports, and each quote has a number that leads to its source."
        ),
    ),
    "welcome.text.summaries": (
        (
            "Spør med egne ord om tiltak i NAV-kontorene. Denne indeksen er bygd uten rapportene: det som siteres, er "
            "våre sammendrag av dem. Hvert sitat har et nummer som fører til sammendraget."
        ),
        (
            "Spør med eigne ord om tiltak i NAV-kontora. Denne indeksen er bygd utan rapportane: det som blir sitert, "
            "er våre samandrag av dei. Kvart sitat har eit nummer som fører til samandraget."
        ),
        (
            "Ask about projects (tiltak) at NAV offices in your own words. This index is built without the reports: "
            "what is quoted are our summaries of them. Each quote has a number that leads to its summary."
        ),
    ),
    "welcome.text.mixed": (
        (
            "Spør med egne ord om tiltak i NAV-kontorene. Svaret er satt sammen av ordrette sitater fra rapportene, "
            "og fra våre sammendrag der rapporten mangler. Hvert sitat har et nummer som fører til kilden."
        ),
        (
            "Spør med eigne ord om tiltak i NAV-kontora. Svaret er sett saman av ordrette sitat frå rapportane, og "
            "frå våre samandrag der rapporten manglar. Kvart sitat har eit nummer som fører til kjelda."
        ),
        (
            "Ask about projects (tiltak) at NAV offices in your own words. The answer is put together from exact "
            "quotes from the reports, and from our summaries where a report is lacking. Each quote has a number that "
            "leads to its source."
        ),
    ),
    "welcome.privacy": (
        "Ikke skriv navn, fødselsnummer eller annet som peker på en person. Ingenting du skriver, sendes noe sted.",
        (
            "Ikkje skriv namn, fødselsnummer eller anna som peikar på ein person. Ingenting du skriv, blir sendt "
            "nokon stad."
        ),
        (
            "Do not write names, national identity numbers or anything else that points to a person. Nothing you "
            "write is sent anywhere."
        ),
    ),
    "welcome.all": ("Alt annet", "Alt anna", "Everything else"),
    "welcome.examples": (
        "Prøv for eksempel (velg med Tab og Enter, eller klikk):",
        "Prøv til dømes (vel med Tab og Enter, eller klikk):",
        "Try, for instance (choose with Tab and Enter, or click):",
    ),
    "example.1": (
        "Hva er gjort for unge som verken jobber eller går på skole?",
        "Kva er gjort for unge som korkje jobbar eller går på skule?",
        "What has been tried for youth with mental health problems?",
    ),
    "example.2": (
        "Hvordan samarbeider kontorene med arbeidsgivere om språkpraksis?",
        "Korleis samarbeider kontora med arbeidsgivarar om språkpraksis?",
        "How is language training combined with work?",
    ),
    "example.3": (
        "Erfaringer med jobbspesialist for folk med psykiske vansker",
        "Erfaringar med jobbspesialist for folk med psykiske vanskar",
        "Experience with employment specialists for people with mental health problems",
    ),
    "turn.question": ("Du spurte", "Du spurde", "You asked"),
    "turn.searching": ("Leter i dokumentene …", "Leitar i dokumenta …", "Searching the documents …"),
    "turn.waiting": ("Venter på indeksen …", "Ventar på indeksen …", "Waiting for the index …"),
    "turn.building": (
        "Spørsmålet blir stilt når indeksen er bygd.",
        "Spørsmålet blir stilt når indeksen er bygd.",
        "The question will be put when the index is built.",
    ),
    "turn.unbuilt": (
        "Spørsmålet blir stilt når indeksen er bygd. Trykk F6.",
        "Spørsmålet blir stilt når indeksen er bygd. Trykk F6.",
        "The question will be put when the index is built. Press F6.",
    ),
    "turn.kept": (
        "Spørsmålet står i feltet nederst, så du kan rette det.",
        "Spørsmålet står i feltet nedst, så du kan rette det.",
        "The question stands in the field at the bottom, so that you can correct it.",
    ),
    "turn.also": ("Søkte også etter: {words}", "Søkte også etter: {words}", "Also searched for: {words}"),
    "turn.hint": (
        "Prøv andre ord, færre vilkår, eller en av målgruppene under F8.",
        "Prøv andre ord, færre vilkår, eller ei av målgruppene under F8.",
        "Try other words, fewer conditions, or one of the target groups under F8.",
    ),
    # Source
    "turn.long": ("{text} … ({n} tegn)", "{text} … ({n} teikn)", "{text} … ({n} characters)"),
    "source.back": ("Esc tilbake", "Esc tilbake", "Esc back"),
    "source.title": ("Kilde", "Kjelde", "Source"),
    "source.empty": (
        ("Her vises kilden til et sitat.\n\nVelg et sitat med Tab og Enter, med tallet det har, eller med musen."),
        ("Her kjem kjelda til eit sitat.\n\nVel eit sitat med Tab og Enter, med talet det har, eller med musa."),
        (
            "The source of a quote is shown here.\n\nChoose a quote with Tab and Enter, with its number, or with "
            "the mouse."
        ),
    ),
    "source.printed": ("Trykte linjer", "Trykte linjer", "Printed lines"),
    "source.whole": ("hele dokumentet", "heile dokumentet", "the whole document"),
    "source.as_printed": ("slik det er trykt", "slik det er prenta", "as printed"),
    "source.scanned": (
        "Maskinlest fra papir; feil er rettet i teksten over.",
        "Maskinlesne frå papir; feil er retta i teksten over.",
        "Read from paper by machine; errors are corrected in the text above.",
    ),
    "source.recorded": (
        "Linjene i sammendraget (ikke i rapporten)",
        "Linjene i samandraget (ikkje i rapporten)",
        "Lines of the summary (not of the report)",
    ),
    "source.no_printed": (
        "Denne delen har ingen trykte linjer.",
        "Denne delen har ingen trykte linjer.",
        "This part has no printed lines.",
    ),
    "source.uncertain": (
        "Usikre ord etter retting: {words}",
        "Usikre ord etter retting: {words}",
        "Words still uncertain after repair: {words}",
    ),
    "source.gone": (
        "Kilden finnes ikke lenger: {line}",
        "Kjelda finst ikkje lenger: {line}",
        "The source is no longer there: {line}",
    ),
    # Dates
    "date": ("{day}. {month} {year}", "{day}. {month} {year}", "{day} {month} {year}"),
    "date.months": (
        "jan. feb. mars april mai juni juli aug. sept. okt. nov. des.",
        "jan. feb. mars april mai juni juli aug. sept. okt. nov. des.",
        "Jan Feb March April May June July Aug Sept Oct Nov Dec",
    ),
    # Filters
    "filters.title": (
        "Avgrens til – alle {documents} dokumenter",
        "Avgrens til – alle {documents} dokument",
        "Narrow to – all {documents} documents",
    ),
    "filters.label": ("Bare: ", "Berre: ", "Only: "),
    "filter.county": ("Fylke", "Fylke", "County"),
    "filter.office": ("Kontor", "Kontor", "Office"),
    "filter.place": ("Sted", "Stad", "Place"),
    "filter.municipality": ("Kommune", "Kommune", "Municipality"),
    "filter.region": ("Region", "Region", "Region"),
    "filter.kind": ("Type", "Type", "Kind"),
    "filter.year": ("År", "År", "Year"),
    "filter.age": ("Alder", "Alder", "Age"),
    "filter.title": ("Tittel", "Tittel", "Title"),
    "filter.doc_id": ("Dokument", "Dokument", "Document"),
    "filter.language": ("Målform", "Målform", "Language"),
    "filter.target_group": ("Målgruppe", "Målgruppe", "Target group"),
    "filter.method": ("Metode", "Metode", "Method"),
    "filter.life_area": ("Livsområde", "Livsområde", "Area of life"),
    "filter.partner": ("Samarbeidspartner", "Samarbeidspartnar", "Partner"),
    "filter.law_section": ("Lovparagraf", "Lovparagraf", "Section of the Act"),
    "filter.theme": ("Tema", "Tema", "Theme"),
    "filter.evidence": ("Grunnlag for resultatene", "Grunnlag for resultata", "Basis of the results"),
    "filter.report_type": ("Rapporttype", "Rapporttype", "Kind of report"),
    "filter.word": ("Ord", "Ord", "Word"),
    "filter.continuation": ("Videreføring", "Vidareføring", "Continuation"),
    "value.tiltak": ("tiltak", "tiltak", "projects"),
    "value.evaluation": ("evalueringer", "evalueringar", "evaluations"),
    "value.nb": ("bokmål", "bokmål", "Norwegian (Bokmål)"),
    "value.nn": ("nynorsk", "nynorsk", "Norwegian (Nynorsk)"),
    "value.en": ("engelsk", "engelsk", "English"),
    # Index
    "index.building": ("Bygger indeksen", "Byggjer indeksen", "Building the index"),
    "stage.read": ("Leser rapportene", "Les rapportane", "Reading the reports"),
    "stage.repair": ("Retter skanningsfeil", "Rettar skannefeil", "Correcting scanning errors"),
    "stage.words": ("Samler ordene", "Samlar orda", "Collecting the words"),
    "stage.related": (
        "Lærer hvilke ord som hører sammen",
        "Lærer kva ord som høyrer saman",
        "Learning which words go together",
    ),
    "stage.likeness": ("Måler hvor like tekstene er", "Måler kor like tekstane er", "Comparing the texts"),
    "stage.trial": ("Prøver søket på kjente spørsmål", "Prøver søket på kjende spørsmål", "Trying known questions"),
    "index.first": (
        "Første gang bygges indeksen. Det tar et par minutter; skriv gjerne et spørsmål så lenge.",
        "Første gongen blir indeksen bygd. Det tek eit par minutt; skriv gjerne eit spørsmål så lenge.",
        "The first time, the index is built. It takes a few minutes; do write a question meanwhile.",
    ),
    "index.built": (
        "Indeksen er klar: {documents} dokumenter.",
        "Indeksen er klar: {documents} dokument.",
        "The index is ready: {documents} documents.",
    ),
    "index.stale": (
        "Ny indeks er klar. F5 tar den i bruk.",
        "Ny indeks er klar. F5 tek han i bruk.",
        "A new index is ready. F5 takes it into use.",
    ),
    "index.damaged": (
        "Indeksen er skadet ({name}). F6 bygger den på nytt – et par minutter.",
        "Indeksen er skadd ({name}). F6 byggjer han på nytt – eit par minutt.",
        "The index is damaged ({name}). F6 rebuilds it in a few minutes.",
    ),
    "index.sure": (
        "Bygge indeksen på nytt? Det tar et par minutter. Indeksen du har, svarer til den nye er klar.",
        "Byggje indeksen på nytt? Det tek eit par minutt. Indeksen du har, svarar til den nye er klar.",
        "Rebuild the index? It takes a few minutes. The present index answers till the new one is ready.",
    ),
    "index.not_opened": (
        "{line} F6 bygger den på nytt.",
        "{line} F6 byggjer han på nytt.",
        "{line} F6 rebuilds it.",
    ),
    "index.not_built": (
        "Indeksen ble ikke bygd: {line} F6 prøver igjen.",
        "Indeksen vart ikkje bygd: {line} F6 prøver igjen.",
        "The index was not built: {line} F6 tries again.",
    ),
    "notice.error": ("Feil", "Feil", "Error"),
    "notice.warning": ("Merk", "Merk", "Note"),
    "notice.info": ("Melding", "Melding", "Message"),
    # Copying and saving
    "copy.nothing": ("Det er ikke noe svar ennå.", "Det er ikkje noko svar enno.", "There is no answer yet."),
    "copy.no_quote": ("Velg et sitat først.", "Vel eit sitat først.", "Choose a quote first."),
    "save.title": ("Lagre", "Lagre", "Save"),
    "save.saved": ("Lagret i {path}", "Lagra i {path}", "Saved in {path}"),
    "save.exists": (
        "Filen finnes fra før. Skriv et annet navn.",
        "Fila finst frå før. Skriv eit anna namn.",
        "The file is there already. Write another name.",
    ),
    "save.empty": ("Skriv et filnavn.", "Skriv eit filnamn.", "Write a file name."),
    "quit.hint": (
        "Ctrl+Q avslutter. Merk tekst med musen for å kopiere den med Ctrl+C.",
        "Ctrl+Q avsluttar. Merk tekst med musa for å kopiere han med Ctrl+C.",
        "Ctrl+Q quits. Mark text with the mouse to copy it with Ctrl+C.",
    ),
    # Lists
    "chooser.filter": ("Skriv for å søke", "Skriv for å søkje", "Type to search"),
    "chooser.choose": ("Velg", "Vel", "Choose"),
    "facets.keys": ("F8 · Enter avgrenser", "F8 · Enter avgrensar", "F8 · Enter narrows"),
    "chooser.none": ("Ingen passer.", "Ingen passar.", "None matches."),
}
