"""Names and other words by which people are compared, however they are spelt."""

import unicodedata


def folded(words: str) -> str:
    """Words by which two spellings are one: small letters without accents and spare spaces."""
    if words.isascii():
        return " ".join(words.lower().split())
    # Some signs are capital letters only once they are taken apart, others only come apart as small letters.
    small = unicodedata.normalize("NFKD", words).casefold().replace("ł", "l")
    letters = unicodedata.normalize("NFKD", small)
    return " ".join("".join(letter for letter in letters if not unicodedata.combining(letter)).split())
