"""The organisation beside a title: where it begins before one, how far it reaches behind one, what of it is kept.

Everything is as written. Not here: the titles themselves; that is `titles.py`.
"""

from collections.abc import Sequence

from newsfacts.lexicons.function_words import cue_words, function_words
from newsfacts.people.pieces import Case, Piece, Scene
from newsfacts.people.roles.cuts import cut, describes, is_letters
from newsfacts.people.words import PeopleWords, TitleWord
from newsfacts.record import Part

__all__ = ["DETERMINERS", "Organisations"]

DETERMINERS = function_words("article", "possessive", "introducing")
_ORDINALS = cue_words("ordinal")
_INSIDE = function_words("inside a name")
_LINKS = function_words("of and for")
_ARTICLES = function_words("article") | {"its"}
_LEFT = "ex-"
_OPENS_CLAUSE = frozenset({"IN", "DT", "TO", "PRP", "PRP$"})
"""Tags of what follows a participle that tells what a body does."""
_LONGEST_ORGANISATION = 16
"""Words; the longest organisation read in translated releases had 13."""


class Organisations:
    """Read organisations in pieces."""

    def __init__(self, words: PeopleWords) -> None:
        """Take the words."""
        self.words = words

    def text(self, scene: Scene, first: int, last: int) -> str | None:
        """Give the text of an organisation; none for a bare nationality."""
        pieces = scene.pieces
        while first < last and (pieces[first].fold in DETERMINERS or describes(self.words, pieces[first].fold)):
            first += 1
        while last > first and (describes(self.words, pieces[last - 1].fold) or pieces[last - 1].fold in _ORDINALS):
            last -= 1  # "Nigeria's first female", "the region's leading"
        for index in range(first, last - 1):
            if pieces[index].fold == "in" and pieces[index + 1].fold == "charge":
                last = index
                break
        if last - first > 2 and pieces[first].fold == "charge":  # "in charge of the Fraud Division"
            first += 2
            while first < last and pieces[first].fold in DETERMINERS:
                first += 1
            if not self.is_headed(scene, first, last):
                return None
        if not self._names_something(scene, first, last):
            return None
        text = scene.text(first, last)
        if text.lower().startswith(_LEFT) and len(text) > len(_LEFT):
            text = text[len(_LEFT) :]  # "ex-Ayr Governor": the office was left, not the body
        if text.rfind("(") > text.rfind(")"):
            text = text[: text.rindex("(")].rstrip()  # its short form stands in brackets behind it
        end = pieces[last - 1].end
        saint = any(piece.fold in ("st", "saint") for piece in pieces[first:last])
        if saint and scene.gap(last)[:2] in ("’s", "'s"):
            text = scene.sentence.slice(pieces[first].start, end + 2)
        return text or None

    def _names_something(self, scene: Scene, first: int, last: int) -> bool:
        """See a name or a word of an organisation; "of the victim", "of the bus", "initial" name none."""
        pieces, things = scene.pieces[first:last], self.words.things
        if not pieces or all(things.get(piece.fold) in ("nationality", "function") for piece in pieces):
            return False
        if len(pieces) == 1 and first == 0 and scene.tag(0).startswith("VB"):
            return False  # "Meet Deputy District Attorney Roe", "Asked Captain Roe"
        if len(pieces) == 1 and not pieces[0].capital and pieces[0].fold in self.words.families:
            return False  # "counsel for the family"
        if scene.case == Case.LOWER:
            return True
        return any(
            piece.capital or "organisation" in (things.get(piece.fold), things.get(piece.fold.removesuffix("s")))
            for piece in pieces
        )

    def _ends_capital_body(self, scene: Scene, index: int) -> bool:
        piece = scene.pieces[index]
        return piece.capital and self.words.things.get(piece.fold) == "organisation"

    def _is_lower_organisation(self, scene: Scene, index: int) -> bool:
        piece = scene.pieces[index]
        return not piece.capital and self.words.things.get(piece.fold) == "organisation"

    def _is_field_of_office(self, scene: Scene, index: int) -> bool:
        """See "Crime" in "Head of Crime Detective Inspector Roe"."""
        pieces = scene.pieces
        field = index > 1 and pieces[index].fold in self.words.fields and pieces[index - 1].fold in ("of", "for")
        return field and self.words.titles.before(pieces, index - 1) is not None

    def _names_person(self, scene: Scene, index: int) -> bool:
        """See the last word of a person's name, by the lexicons or the model."""
        token = scene.token(scene.pieces[index])
        people = [entity for entity in scene.sentence.entities if entity.label == "PERSON"]
        modelled = token is not None and any(e.first <= token.position == e.last - 1 for e in people)
        return modelled or self._is_name(scene.pieces[index].fold)

    def _is_name(self, word: str) -> bool:
        known = word in self.words.surnames or word in self.words.given
        return known and word not in self.words.things and not self.words.is_place(word)

    def is_name_word(self, scene: Scene, index: int) -> bool:
        """See a capitalised word that may stand in an organisation before a title."""
        piece = scene.pieces[index]
        if scene.case == Case.LOWER:
            return self._is_lower_name(scene, index)
        if not piece.capital or self.words.things.get(piece.fold) in ("function", "time"):
            return False
        if self.words.titles.before(scene.pieces, index + 1) is None:
            return True
        if piece.text.isupper() and scene.possessive(index + 1):
            return True  # "the DA’s Office"
        following = scene.pieces[index + 1] if index + 1 < len(scene.pieces) else None
        place = following is not None and following.capital and self.words.things.get(following.fold) == "place"
        return place and scene.tight(index + 1)  # "Cook County", "Baker Street"

    def _is_lower_name(self, scene: Scene, index: int) -> bool:
        """See a noun that may stand in an organisation before a title in a text without capitals: "nhrc chairman"."""
        piece, words = scene.pieces[index], self.words
        if words.things.get(piece.fold) in ("function", "time", "thing") or piece.fold in words.praise:
            return False
        if piece.fold in words.kin or piece.fold in words.aged or piece.fold in DETERMINERS:
            return False
        return scene.tag(index)[:2] in ("NN", "FW") and words.titles.before(scene.pieces, index + 1) is None

    def begin(self, scene: Scene, start: int) -> int:
        """Find where the organisation that ends before a title begins."""
        pieces = scene.pieces
        if start > 0 and scene.possessive(start) and not pieces[start - 1].capital:
            return self._begin_of_owner(scene, start - 1)
        if self._spelled_before(scene, start):
            return self._begin_of_name(scene, start - 2, start - 2)
        begin = nouns = start
        while nouns > 1 and scene.tight(nouns) and self._is_lower_organisation(scene, nouns - 1):
            nouns -= 1
        if nouns < begin and scene.linked(nouns) and self.is_name_word(scene, nouns - 1):
            begin = nouns  # "Fire service spokesman", "Moji customs chief"
        elif begin - nouns > 1 and scene.case != Case.LOWER:
            return nouns  # "police headquarters inspector"
        begin = self._begin_of_name(scene, begin, start)
        if begin > 0 and scene.tight(begin) and self.words.titles.before(pieces, begin):
            things = self.words.things
            letters = scene.case == Case.NORMAL and start - begin == 1 and is_letters(self.words, pieces[begin].text)
            known = letters or any(p.fold in things or self.words.is_place(p.fold) for p in pieces[begin:start])
            if not known:
                return start  # "Reporter A B Correspondent C D": A B is a name
        return begin

    def _spelled_before(self, scene: Scene, start: int) -> bool:
        """See "Ayr Student League (ASL) leader"; not "Relations Officer (PRO) Supt", where a title is spelled."""
        pieces = scene.pieces
        if (
            start < 2
            or scene.gap(start) != ") "
            or scene.gap(start - 1) != " ("
            or not pieces[start - 1].text.isupper()
        ):
            return False
        return pieces[start - 2].capital and self.words.titles.before(pieces, start - 1) is None

    def _begin_of_owner(self, scene: Scene, begin: int) -> int:
        """Go back over the words of who owns a title: "the city council’s chairman"."""
        while begin > 0 and scene.linked(begin) and self._inside_before(scene, begin - 1):
            begin -= 1
        return begin

    def _begin_of_name(self, scene: Scene, begin: int, start: int) -> int:
        """Go back over capitals, and over what links them: "Ministry of Justice and Law"."""
        while begin > 0 and self.joins(scene, begin) and not self._is_field_of_office(scene, begin - 1):
            if self.is_name_word(scene, begin - 1):
                begin -= 1
            elif 1 < begin < start and self._links(scene, begin - 1):
                begin -= 2
            else:
                break
        return begin - self._opens_with_function(scene, begin, start)

    def _opens_with_function(self, scene: Scene, begin: int, start: int) -> bool:
        """See the "All" of "another All Progressives Congress leader": no sentence begins with it."""
        piece = scene.pieces[begin - 1] if 1 < begin < start and scene.gap(begin - 1) == " " else None
        if piece is None or not scene.tight(begin) or scene.case != Case.NORMAL or not piece.text.istitle():
            return False
        return self.words.things.get(piece.fold) == "function" and piece.fold not in DETERMINERS

    def joins(self, scene: Scene, index: int) -> bool:
        """See what stands together in a name, over the owners of "Police Chiefs' Council", too."""
        return scene.linked(index) or (scene.gap(index) in ("' ", "’ ") and scene.pieces[index].capital)

    def _links(self, scene: Scene, index: int) -> bool:
        """See a link with a word of the name before it, but no "and" behind the name of a person."""
        fold = scene.pieces[index].fold
        if fold not in _LINKS or not scene.linked(index) or not self.is_name_word(scene, index - 1):
            return False
        return fold != "and" or not self._names_person(scene, index - 1)

    def _inside_before(self, scene: Scene, index: int) -> bool:
        piece = scene.pieces[index]
        if piece.capital:
            return self.is_name_word(scene, index)
        return scene.tag(index) in ("NN", "NNS", "JJ") and piece.fold not in DETERMINERS

    def end(self, scene: Scene, first: int) -> int:
        """Find the index behind the noun phrase that begins at a piece: an organisation, a place, a team."""
        pieces = scene.pieces
        index = first
        while index < len(pieces) and index - first < _LONGEST_ORGANISATION:
            gap = scene.gap(index)
            if index > first and self._is_number(scene, index):
                index += 1
                continue
            if index > first and not (scene.linked(index) or gap in (" (", ") ", " & ", "&", "-", "/", ")-")):
                break
            if gap == " (" and pieces[index].fold.isdigit():
                break
            if not pieces[index].capital and not self._inside(scene, index, first):
                break
            if pieces[index].capital and index > first and self.words.things.get(pieces[index].fold) == "time":
                break
            if scene.case == Case.CAPITALS and self._is_clause(scene, index):
                break
            if scene.case == Case.LOWER and index > first and self._ends_body(scene, index):
                index += 1
                break  # in a text without capitals the next noun may be a name: "police station k k roe"
            index += 1
        while index > first and not pieces[index - 1].capital and scene.tag(index - 1)[:2] not in ("NN", "JJ", "VB"):
            index -= 1
        return index

    def _is_clause(self, scene: Scene, index: int) -> bool:
        """See "WHO HAS BEEN CHARGED" in a text of capitals: a function word that no name goes on over."""
        fold = scene.pieces[index].fold
        return self.words.things.get(fold) == "function" and fold not in _INSIDE and fold not in DETERMINERS

    def _is_number(self, scene: Scene, index: int) -> bool:
        """See the "2" of "No. 2 Primary School", between capitals."""
        pieces = scene.pieces
        numbered = pieces[index].text.isdigit() and pieces[index - 1].fold in ("no", "number")
        return numbered and index + 1 < len(pieces) and pieces[index + 1].capital and scene.tight(index + 1)

    def _is_office(self, scene: Scene, index: int) -> bool:
        """See the "and" inside one office: "the Office of the Police and Crime Commissioner"."""
        found = self.words.titles.at(scene.pieces, index - 1, len(scene.pieces)) if index else None
        return found is not None and found[0] > index + 1

    def _begins_person(self, scene: Scene, index: int) -> bool:
        """See the first word of a person's name: "the Trial Division and Gregory Roe"."""
        token = scene.token(scene.pieces[index])
        modelled = token is not None and any(
            entity.label == "PERSON" and entity.first == token.position for entity in scene.sentence.entities
        )
        return modelled and scene.pieces[index].fold in self.words.given

    def _ends_body(self, scene: Scene, index: int) -> bool:
        """See the last word of a body: a word of an organisation that no other goes on."""
        things = self.words.things
        following = scene.pieces[index + 1].fold if index + 1 < len(scene.pieces) else ""
        goes_on = things.get(following) == "organisation" or following in _INSIDE
        return things.get(scene.pieces[index].fold) == "organisation" and not goes_on

    def ends_in_body(self, scene: Scene, index: int) -> bool:
        """See "Detective Management Section": capitals that end in a word of a body, whatever they begin with."""
        pieces, stop = scene.pieces, index + 1
        while stop < len(pieces) and scene.tight(stop) and pieces[stop].capital:
            stop += 1
        last = pieces[stop - 1].fold
        return stop - index > 1 and (self.words.things.get(last) == "organisation" or last in self.words.units)

    def _inside(self, scene: Scene, index: int, first: int) -> bool:
        """Tell whether a small word goes on inside the name of an organisation."""
        pieces = scene.pieces
        fold = pieces[index].fold
        following = pieces[index + 1] if index + 1 < len(pieces) else None
        if fold == "for":
            named = following is not None and (following.capital or following.fold in DETERMINERS)
            closed = index > first and self._closes_force(scene, first, index)
            return index > first and not closed and (named or self._is_lower_organisation(scene, index - 1))
        if fold == "of":
            return index > first
        if fold == "on":  # "the House Committee on Army"
            field = following is not None and following.capital and self.words.things.get(following.fold) != "time"
            return index > first and field and self._ends_capital_body(scene, index - 1)
        if fold in ("and", "in"):
            return index > first and following is not None and self._goes_on(scene, index)
        if fold in DETERMINERS:
            return index == first or (fold in _ARTICLES and pieces[index - 1].fold in ("of", "for"))
        return self._describes_body(scene, index, first)

    def _closes_force(self, scene: Scene, first: int, index: int) -> bool:
        """See "Ayr Police Station for the murder": the name of a force ends before what its officer did."""
        pieces = scene.pieces
        behind = next((p for p in pieces[index + 1 : index + 3] if p.fold not in DETERMINERS), None)
        common = behind is not None and not behind.capital and scene.case == Case.NORMAL
        return common and pieces[index - 1].capital and self.words.is_police(scene.text(first, index))

    def _goes_on(self, scene: Scene, index: int) -> bool:
        """See "and" or "in" before more of the name, not before another person or title."""
        joins = scene.pieces[index].fold == "and"
        if not scene.pieces[index + 1].capital:
            return False
        if joins and self._is_office(scene, index):
            return True
        if joins and self._begins_person(scene, index + 1):
            return False
        return not self._is_title(scene, index + 1) or self.ends_in_body(scene, index + 1)

    def _describes_body(self, scene: Scene, index: int, first: int) -> bool:
        """See a noun, an adjective or a participle before a noun; not what a body does."""
        tag, following = scene.tag(index), scene.tag(index + 1) if index + 1 < len(scene.pieces) else ""
        if tag == "VBG" and index > first and following in _OPENS_CLAUSE:
            return False  # "a league of eminent men calling for", "Ayr Police commenting on the case"
        named = index > first and scene.pieces[index - 1].capital  # "the High Court in Ayr convicted Roe"
        described = tag == "VBN" and (index == first or (following[:2] == "NN" and not named))
        return tag[:2] in ("NN", "JJ") or tag in ("VBG", "HYPH") or described

    def only_place(self, scene: Scene, first: int, last: int, word: TitleWord) -> bool:
        """See "a tailor in Ayr": where an occupation is practised is no organisation."""
        pieces = scene.pieces[first:last]
        if scene.case == Case.NORMAL and any(is_letters(self.words, piece.text) for piece in pieces):
            return False  # "CPJ deputy director"
        return word.part is Part.OTHER and not any(self.words.things.get(p.fold) == "organisation" for p in pieces)

    def cut(self, scene: Scene, begin: int, start: int) -> int:
        """Find where, in the capitals before a title, the organisation ends and words of the title begin."""
        return cut(self.words, scene, begin, start)

    def is_headed(self, scene: Scene, first: int, last: int) -> bool:
        """See a phrase whose head is a word of an organisation or an acronym."""
        if last <= first:
            return False
        pieces = scene.pieces
        head = self._head(scene, first, last)
        known = self.words.things.get(head.fold) == "organisation"
        if scene.case != Case.LOWER and not any(piece.capital for piece in pieces[first:last]):
            return last - first > 1 and known
        return known or (
            scene.case == Case.NORMAL and (is_letters(self.words, head.text) or self._seated(pieces[first:last]))
        )

    def _seated(self, pieces: Sequence[Piece]) -> bool:
        """See "NCB Chandigarh", "CID North": the letters of a body and where its office is."""
        where, words = [piece.fold for piece in pieces[1:]], self.words
        placed = all(words.is_place(fold) or words.things.get(fold) == "place" for fold in where)
        return bool(where) and placed and is_letters(self.words, pieces[0].text)

    def is_body(self, scene: Scene, first: int, last: int) -> bool:
        """See the name of a body: one with such a head, or one that the model knows."""
        if self.is_headed(scene, first, last) or last <= first:
            return last > first
        pieces, tokens = scene.pieces, scene.sentence.tokens
        start, end = pieces[max(0, first - 1)].start, self._head(scene, first, last).start
        modelled = any(
            entity.label == "ORG"
            and start <= tokens[entity.first].start <= pieces[first].end
            and tokens[entity.last - 1].end >= end
            for entity in scene.sentence.entities
        )
        named = any(piece.capital for piece in pieces[first:last])
        return modelled and named and not self.words.is_place(" ".join(piece.fold for piece in pieces[first:last]))

    def _head(self, scene: Scene, first: int, last: int) -> Piece:
        links = (index for index in range(first + 1, last) if scene.pieces[index].fold in _INSIDE)
        return scene.pieces[next(links, last) - 1]

    def is_office(self, text: str) -> bool:
        """See where an officer or official serves; a hospital or a school is where one was seen."""
        return self.words.is_police(text) or self.words.is_state(text)

    def is_time(self, scene: Scene, index: int) -> bool:
        """See whether a piece is a weekday, a month or a number."""
        piece = scene.pieces[index] if index < len(scene.pieces) else None
        return piece is not None and (self.words.things.get(piece.fold) == "time" or piece.text[0].isdigit())

    def _is_title(self, scene: Scene, index: int) -> bool:
        pieces = scene.pieces
        while index + 1 < len(pieces) and pieces[index].fold in self.words.modifiers and scene.tight(index + 1):
            if self.words.titles.at(pieces, index, len(pieces)):
                return True
            index += 1  # "Senior Assistant District Attorney"
        known = self.words.titles.at(pieces, index, len(pieces)) is not None
        return known or self.words.is_occupation(pieces[index])
