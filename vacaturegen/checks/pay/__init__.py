"""Rules about pay: group P."""

from __future__ import annotations

from vacaturegen.checks.pay.amounts import PAY_AMOUNT_RULES
from vacaturegen.checks.pay.old_law import OLD_LAW_RULES
from vacaturegen.checks.pay.terms import PAY_RULES
from vacaturegen.checks.pay.trial import TRIAL_RULES
from vacaturegen.checks.rule import Rule

PAY_GROUP: tuple[Rule, ...] = (
    *PAY_RULES,
    *OLD_LAW_RULES,
    *PAY_AMOUNT_RULES,
    *TRIAL_RULES,
)
