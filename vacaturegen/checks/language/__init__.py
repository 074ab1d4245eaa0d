"""Rules about language, and about the words that an organisation chose itself: group L."""

from __future__ import annotations

from vacaturegen.checks.language.links import LINK_RULES
from vacaturegen.checks.language.marks import MARK_RULES
from vacaturegen.checks.language.mistakes import MISTAKE_RULES
from vacaturegen.checks.language.own_words import OWN_LIST_RULES, OWN_WORD_RULES
from vacaturegen.checks.language.readability import READABILITY_RULES
from vacaturegen.checks.language.score import SCORE_RULES
from vacaturegen.checks.language.signs import SIGN_RULES
from vacaturegen.checks.language.spelling import SPELLING_RULES
from vacaturegen.checks.language.style import LANGUAGE_RULES
from vacaturegen.checks.rule import Rule

LANGUAGE_GROUP: tuple[Rule, ...] = (
    *LANGUAGE_RULES,
    *MARK_RULES,
    *MISTAKE_RULES,
    *OWN_WORD_RULES,
    *OWN_LIST_RULES,
    *READABILITY_RULES,
    *SCORE_RULES,
    *SIGN_RULES,
    *SPELLING_RULES,
    *LINK_RULES,
)
