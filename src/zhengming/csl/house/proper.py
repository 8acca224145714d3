"""Proper names that medical titles hold: a capital there is no matter of style."""

from __future__ import annotations

_PLACES = """
Africa African Africans America American Americans Arab Argentina Asia Asian Asians Atlantic Australia
Australian Austria Austrian Bangladesh Beijing Belgian Belgium Boston Brazil Brazilian Britain British
California Canada Canadian Caribbean Caucasian Caucasians Chicago Chile China Chinese Colombia Cuba
Czech Danish Denmark Dutch Egypt Egyptian England English Ethiopia Europe European
Europeans Finland Finnish France French German Germany Ghana Greece Greek Guangdong Hispanic Hispanics
Hong Kong Hungarian Hungary Iceland India Indian Indians Indonesia Iran Iranian Iraq Ireland Irish
Israel Israeli Italian Italy Japan Japanese Kenya Korea Korean Koreans London Malaysia Malaysian
Mediterranean Mexican Mexico Morocco Nepal Netherlands Nigeria Nordic Norway Norwegian Oxford Pacific
Pakistan Paris Peru Philippines Poland Portugal Portuguese Romania Russia Russian Saudi
Scandinavia Scandinavian Scotland Scottish Serbia Shanghai Singapore Slovakia Spain Spanish Sudan
Sweden Swedish Swiss Switzerland Taipei Taiwan Taiwanese Tanzania Thai Thailand Tibet Tibetan Tokyo
Tunisia Turkish Uganda Ukraine Ukrainian Vietnam Vietnamese Wales Wuhan Zealand
"""
_PEOPLE = """
Addison Alzheimer Asperger Barr Barrett Barthel Basedow Bayes Bayesian Bechterew Becker Behcet
    Bland Bonferroni Bowen Braak Breslow Brugada Burkitt Castleman Charcot Charlson Chiari Cochrane
Cox Creutzfeldt Crohn Cronbach Cushing Doppler Duchenne Ebola Ebstein Eisenmenger Epstein
Ewing Fabry Fallot Fanconi Fisher Fontan Foley Gaucher Gaussian Geneva Gleason Glasgow Guillain
Hamilton Hashimoto Helsinki Henle Hirschsprung Hodgkin Holter Huntington Jakob Kaplan Kaposi Karnofsky Kawasaki
Klebsiella Klinefelter Langerhans Leigh Lewy Likert Lynch Mallory Marfan Markov Meier Meniere Mendelian Merkel
Monte Carlo Munchausen Newcastle Nobel Ottawa Paget Papanicolaou Parkinson Pearson Poisson Pompe Pott Prader Pugh
Purkinje Raynaud Reye Sjogren Sjögren Spearman Staphylococcus Streptococcus Sydenham Takayasu Tourette Turner
Waldenström Waldenstrom Warburg Wegener Weiss Wernicke Whipple Wilcoxon Willi Williams Wilms Wilson Wolff Zika
Zollinger Escherichia Helicobacter Mycobacterium Plasmodium Pseudomonas Salmonella Candida Aspergillus
"""
_TIMES = """
January February April June July August September October November December Monday Tuesday
Wednesday Thursday Friday Saturday Sunday Christmas Ramadan Easter Ming Qing Bible Christian
Islamic Muslim Muslims Jewish Buddhist God Medicaid Medicare
"""

PROPER = frozenset(
    form
    for name in f"{_PLACES} {_PEOPLE} {_TIMES}".split()
    for form in (name, f"{name}'s", f"{name}’s")
)
