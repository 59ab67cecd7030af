"""Spans that Presidio's analyzer finds in a JSON list of texts on standard input, its CPU seconds over three passes, and what it ran with.

With spaCy's large English model where that is installed, as Presidio's own default; else its patterns and context words alone.
"""

import json
import sys
import time

import spacy
from presidio_analyzer import AnalyzerEngine, RecognizerRegistry
from presidio_analyzer.nlp_engine import SpacyNlpEngine

MODEL = "en_core_web_lg"


class Blank(SpacyNlpEngine):
    """Words without a model behind them."""

    def __init__(self):
        super().__init__()
        self.nlp = {"en": spacy.blank("en")}


def analyzer():
    if spacy.util.is_package(MODEL):
        return AnalyzerEngine()
    registry = RecognizerRegistry()
    registry.load_predefined_recognizers()
    return AnalyzerEngine(nlp_engine=Blank(), registry=registry, supported_languages=["en"])


texts = json.load(sys.stdin)
seconds = []
engine = analyzer()
for _ in range(3):
    before = time.process_time()
    found = [engine.analyze(text=text, language="en") for text in texts]
    seconds.append(time.process_time() - before)


def units(text, point):
    """UTF-16 units before a code point."""
    return len(text[:point].encode("utf-16-le")) // 2


spans = [
    [{"start": units(text, one.start), "end": units(text, one.end)} for one in results]
    for text, results in zip(texts, found)
]
json.dump({"spans": spans, "seconds": seconds, "model": MODEL if spacy.util.is_package(MODEL) else None}, sys.stdout)
