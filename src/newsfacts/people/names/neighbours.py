"""What stands beside a run of name words: titles, ages, cues, kin, verbs, prepositions.

Each observation adds the id of a witness to the candidate, or its age and roles; nothing is decided here.
"""

from collections.abc import Sequence

from newsfacts.people.ages import AGE_APPOSED, AGE_BEFORE, AGE_BEHIND, AGE_LATER
from newsfacts.people.names.beside import Mark
from newsfacts.people.names.candidates import Candidate, Lemma
from newsfacts.people.pieces import Case, Scene
from newsfacts.people.roles.before import direct_title, titles_before
from newsfacts.people.roles.behind import titles_behind
from newsfacts.people.roles.bodies import post_behind
from newsfacts.people.roles.titles import TitlePhrases
from newsfacts.people.words import Cue, PeopleWords, TitleKind
from newsfacts.record import Part

__all__ = ["Neighbours"]

_KNOWN = frozenset(
    {
        "given_first",
        "given_common",
        "given_inside",
        "surname_last",
        "surname_first",
        "east_asian",
        "initials",
        "particle",
    }
    | {"single_given", "single_surname", "famous", "model_person"}
)
"""Witnesses that know the words themselves."""

_AFTER_CUE = frozenset({": ", " (", ", ", " - ", ' "', " “", " '", " ‘"})
"""What may stand between "known only as" and a name."""

_POSTS = frozenset({"station", "stations", "post", "posts", "outpost", "headquarters", "division", "command"})
_GROUPS = frozenset({"family", "families", "brothers", "sisters", "twins", "clan", "household", "siblings", "cartel"})
"""Words behind a family name with an article: those who bear it, and nobody in particular."""
_OWN = frozenset({"his", "her", "their", "my", "our"})
"""Words before a word of kin that say whose."""
_KIN_REACH = 3
"""Words behind a possessive in which the word of kin stands."""


