"""What stands behind a run of name words: ages, titles, kin, places, aliases, and the verb of the name.

Each observation adds the id of a witness to the candidate, or its age and roles; nothing is decided here.
"""

from collections.abc import Sequence

from newsfacts.language.pipeline import Token
from newsfacts.people.ages import AGE_ASIDE, AGE_BEHIND, AGE_LATER
from newsfacts.people.names.beside import Mark
from newsfacts.people.names.candidates import Candidate, Lemma
from newsfacts.people.pieces import Case, Scene
from newsfacts.people.roles.behind import titles_behind
from newsfacts.people.roles.bodies import post_behind
from newsfacts.people.roles.titles import RoleForm, TitlePhrases
from newsfacts.people.words import Cue, PeopleWords
from newsfacts.record import Part

__all__ = ["Behind"]

"""Words behind a family name with an article: those who bear it, and nobody in particular."""
_KIN_REACH = 3
"""Words behind a possessive in which the word of kin stands."""
_KNOWN = frozenset({"given_first", "initials"})
"""Witnesses that the run begins as names of people do."""
_NAMED = _KNOWN | {"surname_last", "east_asian", "famous"}
"""Witnesses that a word of the run is a name of people."""
_SURE_SINGLE = frozenset({"single_given", "single_surname", "famous"})
"""Witnesses without which a name of one word is a weak one."""


