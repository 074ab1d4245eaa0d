"""Dutch working days: the holidays of the law, days equated with them, the free days of a cao, own closed days.

Which days those are is dated data, in `feestdagen.yaml`; what follows from a day belongs to `planning`.
"""

from vacaturegen.calendars.calendar import Calendar, FreeDay, calendar_of
from vacaturegen.calendars.easter import easter
from vacaturegen.calendars.rules import decree_can_come

__all__ = ["Calendar", "FreeDay", "calendar_of", "decree_can_come", "easter"]
