"""What stands around a name: roles, telephone numbers, citations, streets."""

from __future__ import annotations

import re

_ROLE = (
    r"(?:(?:arbeids|prosjekt|avdelings|virksomhets|fag|team|nest|dag|kontor|tiltaks|enhets|seksjons|marke?ds)?"
    r"(?:leder|leiar)"
    r"|[a-zæøå]*koordinator|(?:senior|fag|spesial)?r[åa]dgi(?:ver|var)"
    r"|(?:ass\.? )?(?:fylkes|avdelings|kommunal)?direktør"
    r"|(?:familie|jobb|program)?(?:veileder|vegleder|rettleiar|vegleiar)|jobbspesialist|kontaktperson"
    r"|saksbehandl(?:er|ar)"
    r"|(?:prosjekt)?medarbeid(?:er|ar)|ordfører|ordførar|arbeidsgi(?:ver|var)|gründer|lege|psykolog|forsker)(?:en|ne)?"
    r"|kollega|professor|førsteamanuensis|master ?student(?:en)?"
)
BEFORE = re.compile(rf"(?:\b(?:{_ROLE}|kontakt|ved|hilsen|mvh|hr|fru|sakbeh)\.?:?|\bv[/.])\s{{0,2}}$", re.IGNORECASE)
ROLE = re.compile(_ROLE, re.IGNORECASE)
# Of these signs before a name, the ones that stand before places as well.
WEAK = ("ved", "kontakt", "v.")
ROLE_AFTER = re.compile(rf"\s?,\s{{0,2}}(?:tidligere )?(?:{_ROLE})\b|\s?\((?:{_ROLE})\)", re.IGNORECASE)
PHONE_AFTER = re.compile(
    r"[\s,:(–-]{0,3}(?:tlf|tel|mob\w*|telefon)?[.:]{0,2}\s{0,2}(?:\+47 ?)?[2-9]\d[\d ]{6,9}(?!\s?kr)"
)
# What only a person does or has: an age, a family, a verb directly behind the name.
PERSON_AFTER = re.compile(
    r"\s?\(\d{1,2}(?: år)?\)|,? \d{1,2} år\b"
    r"|\s(?:er|var|har|hadde|kom|fikk|får|ble|blir|bor|bodde|forteller|fortel"
    r"|sier|seier|synes|opplevde|starta"
    r"|startet|begynte|jobber|jobbet|jobba|ønsket|ønsker|trengte|flyttet|sluttet|søkte)\b"
    r"|\sog (?:mannen|kona|barna|familien|moren)\b"
)
_RESEARCH = (
    r"Fafo|AFI|NTNU|SINTEF|NOVA|HiOA|HINN|OsloMet|Høgskol|Høyskol|Universitet|Frischsenteret|NORCE|Proba"
    r"|Telemarksf"
)
# Authors of publications are named, not contacted: «Dunk og Dal (2011)», «Forfatter: Ola Dunk».
CITED_AFTER = re.compile(
    r"(?:,? (?:og|and|&) [A-ZÆØÅ][\w.-]+(?: [A-ZÆØÅ][\w.-]*){0,3})?"
    r"(?:[,\s]{0,2}(?:et al\.?|m\. ?fl\.?))?"
    rf"(?:[,\s]{{0,2}}(?:\(?(?:19|20)\d\d\b|\(red)|[.,] (?:{_RESEARCH}))"
)
CITED_BEFORE = re.compile(
    r"(?:forfatter(?:e|en|ne)?|author|skrevet av|redigert av|redaktør(?:er)?|red\.)\W{0,3}[^.;\n]{0,60}$"
    r"|[\"”»]\s*\((?:[\w&§]+ ){0,3}(?:og )?$",
    re.IGNORECASE,
)
PLACE_AFTER = re.compile(
    r"['’]?s?[\s-](?:vei|veg|gate|gata|plass|torg|skole|skule|videreg|sykehus|sjukehus|hospital|stiftelse|minne|legat"
    r"|fond|hus|senter|prosjektet|modellen|metoden|metodikk|kommune|vgs|kirke|festival|AS\b|barnehage|kurs)",
    re.IGNORECASE,
)
PLACE_ENDING = re.compile(
    r"\w{2,}(?:veien|vegen|vei|gata|gaten|gate|plassen|senteret|skolen|huset|stiftelsen|prosjektet|modellen|metoden"
    r"|metodikken|kommune|tjenesten|sentralen|gruppen|gruppa|teamet|kontoret|avdelingen|utvalget|kurset|programmet)s?",
    re.IGNORECASE,
)
# The first half of a compound («Integrerings- og …») that has run into a name.
LINKING = re.compile(r"\w{3}(?:ings|sjons|skaps|hets|tets)$")
TITLES = frozenset({"sankt", "st", "kong", "kongen", "dronning", "prins", "prinsesse"})

_NO_NAMES = """
nav kommune kommunen bydel bydelen norge noreg norsk universitetet universitet høgskolen høyskolen
prosjekt prosjektet tiltak tiltaket team ung unge ungdom barn kors bymisjon videregående meo januar
februar mars april mai juni juli august september oktober november desember mandag tirsdag onsdag torsdag
fredag oslo bergen stavanger trondheim tromsø bodø drammen kristiansand viken innlandet vestland rogaland
agder nordland troms finnmark telemark vestfold møre romsdal trøndelag østfold vi de det den dette disse
han hun jeg eg og i på for til med som av hva kva hvordan korleis hvilke når hvor kor alle noen kan har
er skal vil ikke men fra frå ved om så da nei ja jobb saksnr sakstittel arbeid arbeids hjelp skole skule
avdeling senter instagram facebook samarbeid
"""
# Capitalised words that are never part of a person's name here.
NO_NAMES = frozenset(_NO_NAMES.split())
