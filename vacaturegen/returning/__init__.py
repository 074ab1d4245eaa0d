"""From a Word file that somebody worked in back to the profile: which values say what they made of the text.

A value that is proposed was tried: with it in its place the document says what the Word file says there, and nowhere
anything that the Word file does not. What no value can say is told as what is left, with where its text came from.
"""