class Neighbours:
    """Observe what stands before and behind candidates."""

    def __init__(self, words: PeopleWords, titles: TitlePhrases) -> None:
        """Take the words and the reader of titles."""
        self._words = words
        self._titles = titles

    def before(self, candidate: Candidate, scene: Scene, marks: Sequence[int]) -> None:
        """Add what stands before a candidate to it."""
        first, ids = candidate.first, candidate.ids
        candidate.roles.extend(titles_before(self._titles, scene, first))
        start = min([candidate.start, *(draft.start for draft in candidate.roles if draft.start < candidate.start)])
        text_before = scene.sentence.text[max(0, start - scene.sentence.start - 60) : start - scene.sentence.start]
        age = AGE_BEFORE.search(text_before)
        if age and not self._man_of(candidate, scene):
            ids.add("age_before")
            candidate.age = int(age[1] or age[2])
        elif start == candidate.start and scene.gap(candidate.last)[:1] in (",", ";", ")"):
            apposed = AGE_APPOSED.search(text_before)
            if apposed and not AGE_BEHIND.match(scene.sentence.text, candidate.end - scene.sentence.start):
                ids.add("age_before")
                candidate.age = int(apposed[1])
        direct = direct_title(self._titles, scene, first)
        known = ids & _KNOWN
        if direct == TitleKind.TITLE and scene.case in (Case.TITLE, Case.CAPITALS) and not known:
            pass  # "Deputy Administrators", "Defendant Receives Life": headings capitalise everything
        elif direct:
            ids.add("title_before" if direct == TitleKind.TITLE else "rank_before")
        elif candidate.roles:
            ids.add("title_behind")
        if first:
            self._words_before(candidate, scene, marks, direct)

    def _words_before(self, candidate: Candidate, scene: Scene, marks: Sequence[int], direct: str | None) -> None:
        """Add what the words right before a candidate say: cues, kin, prepositions, the begin of another name."""
        first, pieces, ids = candidate.first, scene.pieces, candidate.ids
        before = pieces[first - 1]
        cue = self._words.cues.before(pieces, first)
        if cue and cue[1] != Cue.ALIAS and (scene.tight(first) or scene.gap(first) in _AFTER_CUE):
            ids.add("cue_before")
            if cue[1] == Cue.PERSON or self._one_apart(candidate, scene):
                ids.add("cue_person")
        if direct == TitleKind.TITLE and candidate.single and before.capital and scene.case == Case.NORMAL:
            ids.add("office_before")
        if before.fold in self._words.kin and (scene.tight(first) or scene.gap(first) == ", "):
            ids.add("kin_before")
            if first > 1 and pieces[first - 2].fold in _OWN and scene.gap(candidate.last)[:1] in (",", ".", ";", ")"):
                ids.add("kin_own")
        if before.fold == "of" and scene.tight(first) and first > 1 and pieces[first - 2].fold in self._words.kin:
            ids.update(("kin_before", "kin_of"))
        place = self._words.things.get(before.fold) == "place" or self._words.is_place(before.fold)
        if place and scene.gap(first) == ", " and marks[first - 1] == Mark.THING:
            ids.add("place_chain")
        if self._lives_there(candidate, scene, marks):
            ids.add("residence")
        if "&" in scene.gap(first):
            ids.add("ampersand")
        if scene.tight(first) and before.fold == "of" and first > 1 and pieces[first - 2].fold in self._words.nouns:
            ids.add("person_verb")
        if direct == TitleKind.ADDRESS and first > 1 and pieces[first - 2].fold == "the" and scene.tight(first - 1):
            ids.add("article_before")
        if scene.tight(first):
            if before.fold == "the":
                ids.add("article_before")
            elif before.fold in self._words.place_prepositions:
                ids.add("place_preposition_single" if candidate.single else "place_preposition")
            elif before.fold == "from" and candidate.single:
                ids.add("place_preposition_single")
            elif before.fold == "of" and first > 1 and pieces[first - 2].fold in self._words.homes:
                ids.add("place_preposition_single" if candidate.single else "place_preposition")
            elif before.fold == "to" and first > 1 and pieces[first - 2].fold == "according":
                ids.add("speech")
            self._thing_before(candidate, scene, marks)
        if self._ends_in_place(candidate, scene, marks):
            ids.add("place_named")
        if scene.linked(first):
            self._capital_before(candidate, scene, marks)
        if not scene.tight(first) or before.fold == "and":
            self._place_list(candidate, scene)

    def _ends_in_place(self, candidate: Candidate, scene: Scene, marks: Sequence[int]) -> bool:
        """See "in Mary Roe Park", "on Lady Ann Lane": a place's word ends the run behind a preposition of place."""
        pieces, first = scene.pieces, candidate.first
        if first > 1 and scene.tight(first) and marks[first - 1] == Mark.TITLE:
            first -= 1
        before = pieces[first - 1].fold
        where = before in self._words.place_prepositions or before in ("on", "from", "to", "off", "of")
        last = pieces[candidate.last - 1]
        return scene.tight(first) and where and not candidate.single and self._words.things.get(last.fold) == "place"

    @staticmethod
    def _one_apart(candidate: Candidate, scene: Scene) -> bool:
        """See "one Roe, who", "one Roe alias Ben": "one" introduces somebody unknown, and a pause follows."""
        before = scene.pieces[candidate.first - 1]
        return (
            before.fold == "one"
            and scene.tight(candidate.first)
            and scene.gap(candidate.last)[:1] in (",", ";", ".", ")")
        )

    @staticmethod
    def _capital_before(candidate: Candidate, scene: Scene, marks: Sequence[int]) -> None:
        """See "Sri Lanka", "Forest of Dean", "New Year’s Eve": something's name has begun before the candidate."""
        first, pieces = candidate.first, scene.pieces
        if pieces[first - 1].capital and marks[first - 1] in (Mark.THING, Mark.FUNCTION, Mark.NONE, Mark.BEHIND):
            candidate.ids.add("capital_before")
        if pieces[first - 1].fold == "of" and first > 1 and scene.tight(first - 1) and pieces[first - 2].capital:
            candidate.ids.add("of_name")

    def _places_on(self, scene: Scene, index: int) -> bool:
        """See a known place between commas or at the end: what stands before it is in it."""
        found = self._words.places.at(scene.pieces, index, len(scene.pieces))
        return found is not None and (found[0] == len(scene.pieces) or scene.gap(found[0])[:1] in ",.;)")

    def _lives_there(self, candidate: Candidate, scene: Scene, marks: Sequence[int]) -> bool:
        """See "NAME, 41, Santa Rosa, pleaded guilty" and "NAME, 31, of Hope,": where the one of that age lives."""
        pieces, first, last = scene.pieces, candidate.first, candidate.last
        of = scene.tight(first) and pieces[first - 1].fold in ("of", "from")
        age = first - 2 if of else first - 1
        if age < 1 or not pieces[age].text.isdigit() or marks[age - 1] not in (Mark.NAME, Mark.BEHIND):
            return False
        if not scene.gap(age).lstrip(".").startswith((", ", " (")) or scene.gap(age + 1)[:1] not in (",", ")"):
            return False
        if of:
            return True
        told = last < len(pieces) and scene.gap(last) == ", " and scene.tag(last) in ("VBD", "VBZ", "VBP", "MD")
        return told and AGE_BEHIND.match(scene.sentence.text[candidate.end - scene.sentence.start :][:60]) is None

    def _place_list(self, candidate: Candidate, scene: Scene) -> None:
        """See "in Ayr, Irvine and Kings Roe": a list of places behind one preposition."""
        token = scene.token(scene.pieces[candidate.last - 1])
        if token is None or token.dep != "conj":
            return
        tokens, climbed, steps = scene.sentence.tokens, token, 0
        while climbed.dep in ("conj", "appos") and climbed.head != climbed.position and steps < 12:
            climbed, steps = tokens[climbed.head], steps + 1
        if climbed.dep == "pobj" and tokens[climbed.head].lower in self._words.place_prepositions:
            candidate.ids.add("place_preposition_single" if candidate.single else "place_preposition")

    def _man_of(self, candidate: Candidate, scene: Scene) -> bool:
        """See "A 54-year-old Poole man": the word behind the age says where from."""
        last = candidate.last
        noun = scene.tight(last) and not scene.pieces[last].capital and scene.tag(last) == "NN"
        return candidate.single and noun

    def _thing_before(self, candidate: Candidate, scene: Scene, marks: Sequence[int]) -> None:
        """See "Operation Roe", "the trawler Ann Roe", "Jalan Tun Roe"; titles may stand between."""
        at, words, pieces = candidate.first, self._words, scene.pieces
        before = pieces[at - 1]
        if marks[at - 1] == Mark.THING:
            thing = words.things.get(before.fold) == "thing" or before.fold == "st"
            candidate.ids.add("thing_before" if thing else "organisation_before")
        while at > 1 and marks[at - 1] in (Mark.TITLE, Mark.KIN) and scene.tight(at - 1):
            at -= 1
        before = pieces[at - 1]
        street = before.fold in words.streets and before.capital
        operation = before.fold in ("operation", "op", "project") and at < candidate.first
        if (before.fold in words.vessels and not before.capital) or street or operation:
            candidate.ids.add("named_after")

    def behind(self, candidate: Candidate, scene: Scene, marks: Sequence[int], lemma: Lemma) -> None:
        """Add what stands behind a candidate, and its verb, to it."""
        last, pieces, ids = candidate.last, scene.pieces, candidate.ids
        gap = scene.gap(last)
        if "&" in gap:
            ids.add("ampersand")
        if scene.tight(last) and not gap.startswith(".") and marks[last] in (Mark.THING, Mark.TITLE):
            ids.add("organisation_behind")
        after = scene.sentence.text[candidate.end - scene.sentence.start :]
        age = AGE_BEHIND.match(after[:60])
        if age and "age_before" in ids and age["age"]:
            age = None  # "44-year-old A, 66-year-old B": that is the age of the next one
        if age:
            ids.add("age_behind")
            if age["age"]:
                candidate.age = int(age["age"])
        weak = candidate.single and not candidate.ids & {"single_given", "single_surname", "famous"}
        later = None if age or weak else AGE_LATER.match(after[:90])
        if later:
            ids.add("age_behind")
            candidate.age = int(later[1])
        drafts = titles_behind(self._titles, scene, last, age.end() + candidate.end if age else None)
        if not drafts and any(draft.role and draft.title for draft in candidate.roles):
            office = any(draft.part in (Part.POLICE, Part.OFFICIAL) for draft in candidate.roles)
            drafts = post_behind(self._titles, scene, last, office)
        if candidate.age is not None and not any(draft.title for draft in (*candidate.roles, *drafts)):
            drafts = [d for d in drafts if d.rule != "role.from" or " in " not in (d.organisation or "")]
        if drafts:
            candidate.roles.extend(drafts)
            if any(draft.title for draft in drafts):
                ids.add("title_behind")
        self._words_behind(candidate, scene, marks)
        if last < len(pieces) and scene.linked(last) and pieces[last].capital:
            ids.add("capital_behind")
        if scene.possessive(last):
            ids.add("kin_behind" if self._kin_behind(scene, last) else "owns")
        self._by_verb(candidate, scene, lemma)

    def _words_behind(self, candidate: Candidate, scene: Scene, marks: Sequence[int]) -> None:
        """Add what the word right behind a candidate says: a place, "who", "of", an alias, an acronym."""
        last, pieces, ids, gap = candidate.last, scene.pieces, candidate.ids, scene.gap(candidate.last)
        first = candidate.first
        if last < len(pieces):
            following = pieces[last]
            kind = self._words.things.get(following.fold)
            thing = kind == "place" or (kind == "organisation" and following.fold not in self._words.police)
            lower = scene.tight(last) and not following.capital and scene.tag(last).startswith("NN")
            if thing and lower:
                ids.add("named_after" if kind == "place" and "rank_before" in ids else "place_noun_behind")
            if lower and following.fold == "police" and last + 1 < len(pieces) and pieces[last + 1].fold in _POSTS:
                ids.add("organisation_behind")
            if lower and following.fold in _GROUPS and first and pieces[first - 1].fold == "the":
                ids.add("group_behind")
            if candidate.single and gap == ", " and marks[last] == Mark.THING and self._places_on(scene, last):
                ids.add("place_chain")  # "Elizabeth, New Jersey"
            if following.fold in ("who", "whose") and "," in gap:
                ids.add("pronoun_behind")
            if following.fold in ("of", "from") and gap.startswith(","):
                ids.add("residence_behind")
            cue = self._words.cues.at(pieces, last, len(pieces))
            if cue and cue[1] == Cue.ALIAS and len(gap) < 4:
                ids.add("alias_behind")
            short = "".join(word[0] for word in candidate.folds) == following.fold
            if short and len(following.text) > 1 and gap.startswith((" (", "(")) and following.text.isupper():
                ids.add("acronym")

    def _kin_behind(self, scene: Scene, index: int) -> bool:
        """See "Roe’s mother", "Roe’s two younger sons"."""
        pieces = scene.pieces
        for at in range(index, min(index + _KIN_REACH, len(pieces))):
            if pieces[at].fold in self._words.kin:
                return not pieces[at].capital
            if pieces[at].capital or not scene.tag(at).startswith(("JJ", "CD")):
                return False
        return False

    def _by_verb(self, candidate: Candidate, scene: Scene, lemma: Lemma) -> None:
        token = scene.token(scene.pieces[candidate.last - 1])
        verbs = self._words.verbs
        if token is None:
            return
        tokens = scene.sentence.tokens
        following = tokens[token.position + 1] if token.position + 1 < len(tokens) else None
        preceding = scene.token(scene.pieces[candidate.first - 1]) if candidate.first else None
        head = tokens[token.head]
        if token.dep in ("nsubj", "nsubjpass") and head.tag.startswith(("VB", "MD")):
            candidate.ids.add("acts")
        elif token.dep in ("dobj", "dative"):
            candidate.ids.add("done_to")
        heads = [head] if token.dep in ("nsubj", "nsubjpass", "dobj") else []
        for verb, before in ((following, False), (preceding, True), *((one, False) for one in heads)):
            if verb is None or not verb.tag.startswith("VB"):
                continue
            known = verbs.get(lemma(verb.lower, verb.tag))
            if known is None:
                continue
            if known.speech and (not before or (following is not None and not following.text[0].isalpha())):
                candidate.ids.add("speech")
            elif (not known.speech and not before) or (verb in heads and not known.speech):
                weak = candidate.single and not candidate.ids & {"single_given", "single_surname", "famous"}
                candidate.ids.add("person_verb_single" if weak else "person_verb")
