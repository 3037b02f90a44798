"""The answer for programs: one object, whose keys stay what they are while `version` does."""

import json
from typing import Any

from yinfa.sources.spans import places_in
from yinfa.where.answer import Answer
from yinfa.where.hits import Hit, Source

VERSION = 1


def as_json(answer: Answer) -> str:
    """Return the answer as JSON: what was asked, every place by paper, what is near where there is none."""
    said = {
        "version": VERSION,
        "asked": answer.what,
        "place": answer.place.shown if answer.place else None,
        "number": answer.number,
        "papers": [
            {
                "title": each.title,
                "kind": each.kind,
                "places": [_hit(hit, page, answer) for hit, page in each.hits],
            }
            for each in answer.found
        ],
        "near": list(answer.near),
    }
    return json.dumps(said, ensure_ascii=False, indent=2)


def _hit(hit: Hit, page: int, answer: Answer) -> dict[str, Any]:
    return {
        "page": page or None,
        "place": hit.spot.place,
        "column": hit.piece.column or None,
        "text": hit.piece.text,
        "start": hit.start,
        "end": hit.end,
        "sources": [_source(each, answer) for each in hit.sources],
    }


def _source(source: Source, answer: Answer) -> dict[str, Any]:
    fact = answer.known.fact(source.origin, source.text) if source.origin else None
    return {
        "text": source.text,
        "cells": list(places_in(source.origin)),
        "fact": fact.label if fact else None,
        "derived": bool(fact and fact.derived),
    }
