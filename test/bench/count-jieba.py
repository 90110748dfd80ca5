"""Tokenise and count: Python jieba and a Counter. count-jieba.py FOLDER EVERY"""
import sys
from collections import Counter

import jieba

from report import report, texts_of

texts = texts_of(sys.argv[1], int(sys.argv[2]))
jieba.setLogLevel(60)
jieba.initialize()


def count():
    counts = Counter()
    for text in texts:
        counts.update(jieba.cut(text))
    return {"tokens": sum(counts.values()), "types": len(counts)}


report(count)
