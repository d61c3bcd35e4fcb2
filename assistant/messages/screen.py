"""What the main screen says of the conversation: chips, choices, facets, suggestions."""

from __future__ import annotations

from collections.abc import Mapping

# key -> bokmål, nynorsk, English
WORDS: Mapping[str, tuple[str, str, str]] = {
    "screen.chosen": ("Du valgte", "Du valde", "You chose"),
    "screen.not_shown": ("(vises ikke her)", "(ikkje vist her)", "(not shown here)"),
    "screen.next": ("Gå videre: ", "Gå vidare: ", "Go on: "),
    "screen.open": ("Fortell om det", "Fortel om det", "Tell about it"),
    "screen.unfold": ("Åpne sitatene", "Opne sitata", "Open the quotes"),
    "screen.demand": ("Gjør til vilkår", "Gjer til vilkår", "Make it a condition"),
    "screen.unwish": ("Ta bort ønsket", "Ta bort ønsket", "Remove the wish"),
    "screen.wishes": ("Helst: ", "Helst: ", "Preferably: "),
    "screen.narrow": ("bare {name}: {shown}", "berre {name}: {shown}", "only {name}: {shown}"),
    "screen.drop": ("uten vilkåret {name}: {shown}", "utan vilkåret {name}: {shown}",
                    "without the condition {name}: {shown}"),
    "screen.facets": ("Avgrens svaret", "Avgrens svaret", "Narrow the answer"),
    "screen.rest": ("… {n} til: skriv for å søke", "… {n} til: skriv for å søkje", "… {n} more: type to search"),
    "screen.reloaded": (
        "Den nye indeksen er i bruk: {documents} dokumenter. Samtalen fortsetter; svarene over står.",
        "Den nye indeksen er i bruk: {documents} dokument. Samtalen held fram; svara over står.",
        "The new index is in use: {documents} documents. The conversation goes on; the answers above stay."),
    "screen.choose": ("Velg med pilene og Enter, eller skriv svaret.", "Vel med pilene og Enter, eller skriv svaret.",
                      "Choose with the arrows and Enter, or type your answer."),
    "screen.own_words": ("Bare dine egne ord", "Berre dine eigne ord", "Only your own words"),
    "action.expand": ("Ordlisten av eller på", "Ordlista av eller på", "Vocabulary on or off"),
    "about.expand": ("søk bare etter dine egne ord, eller med ordlisten igjen",
                     "søk berre etter dine eigne ord, eller med ordlista igjen",
                     "search for your own words alone, or with the vocabulary again"),
    "action.undo": ("Angre", "Angre", "Undo"),
    "about.undo": ("gå tilbake til svaret før", "gå tilbake til svaret før", "go back to the answer before"),
}  # fmt: skip
