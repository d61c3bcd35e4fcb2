"""Names of sections in nynorsk and English; bokmål is theirs from the start (`assistant.sections`)."""

from __future__ import annotations

from collections.abc import Mapping

# key -> nynorsk, English
SECTIONS: Mapping[str, tuple[str, str]] = {
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
