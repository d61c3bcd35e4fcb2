"""Turns of phrase in questions that are conditions, or that ask for what no experience tells."""

from __future__ import annotations

import re

_ON = r"(?:v[ie]i?d[ae]r[ea]-?før(?:t\w*|es|ast)|ført (?:videre|vidare)|før(?:es|ast) (?:videre|vidare))"
_NOT = r"(?:ikk?j?e|aldri)"
STATUS = (
    ("report_type", "slutt", re.compile(r"\bslutt?-?rapport(?:er\w*)?\b|\bavslutt(?:et|a|ede|ete|te)\b", re.I)),
    ("report_type", "status", re.compile(r"\bstatus-?rapport(?:er\w*)?\b", re.I)),
    ("continuation", "videreforing-nei",
     re.compile(rf"\b{_NOT} (?:\w+ ){{0,2}}{_ON}|\b{_ON} {_NOT}\b|\b(?:not continued|discontinued)\b", re.I)),
    ("continuation", "videreforing-ja", re.compile(rf"\b{_ON}\b|(?<!not )\bcontinued\b", re.I)),
)  # fmt: skip
# «evaluering» alone is a topic; «hva sier evalueringene» asks for documents of that kind.
EVALUATIONS = re.compile(
    r"\b(?:hva|kva) (?:sier|seier|viser|syner|fant|fann) (?:evaluering|forsk(?:ning|ing))\w*"
    r"|\bif(?:ølge|ølgje) (?:evaluering|forsk(?:ning|ing))\w*"
    r"|\bwhat (?:do|does|did) (?:the )?(?:evaluations?|research)(?: say| show| find)?\b",
    re.I,
)
ENTITLEMENT = re.compile(
    r"\b(?:hvor (?:mye|lenge|mange uker)|kor (?:mykje|lenge)|sats(?:en|er|ene|ar|ane)?|(?:krav|rett) på|rett til"
    r"|(?:søker|søkjer|får) (?:jeg|eg|man)|(?:kan|har) (?:jeg|eg)|på konto"
    r"|grunnbeløp\w*|how much|entitled)\b",
    re.I,
)
# «folk på AAP» are people that something is done for: the benefit is no more than where they are.
RECEIVING = re.compile(
    r"\b(?:folk|personer|personar|mennesker|menneske|brukere?|brukarar?|deltakere?|deltakarar?|noen|nokon|de|dei|dem|alle"
    r"|unge|ungdom\w*|voksne|vaksne|kvinner|menn|mottakere?|mottakarar?|people|those|someone|users|participants"
    r"|(?:er|går|lever|står|gått|vært|vore|som|who|are|is|been)) (?:\w+ )?(?:på|av|on)\b"
    r"|\w*-?(?:mottaker|mottakar|recipient|claimant)\w*|\b(?:mottar|mottek|som får|receiv(?:e|es|ing))\b",
    re.I,
)
# «vis 5 tiltak om …»: how many is no matter.
COUNT = re.compile(
    r"^(?:(?:vis|finn|gi|nevn|list|show|find|give) (?:(?:meg|oss|me|us) )?)?(\d{1,2}) "
    r"(?=tiltak|prosjekt|eksemp|project|exampl)",
    re.I,
)
# «i 2022», «2022-tiltak»
YEAR = re.compile(
    r"\b(?:(?:i|fra|frå|for|år(?:et)?|in) |(?=\d{4}[- ](?:tiltak|prosjekt|rapport|project|report)))(20[0-3]\d)\b", re.I
)
