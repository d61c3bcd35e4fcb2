"""Every word of ours in an answer, in bokmål, nynorsk and English. Quotes always stand as they are written.

The words are few and fixed: they say where a quote comes from and what kind of thing it is, never what is true.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, get_args

from assistant.sections import label as bokmaal_label

Language = Literal["nb", "nn", "en"]
LANGUAGES: tuple[Language, ...] = get_args(Language)
_PLACE: Mapping[Language, int] = {"nb": 0, "nn": 1, "en": 2}

# key -> bokmål, nynorsk, English
WORDS: Mapping[str, tuple[str, str, str]] = {
    # How a question was read
    "note.spelling": ("Søkte etter «{used}» i stedet for «{typed}».", "Søkte etter «{used}» i staden for «{typed}».",
                      "Searched for “{used}” instead of “{typed}”."),
    "note.filter": ("Filter: {shown}.", "Filter: {shown}.", "Filter: {shown}."),
    "note.age": ("Alder: {shown} (foretrukket).", "Alder: {shown} (føretrekt).", "Age: {shown} (preferred)."),
    "note.age.under": ("under {n} år", "under {n} år", "under {n}"),
    "note.age.over": ("over {n} år", "over {n} år", "over {n}"),
    "note.age.range": ("{low}–{high} år", "{low}–{high} år", "{low}–{high} years"),
    "note.age.one": ("{low} år", "{low} år", "{low} years"),
    "note.personal": ("Personopplysninger i spørsmålet er tatt bort før søket.",
                      "Personopplysningar i spørsmålet er tekne bort før søket.",
                      "Personal data in the question was taken away before the search."),
    "note.shortened": ("Teksten er lang; de første {n} tegnene er brukt.",
                       "Teksten er lang; dei første {n} teikna er brukte.",
                       "The text is long; its first {n} characters were used."),
    # Lists
    "list.head": ("{n} av {all} {kind} dekker det du spør om{where}. Best passer:",
                  "{n} av {all} {kind} dekkjer det du spør om{where}. Best passar:",
                  "{n} of {all} {kind} cover what you ask for{where}. The best matches:"),
    "list.filtered": ("{n} av {all} {kind} oppfyller filteret{where}. Her er {shown} av dem:",
                      "{n} av {all} {kind} oppfyller filteret{where}. Her er {shown} av dei:",
                      "{n} of {all} {kind} meet the filter{where}. Here are {shown} of them:"),
    "list.more": ("Flere, som dekker det du spør om helt eller delvis:",
                  "Fleire, som dekkjer det du spør om heilt eller delvis:",
                  "More, covering what you ask for wholly or in part:"),
    "list.outcome": ("Hva som kom ut av det:", "Kva som kom ut av det:", "What came of it:"),
    "kind.tiltak": ("tiltak", "tiltak", "projects"),
    "kind.documents": ("dokumenter", "dokument", "documents"),
    "kind.evaluations": ("evalueringer", "evalueringar", "evaluations"),
    "status.slutt": ("{n} sluttrapportert", "{n} sluttrapportert", "{n} final reports"),
    "status.more": ("{n} andre steder", "{n} andre stader", "{n} elsewhere"),
    # Experience
    "experience.head": ("{n} {kind} arbeider med dette eller skriver om det. De tydeligste utsagnene:",
                        "{n} {kind} arbeider med dette eller skriv om det. Dei tydelegaste utsegnene:",
                        "{n} {kind} work with this or write about it. The clearest statements:"),
    "experience.shown": ("Dette skriver tiltakene selv:", "Dette skriv tiltaka sjølve:", "What the projects write:"),
    "experience.whole": ("{name}, om tiltaket som helhet", "{name}, om tiltaket som heilskap",
                         "{name}, on the project as a whole"),
    "experience.none": ("Tiltakene som er vist, skriver ikke noe om dette.",
                        "Tiltaka som er viste, skriv ikkje noko om dette.",
                        "The projects shown write nothing about this."),
    "group.tried": ("Hva som er prøvd ({n})", "Kva som er prøvd ({n})", "What was tried ({n})"),
    "group.results": ("Resultater ({n})", "Resultat ({n})", "Results ({n})"),
    "group.challenges": ("Utfordringer ({n})", "Utfordringar ({n})", "Challenges ({n})"),
    "group.success": ("Det som hjalp ({n})", "Det som hjelpte ({n})", "What helped ({n})"),
    "group.measured": ("Hvordan det er undersøkt ({n})", "Korleis det er undersøkt ({n})", "How it was studied ({n})"),
    "group.cooperation": ("Samarbeid ({n})", "Samarbeid ({n})", "Cooperation ({n})"),
    "group.continued": ("Videreføring ({n})", "Vidareføring ({n})", "Continuation ({n})"),
    "group.count": ("{n} tiltak", "{n} tiltak", "{n} projects"),
    # Facts and profiles
    "fact.head": ("Setningene som kommer nærmest et svar:", "Setningane som kjem nærmast eit svar:",
                  "The sentences that come closest to an answer:"),
    "profile.head": ("{name}", "{name}", "{name}"),
    "profile.facts": ("Rapportert for {year}. {status}", "Rapportert for {year}. {status}",
                      "Reported for {year}. {status}"),
    "profile.published": ("Fra {year}.", "Frå {year}.", "From {year}."),
    "profile.final": ("Sluttrapport.", "Sluttrapport.", "Final report."),
    "profile.status": ("Statusrapport.", "Statusrapport.", "Status report."),
    "profile.evidence": ("Resultatene bygger på: {shown}.", "Resultata byggjer på: {shown}.",
                         "The results rest on: {shown}."),
    "part.target_group": ("Målgruppe", "Målgruppe", "Target group"),
    "part.method": ("Metode og gjennomføring", "Metode og gjennomføring", "Method"),
    "part.develops": ("Det nye", "Det nye", "What is new"),
    "part.cooperation": ("Samarbeid", "Samarbeid", "Cooperation"),
    "part.results": ("Resultat", "Resultat", "Results"),
    "part.challenges": ("Utfordringer", "Utfordringar", "Challenges"),
    "part.success": ("Suksessfaktorer", "Suksessfaktorar", "Success factors"),
    "part.continuation": ("Videreføring", "Vidareføring", "Continuation"),
    "part.evidence": ("Grunnlag for resultatet", "Grunnlag for resultatet", "Evidence"),
    "part.background": ("Bakgrunn", "Bakgrunn", "Background"),
    "cell.none": ("ikke oppgitt", "ikkje oppgitt", "not given"),
    "cell.elsewhere": ("rapporten viser til et annet svar (se: tiltak show {id})",
                       "rapporten viser til eit anna svar (sjå: tiltak show {id})",
                       "the report refers to another answer (see: tiltak show {id})"),
    "cell.unreadable": ("står i rapporten, men kan ikke siteres i hele, leselige setninger (se: tiltak show {id})",
                        "står i rapporten, men kan ikkje siterast i heile, leselege setningar (sjå: tiltak show {id})",
                        "stands in the report but cannot be quoted in whole sentences (see: tiltak show {id})"),
    "compare.head": ("Side om side: {names}", "Side om side: {names}", "Side by side: {names}"),
    # Similar
    "similar.question": ("Tiltak som ligner", "Tiltak som liknar", "Similar projects"),
    "similar.read": ("Teksten handler om: {shown}", "Teksten handlar om: {shown}", "The text is about: {shown}"),
    "similar.unread": ("Ingen kjente målgrupper eller metoder ble funnet i teksten; likheten bygger på ordene.",
                       "Ingen kjende målgrupper eller metodar vart funne i teksten; likskapen byggjer på orda.",
                       "No known target group or method was found in the text; likeness rests on its words."),
    "similar.head": ("De {n} tiltakene som ligner mest:", "Dei {n} tiltaka som liknar mest:",
                     "The {n} most similar projects:"),
    "similar.alike": ("Felles: {shown}.", "Felles: {shown}.", "In common: {shown}."),
    "similar.differs": ("Bare i tiltaket: {shown}.", "Berre i tiltaket: {shown}.", "Only in the project: {shown}."),
    "similar.lacks": ("Bare i din tekst: {shown}.", "Berre i teksten din: {shown}.", "Only in your text: {shown}."),
    "similar.warns": ("Advarer om:", "Åtvarar om:", "Warns of:"),
    "similar.ask": ("Kontorer å spørre: {shown}.", "Kontor å spørje: {shown}.", "Offices to ask: {shown}."),
    "facet.target_group": ("målgruppe", "målgruppe", "target group"),
    "facet.method": ("metode", "metode", "method"),
    "facet.life_area": ("livsområde", "livsområde", "area of life"),
    "facet.partner": ("samarbeidspartner", "samarbeidspartnar", "partner"),
    "facet.theme": ("tema", "tema", "theme"),
    "facet.age": ("alder", "alder", "age"),
    # Not found, partly
    "none.head": ("Fant ikke noe om dette i erfaringene.", "Fann ikkje noko om dette i erfaringane.",
                  "Found nothing about this in the experience reports."),
    "none.filter": ("Fant ikke noe: ingen dokumenter oppfyller filteret ({shown}).",
                    "Fann ikkje noko: ingen dokument oppfyller filteret ({shown}).",
                    "Found nothing: no document meets the filter ({shown})."),
    "none.filtered": ("Fant ikke noe om dette blant de {n} som oppfyller filteret ({shown}).",
                      "Fann ikkje noko om dette blant dei {n} som oppfyller filteret ({shown}).",
                      "Found nothing about this among the {n} that meet the filter ({shown})."),
    "none.entitlement": (
        "Fant ikke noe: erfaringene sier ikke hva noen har rett til. Spør om tiltak, målgrupper eller resultater.",
        "Fann ikkje noko: erfaringane seier ikkje kva nokon har rett til. Spør om tiltak, målgrupper eller resultat.",
        "Found nothing: experience does not tell what anyone is entitled to. Ask about projects or results."),
    "none.words": ("Ikke dekket: {words}.", "Ikkje dekt: {words}.", "Not covered: {words}."),
    "none.near": ("Nærmest kommer, uten at de trenger å handle om dette:",
                  "Nærmast kjem, utan at dei treng å handle om dette:",
                  "The nearest, though they need not be about this:"),
    "none.relax": ("Uten filteret «{shown}»: {n} som dekker det du spør om.",
                   "Utan filteret «{shown}»: {n} som dekkjer det du spør om.",
                   "Without the filter “{shown}”: {n} that cover what you ask for."),
    "none.end": ("Det er ikke flere som dekker det du spør om.", "Det er ikkje fleire som dekkjer det du spør om.",
                 "There are no more that cover what you ask for."),
    "partly.head": ("Fant noe som dekker en del av spørsmålet:", "Fann noko som dekkjer ein del av spørsmålet:",
                    "Found something that covers a part of the question:"),
    # Around an answer
    "sources": ("Kilder", "Kjelder", "Sources"),
    "line": ("linje", "linje", "line"),
    "page": ("side {page}, rad {row}", "side {page}, rad {row}", "page {page}, row {row}"),
    "built": ("Indeks bygd {built}: {documents} dokumenter.", "Indeks bygd {built}: {documents} dokument.",
              "Index built {built}: {documents} documents."),
    "made": ("Laget {date}.", "Laga {date}.", "Made {date}."),
}  # fmt: skip

_SECTIONS: Mapping[str, tuple[str, str]] = {
    "start_date": ("Oppstart", "Start"), "report_type": ("Rapporttype", "Kind of report"),
    "target_group": ("Målgruppe", "Target group"), "description": ("Tiltaket", "The project"),
    "develops": ("Kva tiltaket utviklar", "What it develops"),
    "law_sections": ("Paragrafar i sosialtenestelova", "Sections of the Social Services Act"),
    "interest": ("Interesse hos andre", "Interest from others"),
    "tried_elsewhere": ("Prøvd ut andre stader", "Tried elsewhere"), "cooperation": ("Samarbeid", "Cooperation"),
    "achieved": ("Oppnådd", "Achieved"),
    "evaluated_how": ("Korleis måloppnåinga er undersøkt", "How it was evaluated"),
    "challenges": ("Utfordringar", "Challenges"), "success_factors": ("Suksessfaktorar", "Success factors"),
    "continued_yes": ("Vidareført gjennom", "Continued through"),
    "continued_no": ("Ikkje vidareført, fordi", "Not continued, because"),
    "publication": ("Publikasjon", "Publication"),
    "background": ("Bakgrunn", "Background"), "abstract": ("Samandrag", "Abstract"),
    "method": ("Metode og datagrunnlag", "Method and data"), "user_contact": ("I møte med brukar", "Meeting users"),
    "administration": ("Administrasjon og dokumentasjon", "Administration"), "results": ("Resultat", "Results"),
    "lessons": ("Viktige erfaringar", "Lessons"), "other": ("Anna", "Other"),
    "funding": ("Oppdrag og finansiering", "Commission and funding"), "text": ("Tekst", "Text"),
}  # fmt: skip


def say(language: Language, message: str, **values: object) -> str:
    """Our words for a key, with values put in.

    Raises:
        KeyError: There is no such key.
    """
    words = WORDS[message][_PLACE[language]]
    return words.format(**values) if values else words


def section(language: Language, key: str) -> str:
    """The name of a section."""
    if language == "nb" or key not in _SECTIONS:
        return bokmaal_label(key)
    return _SECTIONS[key][_PLACE[language] - 1]
