"""What the main screen says of the conversation: chips, choices, facets, suggestions."""

from __future__ import annotations

from collections.abc import Mapping

# key -> bokmål, nynorsk, English
WORDS: Mapping[str, tuple[str, str, str]] = {
    "screen.chosen": ("Du valgte", "Du valde", "You chose"),
    "screen.not_shown": ("(vises ikke her)", "(ikkje vist her)", "(not shown here)"),
    "screen.next": ("Gå videre: ", "Gå vidare: ", "Go on: "),
    "screen.open": ("Om tiltaket", "Om tiltaket", "About the project"),
    "screen.unfold": ("Vis svaret", "Vis svaret", "Show the answer"),
    "screen.demand": ("Gjør til vilkår", "Gjer til vilkår", "Make it a condition"),
    "screen.unwish": ("Ta bort ønsket", "Ta bort ønsket", "Remove the wish"),
    "screen.wishes": ("Helst: ", "Helst: ", "Preferably: "),
    "screen.narrow": ("bare {shown}", "berre {shown}", "only {shown}"),
    "screen.drop": ("uten vilkåret «{shown}»", "utan vilkåret «{shown}»", "without the condition “{shown}”"),
    "screen.fresh": ("Nytt emne.", "Nytt emne.", "A new subject."),
    "screen.plan": ("Lest som en prosjektplan.", "Lese som ein prosjektplan.", "Read as a project plan."),
    # What a folded answer holds
    "turn.folded": ("▸ {held} – Enter viser", "▸ {held} – Enter viser", "▸ {held} – Enter shows them"),
    "folded.tiltak": ("{n} tiltak", "{n} tiltak", "{n} projects"),
    "folded.tiltak.one": ("{n} tiltak", "{n} tiltak", "{n} project"),
    "folded.documents": ("{n} dokumenter", "{n} dokument", "{n} documents"),
    "folded.documents.one": ("{n} dokument", "{n} dokument", "{n} document"),
    "folded.quotes": ("{n} sitater", "{n} sitat", "{n} quotes"),
    "folded.quotes.one": ("{n} sitat", "{n} sitat", "{n} quote"),
    "folded.none": ("fant ikke noe", "fann ikkje noko", "nothing was found"),
    "folded.words": ("svar uten sitater", "svar utan sitat", "an answer without quotes"),
    "screen.facets": ("Avgrens svaret", "Avgrens svaret", "Narrow the answer"),
    "screen.rest": ("… {n} til: skriv for å søke", "… {n} til: skriv for å søkje", "… {n} more: type to search"),
    "screen.reloaded": (
        "Den nye indeksen er i bruk: {documents} dokumenter. Samtalen fortsetter; svarene over står.",
        "Den nye indeksen er i bruk: {documents} dokument. Samtalen held fram; svara over står.",
        "The new index is in use: {documents} documents. The conversation goes on; the answers above stay."),
    "screen.choose": ("Velg med pilene og Enter, eller skriv svaret.", "Vel med pilene og Enter, eller skriv svaret.",
                      "Choose with the arrows and Enter, or type your answer."),
    "screen.own_words": ("Bare dine egne ord", "Berre dine eigne ord", "Only your own words"),
    "action.choose": ("Velg", "Vel", "Choose"),
    "action.expand": ("Ordlisten av eller på", "Ordlista av eller på", "Vocabulary on or off"),
    "about.expand": ("søk bare etter dine egne ord, eller med ordlisten igjen",
                     "søk berre etter dine eigne ord, eller med ordlista igjen",
                     "search for your own words alone, or with the vocabulary again"),
    "action.undo": ("Angre", "Angre", "Undo"),
    "about.undo": ("gå tilbake til svaret før", "gå tilbake til svaret før", "go back to the answer before"),
}  # fmt: skip
