"""The sections a document can have: their keys, in reading order, and their Norwegian names."""

from __future__ import annotations

from types import MappingProxyType

LABELS: MappingProxyType[str, str] = MappingProxyType(
    {
        "start_date": "Oppstart",
        "report_type": "Rapporttype",
        "target_group": "Målgruppe",
        "description": "Tiltaket",
        "develops": "Hva tiltaket utvikler",
        "law_sections": "Paragrafer i sosialtjenesteloven",
        "interest": "Interesse hos andre",
        "tried_elsewhere": "Prøves ut andre steder",
        "cooperation": "Samarbeid",
        "achieved": "Oppnådd",
        "evaluated_how": "Hvordan måloppnåelsen er undersøkt",
        "challenges": "Utfordringer",
        "success_factors": "Suksessfaktorer",
        "continued_yes": "Videreføres gjennom",
        "continued_no": "Videreføres ikke, fordi",
        "publication": "Publikasjon",
        "background": "Bakgrunn",
        "abstract": "Sammendrag",
        "method": "Metode og datagrunnlag",
        "user_contact": "I møte med bruker",
        "administration": "Administrasjon og dokumentasjon",
        "results": "Resultater",
        "lessons": "Viktige erfaringer",
        "other": "Annet",
        "funding": "Oppdrag og finansiering",
        "text": "Tekst",
    }
)
KEYS: MappingProxyType[str, str] = MappingProxyType({label: key for key, label in LABELS.items()})


def label(key: str) -> str:
    """The Norwegian name of a section; a key that is not listed here is its own name."""
    return LABELS.get(key, key.replace("_", " ").capitalize())
