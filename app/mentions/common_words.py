"""Names that are ordinary words as well: "I will" is no mention of Will."""

COMMON_WORDS = frozenset(
    """
    amber an angel april art august autumn bank banks baker bass bay bell berry best bill bird bishop black bliss
    booker booth bond bright brook brooks brown buck bush carol carpenter case cash chance charity chase cherry
    christian clay cliff coin cook crystal daisy dale dawn day dean dear destiny do drew duke earl early eve faith
    field fields fisher flower forest fox frank gay gene ginger glen gold good grace grant gray green grey
    guy happy harmony hart hazel he heath heather heaven hill hills holly honey hope house hunter in iris ivy jade
    jack jasmine jay jet joy june junior justice king knight lake lane law lily little long love major man mark
    marks marsh mason max may melody mercy miles mills moon more my no noble north norm olive page park parks pat
    patience pearl penny piper place pleasant poppy porter post potter power powers price prince prudence ray read
    reed rich rob robin rock rose ruby rush rusty sage sandy scout sharp short sky so song south star stern stone
    storm strong sue summer sun sunny sweet swift temple terry to true trusty van victor violet wade wall ward way
    wells west white wild will winter wise wolf wood woods worth you young
    al da das de del den der di do dos du el la le les of the und von zu
    """.split()
)
