"""Two versions of a document -> one that shows both: what was taken out, what was put in, and what stayed.

Works on tokens, so a change of a template or a shared text is seen as one of a profile is. What comes out are tokens
again, with marks `ins` and `del`, which the writers of web pages and Word files print. Pure: nothing is read here.
"""
