"""Rules about days and terms: group D."""

from __future__ import annotations

from vacaturegen.checks.dates.days import DAY_RULES
from vacaturegen.checks.dates.stale import STALE_RULES
from vacaturegen.checks.dates.standstill import STANDSTILL_RULES
from vacaturegen.checks.dates.typed_days import TYPED_DAY_RULES
from vacaturegen.checks.rule import Rule

DATE_GROUP: tuple[Rule, ...] = (
    *DAY_RULES,
    *STALE_RULES,
    *STANDSTILL_RULES,
    *TYPED_DAY_RULES,
)
