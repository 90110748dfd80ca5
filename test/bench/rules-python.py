"""Where the literals of all rules stand: one regular expression of Python a literal. rules-python.py RULES"""
import json
import re
import sys

from report import report

with open(sys.argv[1], encoding="utf-8") as file:
    given = json.load(file)


def pattern(literal):
    """The parts of a literal with an ellipsis stand at most 40 characters apart in one sub-clause."""
    return re.compile("[^,;。!?:\\n]{0,40}?".join(re.escape(part) for part in literal.split("…")))


patterns = [pattern(literal) for literal in given["literals"]]
texts = given["texts"]


def find():
    return {"hits": sum(1 for text in texts for each in patterns for _ in each.finditer(text))}


report(find)
