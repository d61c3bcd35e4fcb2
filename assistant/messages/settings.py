"""What the settings are called, in the app and on the command line."""

from __future__ import annotations

from collections.abc import Mapping

# key -> bokmål, nynorsk, English
WORDS: Mapping[str, tuple[str, str, str]] = {
    "theme.auto": ("automatisk", "automatisk", "automatic"),
    "theme.dark": ("mørkt", "mørk", "dark"),
    "theme.light": ("lyst", "lys", "light"),
    "theme.contrast": ("høy kontrast", "høg kontrast", "high contrast"),
    "theme.mono": ("uten farger", "utan fargar", "no colours"),
    "settings.change": ("Endre", "Endre", "Change"),
    "settings.saved": (
        "Endringer lagres med en gang i {path}",
        "Endringar blir lagra med ein gong i {path}",
        "Changes are saved at once in {path}",
    ),
    "settings.none": ("finnes ikke ennå", "finst ikkje enno", "not there yet"),
    "settings.on": ("på", "på", "on"),
    "settings.off": ("av", "av", "off"),
    "settings.usual": ("den vanlige mappen", "den vanlege mappa", "the usual folder"),
    "settings.standard": ("standard", "standard", "default"),
    "settings.file": ("fra filen", "frå fila", "from the file"),
    "settings.set": ("{key} er nå {value} ({path})", "{key} er no {value} ({path})", "{key} is now {value} ({path})"),
    "setting.theme": ("Utseende", "Utsjånad", "Look"),
    "setting.language": ("Språk", "Språk", "Language"),
    "setting.hits": ("Treff i hvert svar", "Treff i kvart svar", "Hits in each answer"),
    "setting.history": ("Lagre samtaler", "Lagre samtalar", "Keep conversations"),
    "setting.index": ("Indeksmappe", "Indeksmappe", "Index folder"),
    "explain.theme": (
        "Automatisk er mørkt, om ikke terminalen sier at den er lys.",
        "Automatisk er mørk, om ikkje terminalen seier at han er lys.",
        "Automatic is dark, unless the terminal says that it is light.",
    ),
    "explain.no_color": (
        "NO_COLOR er satt: fargene er av uansett hva du velger her.",
        "NO_COLOR er sett: fargane er av same kva du vel her.",
        "NO_COLOR is set: colours are off whatever you choose here.",
    ),
    "explain.language": (
        "Gjelder våre egne ord. Sitatene står som de er skrevet.",
        "Gjeld våre eigne ord. Sitata står som dei er skrivne.",
        "Applies to our own words. Quotes stand as they are written.",
    ),
    "explain.hits": (
        "Hvor mange tiltak et svar viser om gangen.",
        "Kor mange tiltak eit svar viser om gongen.",
        "How many projects an answer shows at a time.",
    ),
    "explain.history": (
        "På: spørsmålene du stiller, lagres på denne maskinen. Av: ingenting lagres.",
        "På: spørsmåla du stiller, blir lagra på denne maskina. Av: ingenting blir lagra.",
        "On: the questions you ask are kept on this machine. Off: nothing is kept.",
    ),
    "explain.index": (
        "Enter endrer; ingenting betyr den vanlige mappen. Gjelder fra neste start.",
        "Enter endrar; ingenting tyder den vanlege mappa. Gjeld frå neste start.",
        "Enter changes it; nothing means the usual folder. Applies from the next start.",
    ),
    "explain.index_env": (
        "TILTAK_INDEX er satt og går foran mappen her.",
        "TILTAK_INDEX er sett og går føre mappa her.",
        "TILTAK_INDEX is set and goes before the folder here.",
    ),
}
