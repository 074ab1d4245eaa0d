"""Rules about equal treatment and privacy: group G."""

from __future__ import annotations

from vacaturegen.checks.people.age import AGE_RULES
from vacaturegen.checks.people.experience import EXPERIENCE_RULES
from vacaturegen.checks.people.gender import GENDER_RULES
from vacaturegen.checks.people.groups import GROUP_RULES
from vacaturegen.checks.people.health import HEALTH_RULES
from vacaturegen.checks.people.privacy import PRIVACY_RULES
from vacaturegen.checks.people.procedure import PROCEDURE_RULES
from vacaturegen.checks.people.treatment import TREATMENT_RULES
from vacaturegen.checks.people.young import YOUNG_RULES
from vacaturegen.checks.rule import Rule

PEOPLE_GROUP: tuple[Rule, ...] = (
    *AGE_RULES,
    *YOUNG_RULES,
    *EXPERIENCE_RULES,
    *GENDER_RULES,
    *GROUP_RULES,
    *PRIVACY_RULES,
    *PROCEDURE_RULES,
    *HEALTH_RULES,
    *TREATMENT_RULES,
)
