"""Rules about a profile that is whole and agrees with itself: groups S and X."""

from __future__ import annotations

from vacaturegen.checks.coherence.amounts import AMOUNT_RULES
from vacaturegen.checks.coherence.completeness import COMPLETENESS_RULES
from vacaturegen.checks.coherence.consistency import CONSISTENCY_RULES
from vacaturegen.checks.coherence.contradictions import CONTRADICTION_RULES
from vacaturegen.checks.coherence.doubles import DOUBLE_RULES
from vacaturegen.checks.coherence.leftovers import LEFTOVER_RULES
from vacaturegen.checks.coherence.levels import LEVEL_RULES
from vacaturegen.checks.coherence.spacing import SPACING_RULES
from vacaturegen.checks.coherence.structure import STRUCTURE_RULES
from vacaturegen.checks.coherence.whole_sentences import SENTENCE_RULES
from vacaturegen.checks.rule import Rule

COHERENCE_GROUP: tuple[Rule, ...] = (
    *LEFTOVER_RULES,
    *SENTENCE_RULES,
    *SPACING_RULES,
    *DOUBLE_RULES,
    *STRUCTURE_RULES,
    *CONSISTENCY_RULES,
    *AMOUNT_RULES,
    *COMPLETENESS_RULES,
    *CONTRADICTION_RULES,
    *LEVEL_RULES,
)