class Behind:
    """Observe what stands behind candidates, and the verbs they have."""

    def __init__(self, words: PeopleWords, titles: TitlePhrases) -> None:
        """Take the words and the reader of titles."""
        self._words = words
        self._titles = titles

    def observe(self, candidate: Candidate, scene: Scene, marks: Sequence[int], lemma: Lemma) -> None:
        """Add what stands behind a candidate, and its verb, to it."""
        last, ids, gap = candidate.last, candidate.ids, scene.gap(candidate.last)
        if "&" in gap:
            ids.add("ampersand")
        if scene.tight(last) and not gap.startswith(".") and marks[last] in (Mark.THING, Mark.TITLE):
            ids.add("organisation_behind")
        if self._firm_goes_on(candidate, scene):
            ids.add("organisation_behind")
        self._titles_behind(candidate, scene, self._age(candidate, scene))
        if last < len(scene.pieces):
            self._words_behind(candidate, scene, marks)
            serving = scene.case == Case.CAPITALS and marks[last] == Mark.FUNCTION  # "ANN ROE WAS"
            if scene.linked(last) and scene.pieces[last].capital and not serving:
                ids.add("capital_behind")
        if scene.possessive(last):
            ids.add("kin_behind" if self._kin_behind(scene, last) else "owns")
        self._by_verb(candidate, scene, lemma)

    @staticmethod
    def _age(candidate: Candidate, scene: Scene) -> int | None:
        """Read the age behind a candidate; gives where it ends when it stands right there."""
        after = scene.sentence.text[candidate.end - scene.sentence.start :]
        if scene.case == Case.CAPITALS:
            after = after.lower()
        age = AGE_BEHIND.match(after[:60])
        if age and "age_before" in candidate.ids and age["age"]:
            age = None  # "44-year-old A, 66-year-old B": that is the age of the next one
        channel = candidate.single and candidate.text.isupper() and scene.case == Case.NORMAL
        if age and channel and after[:1] == " " and after[1:2].isdigit():
            age = None  # "according to FOX 13": a station and its channel
        if age:
            candidate.ids.add("age_behind")
            if age["age"]:
                candidate.age = int(age["age"])
            return age.end() + candidate.end
        later = None if _is_weak(candidate) else AGE_LATER.match(after[:90])
        later = later or (None if candidate.age is not None or _is_weak(candidate) else AGE_ASIDE.match(after[:120]))
        if later:
            candidate.ids.add("age_behind")
            candidate.age = int(later[1])
        return None

    def _titles_behind(self, candidate: Candidate, scene: Scene, after: int | None) -> None:
        """Add the titles behind a candidate, or the post that its own title has; `after` is where its age ends."""
        drafts = titles_behind(self._titles, scene, candidate.last, after)
        if not drafts and any(draft.role and draft.title for draft in candidate.roles):
            office = any(draft.part in (Part.POLICE, Part.OFFICIAL) for draft in candidate.roles)
            drafts = post_behind(self._titles, scene, candidate.last, office)
        if candidate.age is not None and not any(draft.title for draft in (*candidate.roles, *drafts)):
            drafts = [d for d in drafts if d.form is not RoleForm.SERVING or " in " not in (d.organisation or "")]
        if candidate.single and candidate.first == 0:
            drafts = [
                draft for draft in drafts if not draft.plural or draft.alone
            ]  # "Importers, agents and the public"
        candidate.roles.extend(drafts)
        if any(draft.title for draft in drafts):
            candidate.ids.add("title_behind")

    def _words_behind(self, candidate: Candidate, scene: Scene, marks: Sequence[int]) -> None:
        """Add what the word right behind a candidate says: a place, "who", "of", an alias, an acronym."""
        last, ids, gap = candidate.last, candidate.ids, scene.gap(candidate.last)
        following = scene.pieces[last]
        if scene.tight(last) and not following.capital and scene.tag(last).startswith("NN"):
            self._noun_behind(candidate, scene)
        first = candidate.first
        within = first > 0 and scene.gap(first) == ", " and marks[first - 1] == Mark.THING
        if (candidate.single or within) and gap == ", " and marks[last] != Mark.TITLE and self._places_on(scene, last):
            ids.add("place_chain")  # "Elizabeth, New Jersey"; "Ann Roe University, Ile Ife, Osun State"
        if following.fold in ("who", "whose") and "," in gap:
            ids.add("pronoun_behind")
        if following.fold == "which" and gap.strip() in (",", "–", "—", "-") and not (ids & _NAMED or candidate.roles):
            ids.add("which_behind")
        if following.fold in ("of", "from") and gap.startswith(","):
            ids.add("residence_behind")
        cue = self._words.cues.at(scene.pieces, last, len(scene.pieces))
        if cue and cue[1] == Cue.ALIAS and len(gap) < 4:
            ids.add("alias_behind")
        short = "".join(word[0] for word in candidate.folds) == following.fold
        if short and len(following.text) > 1 and gap.startswith((" (", "(")) and following.text.isupper():
            ids.add("acronym")

    def _firm_goes_on(self, candidate: Candidate, scene: Scene) -> bool:
        """See "Global Offshore and Marine Limited", "Kent Fire and Rescue Service": capitals that end in a body."""
        pieces, words, last = scene.pieces, self._words, candidate.last
        if candidate.folds[-1] in words.surnames or "model_person" in candidate.ids or not scene.tight(last):
            return False
        stop = last + 1
        while pieces[last].fold == "and" and stop < len(pieces) and scene.tight(stop) and pieces[stop].capital:
            stop += 1
        known = any(piece.fold in words.given for piece in pieces[last + 1 : stop])
        return stop > last + 2 and not known and words.things.get(pieces[stop - 1].fold) == "organisation"

    def _noun_behind(self, candidate: Candidate, scene: Scene) -> None:
        """See what a noun in lower case makes of a name: "Roe village", "Roe police station", "the Roe family"."""
        first, last, pieces, ids = candidate.first, candidate.last, scene.pieces, candidate.ids
        noun = pieces[last].fold
        kind = self._words.things.get(noun) or self._words.things.get(noun.removesuffix("s"))
        area = noun in self._words.homes and first > 0 and not candidate.roles  # "with Roe Tan community"
        if kind == "place" or area or (kind == "organisation" and noun not in self._words.police):
            ids.add("named_after" if kind == "place" and "rank_before" in ids else "place_noun_behind")
        if noun == "police" and not candidate.ids & _KNOWN and not candidate.roles:
            ids.add("place_noun_behind")  # "registered by Roe Tan police"
        if noun == "police" and last + 1 < len(pieces) and pieces[last + 1].fold in self._words.posts:
            ids.add("organisation_behind")
        if noun in self._words.families and first and pieces[first - 1].fold == "the":
            ids.add("group_behind")

    def _places_on(self, scene: Scene, index: int) -> bool:
        """See a known place between commas or at the end: what stands before it is in it."""
        found = self._words.places.at(scene.pieces, index, len(scene.pieces))
        if found is None:
            return self._area_on(scene, index)
        return found is not None and (found[0] == len(scene.pieces) or scene.gap(found[0])[:1] in ",.;)")

    def _area_on(self, scene: Scene, index: int) -> bool:
        """See "Moro Local Government Area," behind a comma: capitals that end in the noun of a place."""
        stop = index
        while stop < len(scene.pieces) and scene.pieces[stop].capital and (stop == index or scene.tight(stop)):
            stop += 1
        ends = stop - index > 1 and self._words.things.get(scene.pieces[stop - 1].fold) == "place"
        return ends and scene.gap(stop)[:1] in (",", ".", ";", ")")

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
        """Collect what the verb that a run of capitals hangs on says of it: what people do, what is done to them."""
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
            inverted = following is not None and not following.text[0].isalpha() and not _has_subject(scene, verb)
            if known.speech and (not before or inverted):
                candidate.ids.add("speech")
            elif (not known.speech and not before) or (verb in heads and not known.speech):
                candidate.ids.add("person_verb_single" if _is_weak(candidate) else "person_verb")


def _has_subject(scene: Scene, verb: Token) -> bool:
    """See "Police said NAME, a clerk, …": another speaks, and the name opens what is said."""
    tokens = scene.sentence.tokens
    return any(
        index < verb.position and tokens[index].dep == "nsubj" for index in scene.sentence.children[verb.position]
    )


def _is_weak(candidate: Candidate) -> bool:
    """See a name of one word that no lexicon knows as a name."""
    return candidate.single and not candidate.ids & _SURE_SINGLE
