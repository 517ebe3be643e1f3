"""Whether a note is in English, the one language the reader knows.

The small words of a language are its commonest and give it away within a line. A note is taken for foreign only when they
speak clearly against English: a foreign line read as English may get a wrong facet, which the person sees and removes; an
English line refused would get none.
"""

import unicodedata
from collections.abc import Sequence

from unrut.core.reflect.lexicon import words_of

_LEAST_WORDS = 3
_LEAST_SMALL_WORDS = 2
_MOST_FOREIGN_LETTERS = 0.5

# Words that only look foreign at work (plus, per, con) are left out of the other lists.
_ENGLISH = frozenset(
    "the a an and or but of to in on at for with from by about as is are was were be been am do does did have has had "
    "not no nothing so too very i me my we us our you your he she they them their it its this that these those there "
    "what which who when where how why all any some more most much many just only again than then if because would "
    "could should can will got get week work job boss team pay good great bad".split()
)
_OTHERS = {
    "German": "der die das und ist nicht ich ein eine einen einem den dem mit für auf von zu im am es wir sie wie auch "
    "aber oder war wieder keine kein mehr nur noch schon sehr über nach bei als dass hat habe mein meine mir mich uns "
    "zum zur viel immer heute woche arbeit chef",
    "French": "le la les et est une des du je nous vous il elle ils ne pas que qui dans sur avec pour au aux ce cette "
    "mon ma mes était être très mais encore tout rien semaine travail chef beaucoup trop sans",
    "Spanish": "el los las y es una unos del yo nosotros mi mis que por para muy más pero está estoy fue todo "
    "nada semana trabajo jefe mucho otra otro vez esta este se me al como siempre",
    "Italian": "il lo gli della delle dei è una uno che di non sono ho abbiamo mio mia molto più ma anche questa "
    "questo settimana lavoro capo troppo sempre nel nella tutto niente",
    "Portuguese": "os um uma não que com para por da dos das em no na eu nós meu minha muito mais mas foi está esta "
    "este semana trabalho chefe tudo nada sempre outra vez",
    "Dutch": "de het een en niet ik wij van op voor met naar te maar ook weer geen mijn ons onze zijn heb hebben heeft "
    "deze dit dat veel meer altijd week werk baas nog wat was",
    "Swedish": "och att det som på är inte jag vi en ett med för av till har hade men också mycket igen min mitt mina "
    "alltid veckan jobbet chef",
    "Danish": "og at det som på er ikke jeg vi en et med for af til har havde men også meget igen min mit mine altid "
    "ugen arbejde chef",
    "Polish": "i w na z nie się jest to że do jak ale znowu mój moja bardzo dużo praca tydzień szef nic wszystko po dla "
    "był była",
    "Turkish": "ve bir bu çok ama için ile de da değil ben biz hafta iş patron yine her şey daha",
    "Finnish": "ja on ei en se että mutta myös työ viikko pomo taas paljon liian minä me oli hyvä",
    "Czech": "a je se na v že ale to jsem jsme není velmi zase práce týden šéf moje můj nic všechno pro",
}
_SMALL_WORDS = [frozenset(words.split()) for words in _OTHERS.values()]


def seems_foreign(text: str) -> bool:
    """Whether a text is clearly not in English; false where it is too short to tell."""
    if _foreign_letters(text) > _MOST_FOREIGN_LETTERS:
        return True
    words = [word.plain for word in words_of(text)]
    if len(words) < _LEAST_WORDS:
        return False
    return any(_speak_for(words, small) for small in _SMALL_WORDS)


def _speak_for(words: Sequence[str], small: frozenset[str]) -> bool:
    """Whether the small words of a language outnumber those of English; what both have speaks for neither."""
    theirs = sum(word in small and word not in _ENGLISH for word in words)
    english = sum(word in _ENGLISH and word not in small for word in words)
    return theirs >= _LEAST_SMALL_WORDS and theirs > english


def _foreign_letters(text: str) -> float:
    """The share of letters that English is not written in."""
    letters = [letter for letter in text if letter.isalpha()]
    foreign = sum(
        not letter.isascii() and not unicodedata.name(letter, "").startswith("LATIN") for letter in letters
    )
    return foreign / len(letters) if letters else 0.0
