"""Norwegian municipalities and counties with æ, ø or å in their names, in lower case.

wordfreq has most of them; the small ones are too rare there to be told from misprints.
"""

from __future__ import annotations

from .register import words

PLACES = words(
    """
    berlevåg bjørnafjorden bodø brønnøy båtsfjord bærum bø bømlo dyrøy dønna flå frøya færder gildeskål
    gjøvik grünerløkka hamarøy herøy holtålen hå hægebostad høyanger høylandet inderøy jølster karlsøy
    karmøy kragerø kvitsøy kvæfjord kvænangen kåfjord lillestrøm lurøy lærdal lødingen lørenskog løten
    meløy meråker mosjøen målselv måsøy nærøy nærøysund nøtterøy osterøy risør råde rælingen rødøy rømskog
    røros røst røyken røyrvik sandøy skjervøy skjåk smøla snåase snåsa stjørdal sømna søndre sørfold
    sørlandet sørreisa tromsø træna trøgstad trøndelag tysvær tønsberg tøyen vadsø vardø vegårshei
    vestvågøy vågan vågsøy vågå våler værøy åfjord ål ålesund åmli åmot årdal ås åsane åseral åsnes øksnes
    ørland ørsta østensjø østfold østlandet østre øvre øyer øygarden øystre
    """
)
