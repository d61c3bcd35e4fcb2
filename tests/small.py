"""A small catalogue of invented tiltak, written to a folder: what the tests build their indexes from."""

from __future__ import annotations

from pathlib import Path

VOCABULARY = """
[[concept]]
id = "unge"
facet = "target_group"
label = "unge under 30 år"
synonyms = ["unge voksne"]
forms = ["unge", "ungdommer"]
definition = "Personer opp til 30 år."

[[concept]]
id = "ungdom"
facet = "target_group"
label = "ungdom"
definition = "Unge i tenårene."
broader = "unge"

[[concept]]
id = "flyktninger"
facet = "target_group"
label = "flyktninger"
en = ["refugees"]
definition = "Personer som har fått vern."

[[concept]]
id = "gjeldsradgivning"
facet = "method"
label = "gjeldsrådgivning"
nn = "gjeldsrettleiing"
en = ["debt counselling"]
everyday = ["hjelp til å betale regninger", "folk som ikke klarer regningene sine"]
definition = "Råd til den som har for mye gjeld."

[[concept]]
id = "ips"
facet = "method"
label = "individuell jobbstøtte"
abbreviations = ["IPS"]
definition = "Jobbstøtte sammen med behandling."

[[concept]]
id = "slutt"
facet = "report_type"
label = "sluttrapport"
definition = "Siste rapport."
"""

PLACES = """
[[place]]
id = "nordland"
kind = "county"
name = "Nordland"

[[place]]
id = "viken"
kind = "county"
name = "Viken"
covers = ["akershus"]

[[place]]
id = "akershus"
kind = "county"
name = "Akershus"

[[place]]
id = "romerike"
kind = "region"
name = "Romerike"

[[place]]
id = "fjordvik"
kind = "municipality"
name = "Fjordvik"
county_2022 = "nordland"
county = "nordland"

[[place]]
id = "elvestad"
kind = "municipality"
name = "Elvestad"
county_2022 = "viken"
county = "akershus"
within = ["romerike"]
"""

RECORDS = {
    "T901": (
        'title = "Ung i gang"\noffice = "NAV Fjordvik"\ncounty = "Nordland"\nyear = 2022\n'
        'target_groups = ["unge"]\nage = { min = 18, max = 30 }\nmethods = ["ips"]\nreport_type = "slutt"',
        "## Målgruppe\n\nUnge mellom 18 og 30 år med psykiske vansker som ønsker vanlig jobb.\n\n"
        "## Tiltaket\n\nEn jobbspesialist bruker individuell jobbstøtte (IPS) sammen med poliklinikken. "
        "Hver deltaker får hjelp til å finne arbeidsgiver fra første uke.\n\n"
        "## Oppnådd\n\nTolv av tjue deltakere fikk lønnet arbeid. Oppmøtet ble bedre da samtalene ble lagt til kafé.",
    ),
    "T902": (
        'title = "Orden i økonomien"\noffice = "NAV Elvestad"\ncounty = "Viken"\nyear = 2022\n'
        'methods = ["gjeldsradgivning"]',
        "## Målgruppe\n\nHusstander med betalingsvansker.\n\n"
        "## Tiltaket\n\nTo gjeldsrådgivere holder åpen kveld på biblioteket. De forhandler med kreditorer og setter opp "
        "budsjett.\n\n## Utfordringer\n\nFolk kommer sent, ofte etter at strømmen er stengt.",
    ),
    "T903": (
        'title = "Språk i butikken"\noffice = "NAV Elvestad"\ncounty = "Viken"\nyear = 2022\n'
        'target_groups = ["flyktninger"]',
        "## Målgruppe\n\nNybosatte flyktninger med lite skolegang.\n\n"
        "## Tiltaket\n\nDeltakerne øver norsk sammen med en språkmentor i en dagligvarebutikk tre dager i uka.\n\n"
        "## Suksessfaktorer\n\nMentoren er en vanlig kollega, og butikken får fast kontaktperson i NAV.",
    ),
    "E901": (
        'title = "Evaluering av åpne kvelder"\nyear = 2021',
        "## Sammendrag\n\nForskerne intervjuet atten husstander. Gjeldsrådgivning på biblioteket senket terskelen, men "
        "kommunen manglet tall for virkningen.",
    ),
}


QUESTIONS = """
T901 = ["tjueåringer som har det tungt, og som vil ut i vanlig arbeid"]
T902 = ["familier som ikke får pengene til å strekke til", "noen som snakker med dem man skylder penger"]
"""


def write_catalogue(folder: Path) -> Path:
    """Write the small catalogue into a folder and return it."""
    (folder / "records").mkdir(parents=True)
    (folder / "vocabulary.toml").write_text(VOCABULARY, encoding="utf-8")
    (folder / "places.toml").write_text(PLACES, encoding="utf-8")
    (folder / "questions.toml").write_text(QUESTIONS, encoding="utf-8")
    for doc_id, (head, body) in RECORDS.items():
        kind = "tiltak" if doc_id.startswith("T") else "evaluation"
        text = f'+++\nid = "{doc_id}"\nkind = "{kind}"\n{head}\n\n[source]\ndocument = "oppdiktet.txt"\n+++\n\n{body}\n'
        (folder / "records" / f"{doc_id}.md").write_text(text, encoding="utf-8")
    return folder
