"""The schedule of a profile: days that follow from others, and the terms that an organisation has laid down for it.

Pure functions of a profile and a calendar. Which days are working days is the business of `calendars`; how a day and
its reason read, that of `agenda`.
"""
