"""Words that say nothing about what is looked for. Folded, as `fold` leaves them."""

from collections.abc import Iterable
from typing import Final

from search.analysis import finnish
from search.analysis.fold import fold


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Words of grammar: they say nothing anywhere.
FUNCTION_WORDS: Final = {
    "fi": _words(
        """
        ei eika en enka et eta etta han hanen he heidan itse ja jo joka jokin joku kanssa jonka
        jos jossa jota jotain jotka koko kuin kuinka kuka kun kuten me meidan meilla meille
        mihin mika mina minua minulla minulle minun minut missa mista mita miten mitka mua mulla
        mulle mun mutta myos ma naita ne niin niita nyt olen oli olla olet ollut oma omaa omat
        on ovat se sen seka siella siita sina sita taa tai tama tassa tata te vai vaan voi voiko
        voin
        """
    ),
    "sv": _words(
        """
        an ar att av bara da dar de dem den denna det detta dig din ditt du en eller ens er ett
        for fran ha hade han har hela hennes hon hos hur i icke inte jag kan man med men mig min
        mina mitt mot nar nu och om oss pa redan sa ska skall som sig sin sina sitt till under
        vad var vara vart vem vi vid
        """
    ),
    "en": _words(
        """
        a an and are as at be but by for from has have how i if in is it me my not of on or our
        so that the there they this to was we what when where who will with you your
        """
    ),
}
# Words of asking: everybody who asks says them.
ASKING_WORDS: Final = {
    "fi": _words(
        """
        aina apu apua auta autta enaa etsia etsin haluaisin haluan ihan jaksa joskus kaikki
        kanssa kenelle liian lisaksi loydan loytyy mikaan minne mitaan pitaa pitaisi saa saada
        saan tarvitaan tarvitsee tarvitsen tosi tulee vain viela
        """
    ),
    "sv": _words(
        """
        aldrig alla alltid annan behover bli blir blivit efter far fatt finns ga gar hitta
        hittar hjalp ingen inget ingenting kanske mer mycket nagon nagot over soker soka upp ut
        utan varfor vill vilja
        """
    ),
    "en": _words(
        """
        can find get help need want
        """
    ),
}
# Small words that Voikko doesn't know, and all that Swedish has: how, when and how much.
SMALL_WORDS: Final = {
    "fi": _words(
        """
        haluis haluisin hirveesti kauheesti ma meen mun noi ois oisko olis olisi olisko oo ook
        oon oot sa sul sun taa toi vois voisi voisko
        """
    ),
    "sv": _words(
        """
        alldeles alltid annu aven bade bara bland da dessutom direkt egentligen ens fler flera
        flest forst gang ganger ganska genast genom hela helt hemskt hit idag igen innan inne
        innu istallet jamt jatte jattemycket ju just knappt kring langre lite litet mellan mera
        mest nan nastan nat nog nu ofta ratt redan riktigt sa sadan sallan samt sedan sen sist
        sjalv snart standigt strax tiden totalt ute val valdigt varje varken verkligen
        """
    ),
}
# Such a short word is one of whichever language it is a stop word of: "en", "och", "on".
SHORT: Final = 3


def is_function_word(word: str, language: str) -> bool:
    """Tell whether a folded word is one of a language's words of grammar."""
    return word in FUNCTION_WORDS.get(language, ())


def is_small_word(word: str, language: str) -> bool:
    """Tell whether a word of a question says how or when rather than what."""
    small = language == "fi" and finnish.says_little(word)
    return small or fold(word) in SMALL_WORDS.get(language, ())


def is_stop_word(word: str, languages: Iterable[str]) -> bool:
    """Tell whether a folded word of a question says nothing.

    `languages` begin with the reader's own; of the others, short words count only.
    """
    own, *others = languages
    return (
        is_function_word(word, own)
        or word in ASKING_WORDS.get(own, ())
        or (len(word) <= SHORT and any(is_function_word(word, code) for code in others))
    )
