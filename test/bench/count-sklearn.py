"""Tokenise and count: scikit-learn's CountVectorizer over jieba's words. count-sklearn.py FOLDER EVERY"""
import sys

import jieba
from sklearn.feature_extraction.text import CountVectorizer

from report import report, texts_of

texts = texts_of(sys.argv[1], int(sys.argv[2]))
jieba.setLogLevel(60)
jieba.initialize()


def count():
    vectorizer = CountVectorizer(tokenizer=jieba.lcut, token_pattern=None, lowercase=False)
    counts = vectorizer.fit_transform(texts)
    return {"tokens": int(counts.sum()), "types": counts.shape[1]}


report(count)
