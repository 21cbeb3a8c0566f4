"""Concepts as SKOS in Turtle, the form in which the national vocabularies are published."""

from collections.abc import Iterable
from typing import Final

from django.utils.text import slugify
from django.utils.translation import gettext as _
from rdflib import RDF, SKOS, XSD, Graph, Literal, Namespace, URIRef
from rdflib.plugins.parsers.notation3 import BadSyntax

from search.thesaurus.concept import Concept
from search.thesaurus.exchange.shapes import Contents, Fault, known_languages

OWN: Final = Namespace("urn:familycentre:concept:")
MORE: Final = Namespace("urn:familycentre:property:")  # what SKOS has no words for
FACETS: Final = ("theme", "life_stage")
LONGEST_CODE: Final = 80
YES: Final = Literal("true", datatype=XSD.boolean)


def write_turtle(concepts: Iterable[Concept]) -> str:
    """Return concepts as Turtle: the first term is the preferred one, everyday words are hidden."""
    graph = Graph()
    graph.bind("", OWN)
    graph.bind("more", MORE)
    for concept in concepts:
        node = OWN[concept.code]
        graph.add((node, RDF.type, SKOS.Concept))
        for language, (first, *others) in concept.terms.items():
            graph.add((node, SKOS.prefLabel, Literal(first, language)))
            _add_texts(graph, node, SKOS.altLabel, others, language)
        for language, texts in concept.everyday.items():
            _add_texts(graph, node, SKOS.hiddenLabel, texts, language)
        _add_facts(graph, node, concept)
    return graph.serialize(format="turtle")


def read_turtle(text: str) -> Contents:
    """Read the SKOS concepts of a Turtle file. Relations to concepts elsewhere are left out."""
    contents, graph = Contents(), Graph()
    try:
        graph.parse(data=text, format="turtle")
    except BadSyntax as error:
        before = error._str[: error._i]
        line, column = before.count(b"\n") + 1, len(before) - before.rfind(b"\n")
        contents.faults.append(Fault(line, str(column), error._why))
        return contents
    except (IndexError, ValueError, AssertionError) as error:  # a cut-off end, a bad language tag
        message = _("The file isn't valid Turtle, or its end is missing: %s") % error
        contents.faults.append(Fault(0, "", message))
        return contents
    nodes = [node for node in graph.subjects(RDF.type, SKOS.Concept) if isinstance(node, URIRef)]
    codes = {node: _code(node) for node in sorted(nodes)}
    for node in codes:
        concept = _concept(graph, node, codes, contents)
        if any(concept.terms.values()):
            contents.concepts.append(concept)
            contents.places.append(str(node))
        else:
            contents.left_out[_("concepts without terms in these languages")] += 1
    return contents


def _add_texts(
    graph: Graph, node: URIRef, label: URIRef, texts: Iterable[str], language: str
) -> None:
    for text in texts:
        graph.add((node, label, Literal(text, language)))


def _add_facts(graph: Graph, node: URIRef, concept: Concept) -> None:
    for relation, codes in ((SKOS.broader, concept.broader), (SKOS.related, concept.related)):
        for code in codes:
            graph.add((node, relation, OWN[code]))
    for name in FACETS:
        for code in concept.facets.get(name, ()):
            graph.add((node, MORE[name], Literal(code)))
    if concept.urgent:
        graph.add((node, MORE.urgent, YES))
    if concept.note:
        graph.add((node, SKOS.note, Literal(concept.note)))


def _concept(graph: Graph, node: URIRef, codes: dict[URIRef, str], contents: Contents) -> Concept:
    preferred = _texts(graph, node, SKOS.prefLabel, contents)
    others = _texts(graph, node, SKOS.altLabel, contents)
    terms = {code: preferred.get(code, ()) + others.get(code, ()) for code in preferred | others}
    facets = {name: tuple(sorted(map(str, graph.objects(node, MORE[name])))) for name in FACETS}
    return Concept(
        code=codes[node],
        terms=terms,
        everyday=_texts(graph, node, SKOS.hiddenLabel, contents),
        broader=_others(graph, node, SKOS.broader, codes, contents),
        related=_others(graph, node, SKOS.related, codes, contents),
        facets={name: values for name, values in facets.items() if values},
        urgent=(node, MORE.urgent, YES) in graph,
        note=_note(graph, node),
    )


def _texts(
    graph: Graph, node: URIRef, label: URIRef, contents: Contents
) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    texts = (text for text in graph.objects(node, label) if isinstance(text, Literal))
    for text in sorted(texts):
        language = (text.language or "").partition("-")[0]
        if language in known_languages():
            found[language] = (*found.get(language, ()), " ".join(str(text).split()))
        else:
            contents.left_out[f"@{language}"] += 1
    return found


def _others(
    graph: Graph, node: URIRef, relation: URIRef, codes: dict[URIRef, str], contents: Contents
) -> tuple[str, ...]:
    found = []
    for other in graph.objects(node, relation):
        if isinstance(other, URIRef) and (other in codes or other in OWN):
            found.append(_code(other))
        else:
            contents.left_out[_("relations to concepts of other files")] += 1
    return tuple(sorted(found))


def _note(graph: Graph, node: URIRef) -> str:
    """Return the note; for a concept of another vocabulary, its address there."""
    note = graph.value(node, SKOS.note)
    return str(note) if note else "" if node in OWN else str(node)


def _code(node: URIRef) -> str:
    """Return our code, or one from the end of an address: …/onto/koko/p10027 → koko-p10027."""
    if node in OWN:
        return node.removeprefix(OWN)
    return slugify("-".join(node.replace("#", "/").split("/")[-2:]))[-LONGEST_CODE:]
